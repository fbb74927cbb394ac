import { Decider } from "@louyu/kernel"
import { EventStore, Vault } from "@louyu/ports"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { City, CityDomain } from "../src/index.ts"
import { command, dates } from "./support/commands.ts"
import { everywhere, seen } from "./support/sight.ts"

const by = { actor: "clerk-1" }
const profile = Profiles.pinghu
const options = { tenant: "t1", profile }
const decider = CityDomain.decider("t1", profile)
const commands = fc.array(command, { maxLength: 25 })

const isOrganisation = (event: City.Event): event is CityDomain.Event => event._tag in CityDomain.Event.cases
// Nobody asks for anything else here; what would not be of the organisation shows as missing.
const ofOrganisation = (events: ReadonlyArray<City.Event>): ReadonlyArray<CityDomain.Event> =>
  events.filter(isOrganisation)

const run = <A, E>(effect: Effect.Effect<A, E, EventStore.EventStore | Vault.Vault>) =>
  Effect.runPromise(Effect.provide(effect, MemoryStore.layer))

const everything = (city: City.Open) =>
  Effect.map(city.history({ limit: 10_000 }), (page) => ofOrganisation(page.entries.map((entry) => entry.event)))

const sights = (city: City.Open) => Effect.forEach(dates, (on) => Effect.map(city.organisation.on(on), seen))

describe("City over any list of commands", () => {
  it("is the fold of its decider: same events, same refusals, same views", () =>
    fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const pure = Decider.run(decider, decider.initial, list, undefined)
        await run(
          Effect.gen(function* () {
            const city = yield* City.open(options)
            const results = yield* Effect.forEach(list, (one) => Effect.result(city.dispatch(one, by)))
            const refused = results.flatMap((result, index) =>
              Result.isFailure(result) ? [{ index, code: result.failure.code }] : []
            )
            expect(refused).toEqual(pure.failures.map(({ index, failure }) => ({ index, code: failure.code })))
            expect(yield* everything(city)).toEqual(pure.events)
            expect(yield* sights(city)).toEqual(everywhere(pure.state.organisation))
            // Whoever reads the log later sees the same.
            expect(yield* sights(yield* City.open(options))).toEqual(everywhere(pure.state.organisation))
          })
        )
      }),
      { numRuns: 150 }
    ))

  it("R1-16 does a list wholly or not at all, as the dry run said", () =>
    fc.assert(
      fc.asyncProperty(commands, commands, async (before, list) => {
        await run(
          Effect.gen(function* () {
            const city = yield* City.open(options)
            for (const one of before) yield* Effect.ignore(city.dispatch(one, by))
            const start = yield* everything(city)
            const pure = Decider.run(decider, Decider.fold(decider, start), list, undefined)

            const rehearsal = yield* city.dryRun(list)
            expect(rehearsal.refusals.map((r) => r.index)).toEqual(pure.failures.map((f) => f.index))
            expect(ofOrganisation(rehearsal.events)).toEqual(pure.events)
            expect(yield* everything(city)).toEqual(start)

            const result = yield* Effect.result(city.dispatchAll(list, by))
            expect(Result.isSuccess(result)).toBe(pure.failures.length === 0)
            expect(yield* everything(city)).toEqual(Result.isSuccess(result) ? [...start, ...pure.events] : start)
            if (Result.isFailure(result) && result.failure._tag === "CommandsRefused") {
              expect(result.failure.refusals.map((r) => r.index)).toEqual(pure.failures.map((f) => f.index))
            }
            expect(yield* sights(city)).toEqual(everywhere(Decider.fold(decider, yield* everything(city)).organisation))
          })
        )
      }),
      { numRuns: 150 }
    ))
})

// A store that gives way before and after every call, so that two cities really come between each other.
const slowly = Layer.effect(
  EventStore.EventStore,
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const pause = <A, E>(effect: Effect.Effect<A, E>) =>
      Effect.yieldNow.pipe(Effect.andThen(effect), Effect.tap(Effect.yieldNow))
    return {
      ...store,
      append: (...args) => pause(store.append(...args)),
      read: (...args) => pause(store.read(...args)),
      readAll: (...args) => pause(store.readAll(...args))
    }
  })
).pipe(Layer.provide(MemoryStore.layer))
const vault = Layer.effect(Vault.Vault, Vault.Vault).pipe(Layer.provide(MemoryStore.layer))

interface Told {
  readonly command: CityDomain.Command
  readonly version: number | undefined
  readonly events: ReadonlyArray<CityDomain.Event>
  readonly code: string | undefined
}

const told = (city: City.Open) => (one: CityDomain.Command) =>
  Effect.map(Effect.result(city.dispatch(one, by)), (result): Told => {
    const common = { command: one, version: undefined, events: [], code: undefined }
    return Result.isSuccess(result)
      ? { ...common, version: result.success.version, events: ofOrganisation(result.success.events) }
      : { ...common, code: result.failure.code }
  })

describe("two cities on one store", () => {
  it("R1-19 end equal, and all that was told is true of one serial order", () =>
    fc.assert(
      fc.asyncProperty(commands, commands, async (left, right) => {
        const program = Effect.gen(function* () {
          const [one, two] = [yield* City.open(options), yield* City.open(options)]
          const halves = [Effect.forEach(left, told(one)), Effect.forEach(right, told(two))]
          const answers = (yield* Effect.all(halves, { concurrency: "unbounded" })).flat()
          yield* one.catchUp()
          yield* two.catchUp()
          const log = yield* everything(one)
          expect(yield* everything(two)).toEqual(log)
          expect(yield* sights(one)).toEqual(yield* sights(two))
          expect(yield* sights(one)).toEqual(everywhere(Decider.fold(decider, log).organisation))

          // In the order of their versions, the accepted commands give just this log, one after the other.
          const accepted = answers
            .filter((a) => a.events.length > 0)
            .sort((a, b) => (a.version ?? 0) - (b.version ?? 0))
          const serial = Decider.run(
            decider,
            decider.initial,
            accepted.map((a) => a.command),
            undefined
          )
          expect(serial.failures).toEqual([])
          expect(serial.events).toEqual(log)
          expect(accepted.flatMap((a) => a.events)).toEqual(log)

          // What was refused, or changed nothing, is so somewhere along that order.
          const states = [decider.initial]
          for (const { events } of accepted) states.push(Decider.fold(decider, events, states.at(-1)))
          for (const { command: one, events, code } of answers) {
            if (events.length > 0) continue
            const answersAlong = states.map((state) => decider.decide(state, one))
            expect(
              answersAlong.some((answer) =>
                Result.isSuccess(answer)
                  ? code === undefined && answer.success.length === 0
                  : answer.failure.code === code
              )
            ).toBe(true)
          }
        })
        await Effect.runPromise(Effect.provide(program, Layer.merge(slowly, vault)))
      }),
      { numRuns: 150 }
    ))
})
