import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Named } from "./Code.ts"

/** Names a flow. */
export const FlowId = Code.pipe(Schema.brand("FlowId"))
export type FlowId = typeof FlowId.Type

/** Names a stage of a flow. */
export const StageId = Code.pipe(Schema.brand("StageId"))
export type StageId = typeof StageId.Type

const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** What may be done with a case that takes it to a stage. */
export const Action = Schema.Literals([
  "accept",
  "reject",
  "classify",
  "match",
  "deliberate",
  "dispatch",
  "reportIn",
  "start",
  "resolve",
  "followUp",
  "close"
])
export type Action = typeof Action.Type

/**
 * How a case comes to whoever does it: it is assigned, the first who wants it grabs it, or it is the turn of one of them.
 *
 * Shape: whose turn it is, is a proposal (`Rotation`): a flow that only rotates still takes a case that goes to another.
 * Source: R5-16.
 */
export const Mode = Schema.Literals(["assign", "grab", "rotate"])
export type Mode = typeof Mode.Type

/**
 * What an action does at a stage.
 *
 * Shape: `evidence` is what has to be on file before; with `cleared` a plan must have been approved; with `deliberated` a
 * matter of many must have come to a meeting first, while one of a single raiser need not (P-30).
 */
export const Move = Schema.Struct({
  action: Action,
  from: StageId,
  to: StageId,
  evidence: Schema.optionalKey(Schema.Array(Code)),
  cleared: Schema.optionalKey(Schema.Boolean),
  deliberated: Schema.optionalKey(Schema.Literal("common"))
})
export type Move = typeof Move.Type

/**
 * A length of time as offices promise it: working days, hours in which the office is open, or hours of the clock.
 *
 * Source: R5-3, 2.13.
 */
export const Duration = Schema.Struct({
  count: positive,
  unit: Schema.Literals(["workingDays", "workingHours", "clockHours"])
})
export type Duration = typeof Duration.Type

/**
 * How long a stage, or the whole from acceptance to closure (without `stage`), may take.
 *
 * Shape: holds for cases that fit `category`, `level` and `difficulty` where given; the limit that names most of them
 * wins. `warn` is how long before the end the first reminder comes.
 * Source: R5-2, 2.13.
 */
export const Limit = Schema.Struct({
  stage: Schema.optionalKey(StageId),
  category: Schema.optionalKey(Code),
  level: Schema.optionalKey(Code),
  difficulty: Schema.optionalKey(Schema.Literals(["ordinary", "difficult"])),
  within: Duration,
  warn: Schema.optionalKey(Duration)
})
export type Limit = typeof Limit.Type

/** A sort of matter and the post it goes to. Shape: a `private` one is not shown to everybody. Source: 1.6, R5-18, R5-20. */
export const Category = Schema.Struct({ ...Named.fields, route: Code, private: Schema.optionalKey(Schema.Boolean) })
export type Category = typeof Category.Type

/** A step of the ladder a case may be taken up. Source: 1.6, P-37. */
export const Level = Schema.Struct({ ...Named.fields, inBuilding: Schema.Boolean })
export type Level = typeof Level.Type

/**
 * Why a case is closed.
 *
 * Shape: open at every stage that can be closed, or only at those of `from`; `waivesFollowUp` says that nobody need ask
 * the raiser.
 * Source: R5-10.
 */
export const Closing = Schema.Struct({
  ...Named.fields,
  kind: Schema.Literals(["solved", "unsolved", "withdrawn"]),
  from: Schema.optionalKey(Schema.NonEmptyArray(StageId)),
  waivesFollowUp: Schema.optionalKey(Schema.Boolean)
})
export type Closing = typeof Closing.Type

/** The life cycle of a case: a version of it, as data. Source: 1.6, R5-1. */
export const Flow = Schema.Struct({
  id: FlowId,
  version: positive,
  names: Text.Text,
  stages: Schema.NonEmptyArray(Schema.Struct({ id: StageId, names: Text.Text })),
  begin: StageId,
  moves: Schema.NonEmptyArray(Move),
  categories: Schema.NonEmptyArray(Category),
  channels: Schema.NonEmptyArray(Named),
  rejections: Schema.Array(Named),
  closings: Schema.NonEmptyArray(Closing),
  /** Whether a case may be closed without asking whoever raised it. */
  followUp: Schema.Literals(["required", "waived"]),
  /** What follows when whoever raised it is not satisfied. */
  unsatisfied: Schema.Literals(["reopens", "stands"]),
  /** Where a closed case goes on when it is taken up again, and for how many calendar days that may be asked. */
  reopen: Schema.optionalKey(Schema.Struct({ to: StageId, withinDays: positive })),
  /** Who may dispatch: any body, or only one that has the right to. */
  dispatch: Schema.Literals(["any", "authorised"]),
  /** How cases come to whoever does them; they are assigned when left out. */
  modes: Schema.optionalKey(Schema.NonEmptyArray(Mode)),
  /** The lowest level first. */
  ladder: Schema.NonEmptyArray(Level),
  limits: Schema.Array(Limit)
})
export type Flow = typeof Flow.Type

/** What an action does at a stage; `undefined` when it is not allowed there. */
export const move = ({ moves }: Flow, action: Action, from: StageId): Move | undefined =>
  moves.find((one) => one.action === action && one.from === from)

/**
 * What may be done at a stage, in the order of the flow.
 *
 * ```ts
 * Flow.allowed(FlowPresets.councilChamber, Flow.StageId.make("resolving")) // => ["resolve", "close"]
 * ```
 */
