import { type Flow, FlowPresets } from "@louyu/casework"

type Data = typeof Flow.Flow.Encoded

/** What of a flow of the sources is local: the levels a case climbs, and the posts its matters go to. */
export interface Local {
  readonly ladder: Data["ladder"]
  /** The post for each post the flow names; that under `*` for all others. */
  readonly posts: Readonly<Record<string, string>> & { readonly "*": string }
}

/** A flow of the sources with the ladder and the posts of a city. Source: 1.6 (need to post). */
export const local = (flow: Flow.Flow, { ladder, posts }: Local): Data => {
  const [first, ...rest] = flow.categories.map((one) => ({ ...one, route: posts[one.route] ?? posts["*"] }))
  return first === undefined ? flow : { ...flow, categories: [first, ...rest], ladder }
}

/** What flows of a city's own have in common with those of the sources: channels, reasons, promised times. */
export const usual = {
  version: 1,
  channels: FlowPresets.whistle.channels,
  rejections: FlowPresets.whistle.rejections,
  limits: FlowPresets.whistle.limits.filter(({ stage }) => stage === undefined),
  unsatisfied: "reopens",
  dispatch: "any"
} as const

/** Why a matter is closed: solved, from the stages given, or for one of the usual reasons. */
export const closings = (...from: readonly [string, ...ReadonlyArray<string>]): Data["closings"] => [
  { id: "solved", names: { zh: "已解决", en: "Solved" }, kind: "solved", from },
  ...FlowPresets.whistle.closings.filter(({ kind }) => kind !== "solved")
]

/** What may be done with a case: the action, from which stage, to which. */
export const move = (
  action: Flow.Action,
  from: string,
  to: string,
  more: { readonly evidence?: ReadonlyArray<string>; readonly cleared?: boolean } = {}
) => ({ action, from, to, ...more })

/** A case may be closed at each of some stages. */
export const closedFrom = (...stages: ReadonlyArray<string>) => stages.map((from) => move("close", from, "closed"))
