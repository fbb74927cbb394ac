import { CivilDate, EventEnvelope } from "@louyu/kernel"
import { Position } from "@louyu/ports"
import type { Notifications } from "@louyu/profiles"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as CaseRoute from "../CaseRoute.ts"
import type * as City from "../City.ts"
import type * as Addresses from "./Addresses.ts"
import { type Bureau, type BureauError, by } from "./Bureau.ts"
import { Event as DeliveryEvent } from "./Delivery.ts"
import { isNotNow } from "./DeliveryError.ts"
import * as Planner from "./Planner.ts"

/** What planning came to. Shape: `untold` are facts that rules are about and that nobody is told, with the reason. */
export interface PlanReport {
  readonly facts: number
  readonly planned: number
  readonly untold: ReadonlyArray<Planner.Planned>
}

const consumer = Position.ConsumerId.make("notifications")
const page = 500
const largePage = 5_000

const isOwn = (tag: string): boolean => Object.hasOwn(DeliveryEvent.cases, tag)

// What a day looked like is worked out once for all its facts.
const surroundings = Effect.fnUntraced(function* (city: City.Open) {
  const { timeZone } = yield* city.profile()
  const calendar = yield* city.calendar()
  const cases = yield* city.casework.cases()
  const settings = yield* city.casework.settings()
  const days = new Map<string, Addresses.Surroundings>()
  return Effect.fnUntraced(function* (recordedAt: EventEnvelope.Timestamp) {
    const day = CivilDate.fromInstant(EventEnvelope.toEpochMillis(recordedAt), timeZone)
    const known = days.get(day)
    if (known !== undefined) return known
    const organisation = yield* city.organisation.on(day)
    const { directory } = yield* city.roles.on(day)
    const made: Addresses.Surroundings = {
      organisation,
      directory,
      calendar,
      timeZone,
      caseOf: cases.get,
      answering: (known) => CaseRoute.of(settings, directory, known).answers
    }
    days.set(day, made)
    return made
  })
})

interface Part {
  readonly planned: ReadonlyArray<Planner.Planned>
  readonly facts: number
  readonly next: Position.Position | undefined
  readonly until: Position.Position
}

const read = Effect.fnUntraced(function* (
  { city }: Bureau,
  after: Position.Position,
  rules: Notifications.Notifications
): Effect.fn.Return<Part, BureauError> {
  const around = yield* surroundings(city)
  const types = new Set(rules.rules.flatMap(({ events }) => events))
  const { entries, next, until } = yield* city.history({ after, limit: page })
  const now = yield* Clock.currentTimeMillis
  const planned: Array<Planner.Planned> = []
  for (const { id, recordedAt, event } of entries) {
    if (isOwn(event._tag) || !types.has(event._tag)) continue
    const fact: Planner.Fact = { id, recordedAt, event: { ...event } }
    planned.push(...Planner.plan(rules, fact, yield* around(recordedAt), now))
  }
  return { planned, facts: entries.length, next, until }
})

const record = ({ city }: Bureau, plan: Planner.Planned["plans"][number]) =>
  city.dispatch(plan, by).pipe(Effect.catchIf(isNotNow, () => city.dispatch(Planner.alone(plan), by)))

const endOfLog = Effect.fnUntraced(function* (city: City.Open, after: Position.Position) {
  let position = after
  for (;;) {
    const { next, until } = yield* city.history({ after: position, limit: largePage })
    position = until
    if (next === undefined) return position
  }
})

/**
 * Turns what was recorded since the last time into deliveries.
 *
 * Shape: where nobody ever planned, `from` says whether the whole history is told or only what comes from now on.
 */
export const plan = Effect.fnUntraced(function* (
  bureau: Bureau,
  from: "now" | "start"
): Effect.fn.Return<PlanReport, BureauError> {
  const { city, store } = bureau
  yield* city.catchUp()
  const { notifications } = yield* city.profile()
  let position = yield* store.checkpoint(city.tenant, consumer)
  const report = { facts: 0, planned: 0, untold: [] as Array<Planner.Planned> }
  if (position === Position.start && from === "now") {
    yield* store.setCheckpoint(city.tenant, consumer, yield* endOfLog(city, position))
    return report
  }
  if (notifications === undefined) return report
  for (;;) {
    const { planned, facts, next, until } = yield* read(bureau, position, notifications)
    // Written before the checkpoint: whoever stops in between plans the same again, and nothing new comes of it.
    for (const { plans } of planned) for (const one of plans) yield* record(bureau, one)
    yield* store.setCheckpoint(city.tenant, consumer, until)
    report.facts += facts
    report.planned += planned.reduce((sum, { plans }) => sum + plans.length, 0)
    report.untold.push(...planned.filter(({ untold }) => untold !== undefined))
    if (next === undefined) return report
    position = next
  }
})

/** What planning would come to, from a place of the log on or from where it was last; records nothing. */
export const preview = Effect.fnUntraced(function* (
  bureau: Bureau,
  after?: Position.Position
): Effect.fn.Return<ReadonlyArray<Planner.Planned>, BureauError> {
  const { city, store } = bureau
  const { notifications } = yield* city.profile()
  const all: Array<Planner.Planned> = []
  let position: Position.Position | undefined = after ?? (yield* store.checkpoint(city.tenant, consumer))
  while (position !== undefined && notifications !== undefined) {
    const part: Part = yield* read(bureau, position, notifications)
    all.push(...part.planned)
    position = part.next
  }
  return all
})
