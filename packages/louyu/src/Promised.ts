import type { EventStore, Vault } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as City from "./City.ts"
import { CityClosed } from "./CityError.ts"
import * as EventIds from "./EventIds.ts"

/** The same methods under the same names, answering with promises instead of effects. */
export type Promised<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => Effect.Effect<infer R, infer _E>
    ? (...args: A) => Promise<R>
    : T[K] extends string
      ? T[K]
      : Promised<T[K]>
}

/**
 * A city for people who do not use Effect.
 *
 * Shape: every method of `City.Open`; its promise is rejected with the typed problem itself, which has `code` and
 * `text`. `close` waits for what is under way; afterwards everything is rejected with `CityClosed`. Works with
 * `await using`.
 */
export interface PromisedCity extends Promised<City.Open>, AsyncDisposable {
  close(): Promise<void>
}

/** What a city is opened with. Shape: `store` is the layer of a store adapter; `ids` is for tests. */
export interface Options<E> extends City.Options {
  readonly store: Layer.Layer<EventStore.EventStore | Vault.Vault, E>
  readonly ids?: EventIds.Source
}

/**
 * Opens the city of a tenant, with its store.
 *
 * Fails: the promise is rejected with the problem that `City.open` or the store gives.
 */
export const openCity = async <E>(options: Options<E>): Promise<PromisedCity> => {
  const ids = options.ids === undefined ? Layer.empty : Layer.succeed(EventIds.EventIds, options.ids)
  const runtime = ManagedRuntime.make(Layer.provide(City.layer(options), Layer.merge(options.store, ids)))
  const city = await runtime.runPromise(City.City).catch(async (problem: unknown) => {
    await runtime.dispose()
    throw problem
  })
  return promised(city, runtime)
}

type Method = (...args: ReadonlyArray<never>) => Effect.Effect<unknown, unknown>

const promised = <E>(city: City.Open, runtime: ManagedRuntime.ManagedRuntime<City.City, E>): PromisedCity => {
  const { tenant } = city
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  const run = <A, F>(start: () => Effect.Effect<A, F>): Promise<A> => {
    if (closing !== undefined) return Promise.reject(new CityClosed({ tenant }))
    const answer = runtime.runPromise(Effect.suspend(start))
    underWay.add(answer)
    const over = () => underWay.delete(answer)
    answer.then(over, over)
    return answer
  }
  // Every method of a desk answers with an effect, so that each of them can be run.
  const each = <Desk extends object>(desk: Desk): Promised<Desk> => {
    const methods: ReadonlyArray<readonly [string, Method]> = Object.entries(desk)
    const all = methods.map(([name, method]) => [name, (...args: ReadonlyArray<never>) => run(() => method(...args))])
    return Object.fromEntries(all) as Promised<Desk>
  }
  const end = async (): Promise<void> => {
    await Promise.allSettled(underWay)
    await runtime.dispose()
  }
  const close = () => (closing ??= end())

  return {
    tenant,
    dispatch: (...args) => run(() => city.dispatch(...args)),
    dispatchUnknown: (...args) => run(() => city.dispatchUnknown(...args)),
    dispatchAll: (...args) => run(() => city.dispatchAll(...args)),
    dryRun: (...args) => run(() => city.dryRun(...args)),
    decode: (...args) => run(() => city.decode(...args)),
    catchUp: (...args) => run(() => city.catchUp(...args)),
    version: (...args) => run(() => city.version(...args)),
    size: () => run(() => city.size()),
    history: (...args) => run(() => city.history(...args)),
    profile: () => run(() => city.profile()),
    today: () => run(() => city.today()),
    organisation: each(city.organisation),
    roles: each(city.roles),
    visits: each(city.visits),
    matching: each(city.matching),
    recruitment: each(city.recruitment),
    economy: each(city.economy),
    casework: each(city.casework),
    stations: each(city.stations),
    programmes: each(city.programmes),
    deliveries: each(city.deliveries),
    people: each(city.people),
    overview: (...args) => run(() => city.overview(...args)),
    calendar: () => run(() => city.calendar()),
    close,
    [Symbol.asyncDispose]: close
  }
}
