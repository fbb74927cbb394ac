import { type CivilDate, Identifier, type Problem } from "@louyu/kernel"
import { EventStore, type StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Semaphore from "effect/Semaphore"
import {
  type CommandInvalid,
  CommandsRefused,
  type CommandUnknown,
  IdInvalid,
  type LogError,
  type Refusal
} from "./CityError.ts"
import * as Directory from "./Directory.ts"
import type * as Domain from "./Domain.ts"
import * as EventIds from "./EventIds.ts"
import * as History from "./History.ts"
import * as LogReader from "./LogReader.ts"
import { type Report, silent } from "./Progress.ts"
import type { Scope } from "./Shelf.ts"
import * as Submission from "./Submission.ts"

type StreamId = Identifier.StreamId

/** What would come of commands. Shape: `version` is that of the stream of the first command now; with refusals nothing would be recorded. */
export interface DryRun<out Event, out Failure> {
  readonly version: number
  readonly events: ReadonlyArray<Event>
  readonly refusals: ReadonlyArray<Refusal<Failure>>
}

/** What keeps commands from being decided or recorded, whatever they ask for. */
export type DispatchError = Submission.Obstacle | IdInvalid | CommandUnknown

/** Long work may say how far it is. */
export interface Reporting {
  readonly report?: Report
}

/**
 * All facts of one tenant, and the domains that decide about them: commands in, events out, views to ask.
 *
 * One process holds what it knows in memory; `catchUp` takes over what other processes recorded. What is asked of it at
 * the same time is done one after the other.
 */
export interface Ledger<Command, Event, Failure extends Problem.Problem> {
  readonly tenant: Identifier.TenantId

  /**
   * Carries out a command: decides it, records what comes of it, and makes it visible.
   *
   * Fails: with the domain's own reason when it refuses; `VersionConflict` when `expectedVersion` is no longer true, or
   * when others kept being faster.
   */
  dispatch(command: Command, by: Submission.By): Effect.Effect<Submission.Receipt<Event>, Failure | DispatchError>

  /** Like `dispatch`, for what came from outside: an HTTP body, a message, a form. */
  dispatchUnknown(
    input: unknown,
    by: Submission.By
  ): Effect.Effect<Submission.Receipt<Event>, Failure | DispatchError | CommandInvalid>

  /**
   * Carries out commands together, all of them or none, in order; each sees what those before it came to, whichever
   * domain they belong to.
   *
   * Fails: `CommandsRefused` with every refusal and its place; `StreamsMixed` when they belong to several streams and a
   * version is expected; and like `dispatch`.
   */
  dispatchAll(
    commands: ReadonlyArray<Command>,
    by: Submission.By,
    options?: Reporting
  ): Effect.Effect<Submission.Receipt<Event>, CommandsRefused<Failure> | DispatchError>

  /** Says what `dispatchAll` would do, and records nothing. */
  dryRun(commands: ReadonlyArray<Command>, options?: Reporting): Effect.Effect<DryRun<Event, Failure>, DispatchError>

  /** Turns an unknown value into a command. Fails: naming every place that is wrong. */
  decode(input: unknown): Effect.Effect<Command, CommandUnknown | CommandInvalid>

  /** Takes over what other processes recorded; gives the number of events that were news. */
  catchUp(options?: Reporting): Effect.Effect<number, LogError | StoreError.StoreError>

  /** The version of a stream, as far as it was read: what `expectedVersion` is compared with. */
  version(stream: StreamId): Effect.Effect<number>

  /** How many facts are known of the whole city, as far as they were read. Cost: O(streams). */
  size(): Effect.Effect<number>

  /** Who recorded what and when, oldest first, at most `limit` (100) entries a page. */
  history(asked?: History.Asked): Effect.Effect<History.Page<Event>, LogError | StoreError.StoreError>

  /** What a domain of this ledger shows on a date. */
  view<View>(domain: Domain.Visible<View>, on: CivilDate.CivilDate): Effect.Effect<View>
}

/**
 * What a ledger is opened with.
 *
 * Shape: no two domains have the same name or a command of the same name.
 */
export interface Options<C, E, F> extends Reporting {
  readonly tenant: string
  readonly domains: ReadonlyArray<Domain.Domain<C, E, F, unknown>>
}

/** The ledger that domains make together. */
export type LedgerOf<D extends Domain.Any> = Ledger<Domain.CommandOf<D>, Domain.EventOf<D>, Domain.FailureOf<D>>

const parse = <T>(schema: Schema.Codec<T, string>, field: "tenant" | "actor", value: string) =>
  Option.match(Schema.decodeUnknownOption(schema)(value), {
    onNone: () => Effect.fail(new IdInvalid({ field })),
    onSome: Effect.succeed
  })

/**
 * Opens the ledger of a tenant and reads its log.
 *
 * Fails: `IdInvalid`; `EventTypeUnknown`, `EventTooNew`, `EventUnreadable` or `StreamBroken` when the log cannot be read.
 * Cost: one `evolve` for each event of the tenant.
 */
export const open = <D extends Domain.Any>(
  options: Reporting & {
    readonly tenant: string
    readonly domains: ReadonlyArray<D> & Options<Domain.CommandOf<D>, Domain.EventOf<D>, Domain.FailureOf<D>>["domains"]
  }
): Effect.Effect<LedgerOf<D>, IdInvalid | LogError | StoreError.StoreError, EventStore.EventStore> => make(options)

const make = Effect.fnUntraced(function* <C, E, F extends Problem.Problem>(options: Options<C, E, F>) {
  const tenant = yield* parse(Identifier.TenantId, "tenant", options.tenant)
  const store = yield* EventStore.EventStore
  const ids = yield* EventIds.EventIds
  const city: Scope = {}
  const directory = Directory.make(options.domains, city)
  const reader = LogReader.make(store, tenant, directory.shelves)
  // One after the other: a decision must not rest on a state that another one is about to change.
  const turn = (yield* Semaphore.make(1)).withPermits(1)

  const office: Submission.Office<C, E, F> = { store, tenant, city, directory, reader, ids }

  const submit = Effect.fnUntraced(function* (commands: ReadonlyArray<C>, by: Submission.By, report: Report) {
    const [first, ...more] = yield* Effect.fromResult(directory.addresses(commands))
    if (first === undefined) return { ...noReceipt, refusals: [] }
    const actor = yield* parse(Identifier.ActorId, "actor", by.actor)
    const submission = { commands, addresses: [first, ...more], by, actor, report } as const
    return yield* turn(Submission.submit(office, submission))
  })

  const dispatch = Effect.fnUntraced(function* (command: C, by: Submission.By) {
    const { refusals, ...receipt } = yield* submit([command], by, silent)
    const refusal = refusals[0]
    return refusal === undefined ? receipt : yield* Effect.fail(refusal.failure)
  })

  const decode = (input: unknown) => Effect.suspend(() => Effect.fromResult(directory.decode(input)))

  const ledger: Ledger<C, E, F> = {
    tenant,
    dispatch,
    decode,
    dispatchUnknown: (input, by) => Effect.flatMap(decode(input), (command) => dispatch(command, by)),
    dispatchAll: Effect.fnUntraced(function* (commands, by, { report = silent } = {}) {
      const { refusals, ...receipt } = yield* submit(commands, by, report)
      if (refusals.length === 0) return receipt
      return yield* new CommandsRefused<F>({ total: commands.length, refusals })
    }),
    dryRun: Effect.fnUntraced(function* (commands, { report = silent } = {}) {
      const [first, ...more] = yield* Effect.fromResult(directory.addresses(commands))
      if (first === undefined) return noRun
      return yield* turn(Submission.rehearse(office, { commands, addresses: [first, ...more], report }))
    }),
    catchUp: ({ report = silent } = {}) => turn(reader.all(report)),
    version: (stream) => Effect.sync(() => directory.version(stream)),
    size: () => Effect.sync(directory.size),
    history: (asked) => History.read(store, tenant, directory, asked),
    view: (domain, on) => Effect.sync(() => domain.view(city, on))
  }
  yield* ledger.catchUp(options)
  return ledger
})

// What comes of no command at all.
const noReceipt = { version: 0, events: [], ids: [] }
const noRun = { version: 0, events: [], refusals: [] }
