import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { EventStore, type ReadOptions, type Write } from "../EventStore.ts"
import * as Position from "../Position.ts"
import type { EventIdReused, StoreError, VersionConflict } from "../StoreError.ts"
import { type Law, same } from "./Law.ts"
import { ModelStore } from "./ModelStore.ts"
import { falsified, seed } from "./property.ts"
import { readPages } from "./readLaws.ts"
import { event } from "./Sample.ts"

// What runs: the adapter under two tenants that no other run uses, the places it has given out so far, and what
// it was sent.
class Real {
  readonly run: <A, E>(effect: Effect.Effect<A, E, EventStore>) => Promise<A>
  readonly name: string
  readonly places = new Map<number, ReadonlyArray<Position.Position>>()
  readonly sent = new Map<number, ReadonlyArray<ReadonlyArray<Write>>>()
  constructor(run: Real["run"], name: string) {
    this.run = run
    this.name = name
  }
  tenant(index: number): Identifier.TenantId {
    return Identifier.TenantId.make(`${this.name}-${index}`)
  }
}

type Command = fc.AsyncCommand<ModelStore, Real>

const streamNo = (index: number): Identifier.StreamId => Identifier.StreamId.make(`stream-${index}`)

// The id told is any of those that stand in the way, so it is not compared.
const outcome = <A>(result: Result.Result<A, VersionConflict | EventIdReused | StoreError>): unknown => {
  if (Result.isSuccess(result)) return result.success
  const { failure } = result
  return failure._tag === "VersionConflict"
    ? [failure._tag, failure.stream, failure.expected, failure.actual]
    : failure._tag
}

const command = (
  text: string,
  act: (model: ModelStore, real: Real) => Effect.Effect<void, unknown, EventStore>
): Command => ({ check: () => true, run: (model, real) => real.run(act(model, real)), toString: () => text })

type Belief = "right" | "any" | number

type Part = readonly [at: number, expected: Belief, ids: ReadonlyArray<number>]

const send = (of: number, writes: ReadonlyArray<Write>) => (model: ModelStore, real: Real) =>
  Effect.gen(function* () {
    const [tenant, store] = [real.tenant(of), yield* EventStore]
    real.sent.set(of, [...(real.sent.get(of) ?? []), writes])
    const [first, ...others] = writes
    // One write is an append, so that both are tried.
    if (first !== undefined && others.length === 0) {
      const { stream, expected, events } = first
      const actual = yield* Effect.result(store.append(tenant, stream, expected, events))
      return yield* same("append", outcome(actual), outcome(model.append(tenant, stream, expected, events)))
    }
    const actual = yield* Effect.result(store.appendAll(tenant, writes))
    yield* same("appendAll", outcome(actual), outcome(model.appendAll(tenant, writes)))
  })

// What is right for a stream is what it would have after the writes before, if they are written.
const append = (of: number, parts: ReadonlyArray<Part>): Command =>
  command(`append(${of}, ${JSON.stringify(parts)})`, (model, real) => {
    const lengths = new Map<number, number>()
    const writes = parts.map(([at, expected, ids]): Write => {
      const length = lengths.get(at) ?? model.stream(real.tenant(of), streamNo(at)).length
      lengths.set(at, length + ids.length)
      const events = ids.map((id) => event(`e-${id}`, { id, at }))
      return { stream: streamNo(at), expected: expected === "right" ? length : expected, events }
    })
    return send(of, writes)(model, real)
  })

const sendAgain = (of: number, which: number): Command =>
  command(`sendAgain(${of}, ${which})`, (model, real) => {
    const sent = real.sent.get(of) ?? []
    return send(of, sent[which % sent.length] ?? [])(model, real)
  })

const read = (of: number, at: number, options: ReadOptions): Command =>
  command(`read(${of}, ${at}, ${JSON.stringify(options)})`, (model, real) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const [tenant, stream] = [real.tenant(of), streamNo(at)]
      yield* same("read", yield* store.read(tenant, stream, options), model.read(tenant, stream, options))
    })
  )

const pages = (of: number, limit: number): Command =>
  command(`pages(${of}, ${limit})`, (model, real) =>
    Effect.gen(function* () {
      const tenant = real.tenant(of)
      const recorded = yield* readPages(tenant, limit)
      yield* same(
        "readAll",
        recorded.map((r) => r.event),
        model.of(tenant)
      )
      const known = real.places.get(of) ?? []
      const places = recorded.map((r) => r.position)
      yield* same("the positions known", places.slice(0, known.length), known)
      real.places.set(of, places)
    })
  )

const checkpoint = (of: number, who: number, index: number): Command =>
  command(`checkpoint(${of}, ${who}, ${index})`, (model, real) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const [tenant, consumer] = [real.tenant(of), Position.ConsumerId.make(`consumer-${who}`)]
      const places = [Position.start, ...(real.places.get(of) ?? [])]
      const place = index % places.length
      yield* store.setCheckpoint(tenant, consumer, places[place] ?? Position.start)
      model.setCheckpoint(tenant, consumer, Position.Position.make(`${place}`))
      const furthest = places[Number(model.checkpoint(tenant, consumer))]
      yield* same("the checkpoint", yield* store.checkpoint(tenant, consumer), furthest)
    })
  )

const two = fc.nat({ max: 1 })
const belief = fc.oneof(fc.constantFrom("right" as const, "any" as const), fc.nat({ max: 5 }))
const ids = fc.array(fc.nat({ max: 12 }), { maxLength: 4 })
// Right beliefs and new ids as a rule, since one refusal is the answer to all.
const part = fc.tuple(
  fc.nat({ max: 2 }),
  fc.oneof({ weight: 6, arbitrary: fc.constant("right" as const) }, { weight: 1, arbitrary: belief }),
  fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 3 })
)
const commands = fc.commands(
  [
    fc.tuple(two, two, belief, ids).map(([of, ...only]) => append(of, [only])),
    fc.tuple(two, fc.array(part, { minLength: 2, maxLength: 3 })).map((args) => append(...args)),
    fc.tuple(two, fc.nat()).map((args) => sendAgain(...args)),
    fc
      .tuple(two, two, fc.record({ from: fc.nat({ max: 6 }), limit: fc.nat({ max: 4 }) }, { requiredKeys: [] }))
      .map((args) => read(...args)),
    fc.tuple(two, fc.integer({ min: 1, max: 4 })).map((args) => pages(...args)),
    fc.tuple(two, two, fc.nat()).map((args) => checkpoint(...args))
  ],
  { maxCommands: 40, size: "max" }
)

/** The whole port against the plainest implementation, under random sequences of calls. */
export const modelLaw: Law<EventStore> = {
  id: "model",
  title: "any sequence of calls is answered as the plain model answers it",
  check: Effect.gen(function* () {
    const run = Effect.runPromiseWith(yield* Effect.context<EventStore>())
    let count = 0
    const property = fc.asyncProperty(commands, async (sequence) => {
      const name = `run-${count++}`
      await fc.asyncModelRun(() => ({ model: new ModelStore(), real: new Real(run, name) }), sequence)
    })
    yield* Effect.tryPromise({ try: () => fc.assert(property, { seed, numRuns: 80 }), catch: falsified })
  })
}
