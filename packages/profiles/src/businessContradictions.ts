import { CaseworkSettings } from "@louyu/casework"
import { EconomySettings } from "@louyu/economy"
import { Pipeline } from "@louyu/recruitment"
import * as Result from "effect/Result"
import type { Profile } from "./Profile.ts"
import {
  CaseworkContradicted,
  PipelineContradicted,
  type ProfileError,
  ReferenceUnknown,
  TiersContradicted
} from "./ProfileError.ts"
import { repeated } from "./repeated.ts"

type Found = Iterable<ProfileError>

/** What the pipelines of a profile contradict themselves in. */
export function* pipelineContradictions({ pipelines = [] }: Profile): Found {
  yield* repeated(pipelines.map(({ id }, index) => [`pipelines[${index}].id`, id] as const))
  for (const [index, pipeline] of pipelines.entries()) {
    const ids = Pipeline.contradictions(pipeline)
    if (ids.length > 0) yield new PipelineContradicted({ path: `pipelines[${index}]`, pipeline: pipeline.id, ids })
  }
}

/** What the economy of a profile names that it does not define, and what it defines twice. */
export function* economyContradictions({ economy }: Profile): Found {
  if (economy === undefined) return
  const { indicators = [], frames = [], panels = [], enterprises } = economy
  yield* repeated(indicators.map(({ id }, index) => [`economy.indicators[${index}].id`, id] as const))
  yield* repeated(frames.map(({ id }, index) => [`economy.frames[${index}].id`, id] as const))
  yield* repeated(panels.map(({ id }, index) => [`economy.panels[${index}].id`, id] as const))
  for (const [name, terms] of Object.entries(enterprises ?? {})) {
    yield* repeated(terms.map(({ id }, index) => [`economy.enterprises.${name}[${index}].id`, id] as const))
  }
  const resolved = EconomySettings.resolve(economy)
  if (Result.isFailure(resolved)) {
    yield new TiersContradicted({ path: "economy.tiers" })
    return
  }
  const known = [...resolved.success.indicators.keys()]
  for (const [index, panel] of panels.entries()) {
    for (const [at, id] of panel.indicators.entries()) {
      if (!known.includes(id)) {
        yield new ReferenceUnknown({ path: `economy.panels[${index}].indicators[${at}]`, sort: "indicator", id, known })
      }
    }
  }
}

/** Rules of notification that have the same id. */
export function* notificationContradictions({ notifications }: Profile): Found {
  yield* repeated(
    (notifications?.rules ?? []).map(({ id }, index) => [`notifications.rules[${index}].id`, id] as const)
  )
}

/** What the casework of a profile contradicts itself in, and the kinds of unit it names that there are not. */
export function* caseworkContradictions({ casework, structure }: Profile): Found {
  if (casework === undefined) return
  for (const { part, index, at, ids } of CaseworkSettings.contradictions(casework)) {
    yield new CaseworkContradicted({ path: `casework.${part}[${index}]`, at, ids })
  }
  const known = structure.kinds.map(({ id }) => id)
  for (const [index, id] of (casework.dispatching ?? []).entries()) {
    if (!known.some((kind) => kind === id)) {
      yield new ReferenceUnknown({ path: `casework.dispatching[${index}]`, sort: "kind", id, known })
    }
  }
}