export const allowed = ({ moves }: Flow, from: StageId): ReadonlyArray<Action> => [
  ...new Set(moves.flatMap((one) => (one.from === from ? [one.action] : [])))
]

/** How cases of a flow come to whoever does them. Source: R5-16. */
export const modes = ({ modes: listed }: Flow): ReadonlyArray<Mode> => listed ?? ["assign"]

/** A sort of matter. */
export const category = ({ categories }: Flow, id: string): Category | undefined =>
  categories.find((one) => one.id === id)

/** A reason for which a case is closed. */
export const closing = ({ closings }: Flow, id: string): Closing | undefined => closings.find((one) => one.id === id)

/** A level of the ladder. */
export const level = ({ ladder }: Flow, id: string): Level | undefined => ladder.find((one) => one.id === id)

/** The level next above one; `undefined` at the top. */
export const above = ({ ladder }: Flow, id: string): Level | undefined => {
  const place = ladder.findIndex((one) => one.id === id)
  return place < 0 ? undefined : ladder[place + 1]
}

/** Tells whether a case that comes to a stage is over. */
export const isEnd = ({ moves }: Flow, stage: StageId): boolean =>
  moves.some(({ action, to }) => (action === "close" || action === "reject") && to === stage)

/** Tells whether cases of a flow are accepted by an act of their own; where not, raising them is enough. */
export const isAccepting = ({ moves }: Flow): boolean => moves.some(({ action }) => action === "accept")

const twice = (ids: ReadonlyArray<string>): ReadonlyArray<string> => ids.filter((id, at) => ids.indexOf(id) !== at)

const keyOf = ({ stage, category: sort, level: step, difficulty }: Limit): string =>
  [stage, sort, step, difficulty].map((one) => one ?? "").join("/")

const reachable = ({ begin, moves, reopen }: Flow): ReadonlySet<string> => {
  const found = new Set<string>(reopen === undefined ? [begin] : [begin, reopen.to])
  const waiting = [...found]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { from, to } of moves) {
      if (from !== at || found.has(to)) continue
      found.add(to)
      waiting.push(to)
    }
  }
  return found
}

const unknowns = (flow: Flow): ReadonlyArray<string> => {
  const { stages, begin, moves, closings, reopen, limits, categories, ladder } = flow
  const known = new Set<string>(stages.map(({ id }) => id))
  const named = [
    begin,
    ...moves.flatMap(({ from, to }) => [from, to]),
    ...closings.flatMap(({ from = [] }) => from),
    ...(reopen === undefined ? [] : [reopen.to]),
    ...limits.flatMap(({ stage }) => stage ?? [])
  ]
  return [
    ...named.filter((id) => !known.has(id)),
    ...limits.flatMap(({ category: id }) => (id === undefined || categories.some((one) => one.id === id) ? [] : [id])),
    ...limits.flatMap(({ level: id }) => (id === undefined || ladder.some((one) => one.id === id) ? [] : [id]))
  ]
}

// A matter that counts as solved without anybody being asked would make the demand for a follow-up void.
const unasked = ({ followUp, closings }: Flow): ReadonlyArray<string> =>
  followUp === "waived"
    ? []
    : closings.flatMap(({ id, kind, waivesFollowUp }) => (kind === "solved" && waivesFollowUp === true ? [id] : []))

// Whoever comes to the building's door again was let out of it before: in-building levels come first.
const misplaced = ({ ladder }: Flow): ReadonlyArray<string> =>
  ladder.flatMap(({ id, inBuilding }, at) => (inBuilding && ladder[at - 1]?.inBuilding === false ? [id] : []))

/**
 * What is wrong with a flow: ids given twice, stages, categories and levels there are not, stages nobody can come to or
 * leave, moves out of an end, a demand for follow-up that a closing reason makes void.
 *
 * Shape: the ids, each once; `close`, `followUp`, `dispatch` or `deliberate` where no move does that although it is needed; none when it
 * is sound.
 */
export const contradictions = (flow: Flow): ReadonlyArray<string> => {
  const { stages, moves, categories, channels, rejections, closings, ladder, limits, followUp, reopen } = flow
  const lists = [stages, categories, channels, rejections, closings, ladder]
  const within = reachable(flow)
  const isStuck = (id: StageId): boolean => !isEnd(flow, id) && !moves.some(({ from }) => from === id)
  const has = (action: Action): boolean => moves.some((one) => one.action === action)
  return [
    ...new Set([
      ...lists.flatMap((list) => twice(list.map(({ id }) => id))),
      ...twice(moves.map(({ action, from }) => `${action}@${from}`)),
      ...twice(limits.map(keyOf)),
      ...twice(modes(flow)),
      ...unknowns(flow),
      ...stages.flatMap(({ id }) => (!within.has(id) || isStuck(id) ? [id] : [])),
      ...moves.flatMap(({ from }) => (isEnd(flow, from) ? [from] : [])),
      ...(reopen !== undefined && isEnd(flow, reopen.to) ? [reopen.to] : []),
      ...unasked(flow),
      ...misplaced(flow),
      ...(has("close") ? [] : ["close"]),
      ...(followUp === "required" && !has("followUp") ? ["followUp"] : []),
      ...(flow.modes !== undefined && !has("dispatch") ? ["dispatch"] : []),
      ...(moves.some(({ deliberated }) => deliberated !== undefined) && !has("deliberate") ? ["deliberate"] : [])
    ])
  ]
}
