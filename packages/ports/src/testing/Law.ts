import { Problem } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"

/**
 * One promise of a port, as something that can be run.
 *
 * Shape: `id` is stable and names the law in declared limits; `check` fails, with whatever says most, when an adapter
 * breaks the promise. It may leave anything behind: every law is run on a store of its own.
 */
export interface Law<R> {
  readonly id: string
  readonly title: string
  readonly check: Effect.Effect<void, unknown, R>
}

/** A promise that an adapter does not keep, said openly. Shape: `law` is the law's id, `reason` is never empty. */
export interface Limit {
  readonly law: string
  readonly reason: string
}

/** An adapter answered differently from what its port promises. */
export class LawBroken extends Problem.define(
  "ports",
  "LawBroken"
)<{
  readonly claim: string
  readonly expected: string
  readonly actual: string
}>((e) => ({
  zh: `违反约定：${e.claim}。\n  应为 ${e.expected}\n  实为 ${e.actual}`,
  en: `Broken promise: ${e.claim}.\n  expected ${e.expected}\n  actual   ${e.actual}`
})) {}

/** A declared limit names no law, gives no reason, or is out of date because the law is kept. */
export class LimitInvalid extends Problem.define(
  "ports",
  "LimitInvalid"
)<{
  readonly law: string
  readonly why: "unknownLaw" | "noReason" | "stale"
}>((e) => {
  const [zh, en] = {
    unknownLaw: ["没有这条约定", "there is no such law"],
    noReason: ["没有写明理由", "it gives no reason"],
    stale: ["该约定其实已经满足，请删除这条声明", "the law is kept in fact; remove the limit"]
  }[e.why]
  return { zh: `对 ${e.law} 的限制声明无效：${zh}。`, en: `The declared limit on ${e.law} is not valid: ${en}.` }
}) {}

// `fromEntries` keeps a key such as `__proto__` an ordinary key.
const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const write = (value: unknown): string => JSON.stringify(value, sorted) ?? "undefined"

/** Demands that two JSON values are the same, whatever the order of their keys. */
export const same = (claim: string, actual: unknown, expected: unknown): Effect.Effect<void, LawBroken> =>
  write(actual) === write(expected)
    ? Effect.void
    : Effect.fail(new LawBroken({ claim, expected: write(expected), actual: write(actual) }))

/** Demands that an effect fails in the way named, and gives the failure. */
export const refused = <A, E extends { readonly _tag: string }, R, Tag extends E["_tag"]>(
  claim: string,
  tag: Tag,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<Extract<E, { readonly _tag: Tag }>, LawBroken, R> => {
  const is = (error: E): error is Extract<E, { readonly _tag: Tag }> => error._tag === tag
  return Effect.matchEffect(effect, {
    onSuccess: (value) => Effect.fail(new LawBroken({ claim, expected: tag, actual: write(value) })),
    onFailure: (error) =>
      is(error) ? Effect.succeed(error) : Effect.fail(new LawBroken({ claim, expected: tag, actual: error._tag }))
  })
}

/**
 * Runs a law on a store of its own and says whether the adapter is as good as its word.
 *
 * Fails: with what the law found when it is broken and no limit was declared; `LimitInvalid` when a limit has no reason
 * or the law is kept in spite of it.
 */
export const judge = <R>(
  law: Law<R>,
  layer: () => Layer.Layer<R, unknown>,
  limits: ReadonlyArray<Limit> = []
): Effect.Effect<void, unknown> =>
  Effect.gen(function* () {
    const limit = limits.find((l) => l.law === law.id)
    if (limit !== undefined && limit.reason.trim() === "") {
      return yield* new LimitInvalid({ law: law.id, why: "noReason" })
    }
    // A store that cannot even be built fails here; no limit excuses that.
    const exit = yield* Effect.provide(Effect.exit(law.check), layer(), { local: true })
    if (limit === undefined) return yield* exit
    if (Exit.isSuccess(exit)) return yield* new LimitInvalid({ law: law.id, why: "stale" })
  })

/** The limits that name none of the laws; a suite with one is not valid. */
export const unknownLimits = <R>(
  laws: ReadonlyArray<Law<R>>,
  limits: ReadonlyArray<Limit>
): ReadonlyArray<LimitInvalid> =>
  limits
    .filter((limit) => !laws.some((law) => law.id === limit.law))
    .map((limit) => new LimitInvalid({ law: limit.law, why: "unknownLaw" }))
