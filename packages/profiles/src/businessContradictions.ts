import { CaseworkSettings } from "@louyu/casework"
import { EconomySettings } from "@louyu/economy"
import { Pipeline } from "@louyu/recruitment"
import * as Result from "effect/Result"
import type { Profile } from "./Profile.ts"
import { CaseworkContradicted, PipelineContradicted, type ProfileError, TiersContradicted } from "./ProfileError.ts"
import { reference, references } from "./reference.ts"
import { repeatedIds } from "./repeated.ts"

type Found = Iterable<ProfileError>

/** What the pipelines of a profile contradict themselves in. */
export function* pipelineContradictions({ pipelines = [] }: Profile): Found {
  yield* repeatedIds("pipelines", pipelines)
  for (const [index, pipeline] of pipelines.entries()) {
    const ids = Pipeline.contradictions(pipeline)
    if (ids.length > 0) yield new PipelineContradicted({ path: `pipelines[${index}]`, pipeline: pipeline.id, ids })
  }
}

/** What the economy of a profile names that it does not define, and what it defines twice. */
export function* economyContradictions({ economy }: Profile): Found {
  if (economy === undefined) return
  const { indicators, frames = [], panels = [], enterprises } = economy
  yield* repeatedIds("economy.indicators", indicators)
  yield* repeatedIds("economy.frames", frames)
  for (const [index, { dimensions }] of frames.entries()) {
    yield* repeatedIds(`economy.frames[${index}].dimensions`, dimensions)
  }
  yield* repeatedIds("economy.panels", panels)
  for (const [name, terms] of Object.entries(enterprises ?? {}))
    yield* repeatedIds(`economy.enterprises.${name}`, terms)
  for (const [index, { levels }] of (enterprises?.qualifications ?? []).entries()) {
    yield* repeatedIds(`economy.enterprises.qualifications[${index}].levels`, levels)
  }
  const resolved = EconomySettings.resolve(economy)
  if (Result.isFailure(resolved)) {
    yield new TiersContradicted({ path: "economy.tiers" })
    return
  }
  const known = [...resolved.success.indicators.keys()]
  for (const [index, panel] of panels.entries()) {
    yield* references(`economy.panels[${index}].indicators`, "indicator", panel.indicators, known)
  }
}

/**
 * What the casework of a profile contradicts itself in, and the kinds of unit and the posts it names that there are not.
 *
 * Shape: a role of any version of any scheme is a post a matter can go to, since flows outlive schemes.
 */
export function* caseworkContradictions({ casework, structure, schemes = [] }: Profile): Found {
  if (casework === undefined) return
  for (const { part, index, at, ids } of CaseworkSettings.contradictions(casework)) {
    yield new CaseworkContradicted({ path: `casework.${part}[${index}]`, at, ids })
  }
  const roles = [...new Set<string>(schemes.flatMap((scheme) => scheme.roles.map(({ code }) => code)))]
  for (const [index, { categories }] of (casework.flows ?? []).entries()) {
    for (const [at, { route }] of categories.entries()) {
      yield* reference(`casework.flows[${index}].categories[${at}].route`, "role", route, roles)
    }
  }
  const kinds = structure.kinds.map(({ id }) => id)
  yield* references("casework.dispatching", "kind", casework.dispatching, kinds)
}
