import { EventStore, Notifier, type Position, Vault } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as City from "./City.ts"
import type { Bureau, BureauError } from "./delivery/Bureau.ts"
import * as Delivering from "./delivery/Delivering.ts"
import type * as Planner from "./delivery/Planner.ts"
import * as Planning from "./delivery/Planning.ts"

export type { BureauError as DispatcherError } from "./delivery/Bureau.ts"
export type { Attempted, DeliveryReport } from "./delivery/Delivering.ts"
export type { PlanReport } from "./delivery/Planning.ts"

/**
 * How a dispatcher works.
 *
 * Shape: `worker` names it among several. The first time anything is planned for a city, `from` says whether its whole
 * history is told or only what comes from now on (the default). An attempt nobody heard of for `leaseMillis` (a minute)
 * may be made again.
 */
export interface Options {
  readonly worker: string
  readonly from?: "now" | "start"
  readonly leaseMillis?: number
}

/**
 * Tells people what happened: the log of events is the outbox.
 *
 * Shape: `plan` turns new facts into deliveries; `deliver` tries everything that is due; `preview` says what planning
 * would come to and records nothing; `run` does both for ever, every `everyMillis` (five seconds) and when something
 * falls due. At least once: whatever was planned goes out, or is given up and listed; what may have arrived twice did so
 * under one key. Several may work on one city; each delivery is claimed by one of them.
 */
export interface Dispatcher {
  plan(): Effect.Effect<Planning.PlanReport, BureauError>
  preview(after?: Position.Position): Effect.Effect<ReadonlyArray<Planner.Planned>, BureauError>
  deliver(): Effect.Effect<Delivering.DeliveryReport, BureauError>
  run(everyMillis?: number): Effect.Effect<never, BureauError>
}

const minute = 60_000
const everySoOften = 5_000

/** Makes the dispatcher of an open city. */
export const make = Effect.fnUntraced(function* (
  city: City.Open,
  { worker, from = "now", leaseMillis = minute }: Options
): Effect.fn.Return<Dispatcher, never, EventStore.EventStore | Notifier.Notifiers | Vault.Vault> {
  const store = yield* EventStore.EventStore
  const adapters = yield* Notifier.Notifiers
  const vault = yield* Vault.Vault
  const bureau: Bureau = { city, store, adapters, vault, worker, leaseMillis }
  // Of a log that was empty no place can be remembered; whoever looked at it once knows that all that follows is new.
  let begun = from
  const plan = Effect.fnUntraced(function* () {
    const report = yield* Planning.plan(bureau, begun)
    begun = "start"
    return report
  })
  const deliver = () => Delivering.deliver(bureau)
  const once = Effect.fnUntraced(function* (everyMillis: number) {
    yield* plan()
    const { next } = yield* deliver()
    const now = yield* Clock.currentTimeMillis
    yield* Effect.sleep(Math.max(1, Math.min(everyMillis, (next ?? Number.POSITIVE_INFINITY) - now)))
  })
  return {
    plan,
    deliver,
    preview: (after) => Planning.preview(bureau, after),
    run: (everyMillis = everySoOften) => Effect.forever(once(everyMillis))
  }
})
