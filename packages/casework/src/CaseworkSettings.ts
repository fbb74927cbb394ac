import * as Schema from "effect/Schema"
import { BodyKind, contradictions as kindContradictions } from "./BodyKind.ts"
import { Code } from "./Code.ts"
import { Flow, type FlowId, contradictions as flowContradictions } from "./Flow.ts"

/**
 * What is local about the casework of a city.
 *
 * Shape: `flows` are the ways matters go; several versions of one may stand side by side, new cases are raised under the
 * highest. `dispatching` are the kinds of unit that may dispatch cases where a flow demands the right to. `bodies` are
 * the kinds of body that may be founded.
 * Source: 1.6, D-06.
 */
export const CaseworkSettings = Schema.Struct({
  flows: Schema.optionalKey(Schema.Array(Flow)),
  dispatching: Schema.optionalKey(Schema.Array(Code)),
  bodies: Schema.optionalKey(Schema.Array(BodyKind))
})
export type CaseworkSettings = typeof CaseworkSettings.Type

/** A flow: in the version given, else in the highest; `undefined` when there is none. */
export const flow = ({ flows = [] }: CaseworkSettings, id: FlowId, version?: number): Flow | undefined =>
  flows.reduce<Flow | undefined>((best, one) => {
    if (one.id !== id || (version !== undefined && one.version !== version)) return best
    return best === undefined || one.version > best.version ? one : best
  }, undefined)

/** The flows new cases may be raised under: of each the highest version, in the order of the settings. */
export const current = (settings: CaseworkSettings): ReadonlyArray<Flow> =>
  (settings.flows ?? []).filter((one) => flow(settings, one.id) === one)

/** Something of the settings that is wrong. Shape: `at` names the flow or kind, `ids` what in it. */
export interface Contradiction {
  readonly part: "flows" | "bodies"
  readonly index: number
  readonly at: string
  readonly ids: ReadonlyArray<string>
}

const twice = (keys: ReadonlyArray<string>, at: number): boolean => keys.indexOf(keys[at] as string) !== at

/** What is wrong with the flows and kinds of body, each by itself, and versions or kinds given twice; none when all is sound. */
export const contradictions = ({ flows = [], bodies = [] }: CaseworkSettings): ReadonlyArray<Contradiction> => {
  const versions = flows.map(({ id, version }) => `${id} ${version}`)
  const kinds = bodies.map(({ id }) => id)
  return [
    ...flows.map((one, index) => ({
      part: "flows" as const,
      index,
      at: one.id,
      ids: [...flowContradictions(one), ...(twice(versions, index) ? [one.id] : [])]
    })),
    ...bodies.map((one, index) => ({
      part: "bodies" as const,
      index,
      at: one.id,
      ids: [...kindContradictions(one), ...(twice(kinds, index) ? [one.id] : [])]
    }))
  ].filter(({ ids }) => ids.length > 0)
}
