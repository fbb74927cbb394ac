import { type Notifier, Posting } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Semaphore from "effect/Semaphore"
import { codeOf, ofApplication } from "./codes.ts"

/** What an application shows to get a token. */
export interface Credentials {
  readonly corpId: string
  readonly secret: Redacted.Redacted<string>
}

type Failure = Exclude<Notifier.Outcome, { readonly _tag: "sent" }>

/** A token, or why there is none. */
export type Granted =
  | { readonly _tag: "granted"; readonly token: Redacted.Redacted<string> }
  | { readonly _tag: "refused"; readonly outcome: Failure }

/**
 * Where tokens come from. WeCom gives every application one token at a time, so several processes that send for the
 * same application may want a source of their own that they share.
 */
export interface Source {
  /** The token to use now. */
  readonly get: (credentials: Credentials) => Effect.Effect<Granted>
  /** Forgets a token that was refused; one that has come in its place since is kept. */
  readonly drop: (credentials: Credentials, token: Redacted.Redacted<string>) => Effect.Effect<void>
}

interface Held {
  readonly gate: Semaphore.Semaphore
  granted: { readonly token: Redacted.Redacted<string>; readonly until: number } | undefined
  refused: Granted | undefined
  refusals: number
}

const fresh = (held: Held, now: number): Granted | undefined =>
  held.granted !== undefined && now < held.granted.until ? { _tag: "granted", token: held.granted.token } : undefined

// Renewed five minutes early, or halfway where the life is shorter than ten.
const lifeMillis = (seconds: number): number => Math.max(seconds - 300, seconds / 2) * 1000

const read = (
  body: Readonly<Record<string, unknown>>
): { readonly token: string; readonly seconds: number } | undefined => {
  const { access_token: token, expires_in: seconds } = body
  const complete = codeOf(body) === 0 && typeof token === "string" && token !== "" && typeof seconds === "number"
  return complete && seconds > 0 ? { token, seconds } : undefined
}

// Nothing of the message has gone out, and nothing is wrong with it.
const refusal = (answer: Posting.Answer): Failure => {
  const outcome = Posting.outcome(answer, (body) => {
    const code = codeOf(body)
    return code === undefined || code === 0 ? undefined : Posting.meaning(ofApplication, code)
  })
  if (outcome._tag === "sent") return { _tag: "retry", reason: "token: none" }
  const reason = `token: ${outcome.reason}`
  if (outcome._tag === "retry") return { ...outcome, reason }
  return { _tag: outcome._tag === "unknown" ? "retry" : "channelDisabled", reason }
}

/**
 * Makes a source that asks WeCom and keeps what it gets until shortly before it expires.
 *
 * Shape: whoever asks while another request is under way waits for its end, and shares it also when it failed.
 */
export const make = (options: { readonly baseUrl: string; readonly timeLimitMillis: number }): Source => {
  const all = new Map<string, Held>()
  const heldFor = ({ corpId, secret }: Credentials): Held => {
    const id = JSON.stringify([corpId, Redacted.value(secret)])
    const held = all.get(id) ?? { gate: Semaphore.makeUnsafe(1), granted: undefined, refused: undefined, refusals: 0 }
    all.set(id, held)
    return held
  }
  const renew = Effect.fnUntraced(function* (held: Held, { corpId, secret }: Credentials) {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: Redacted.value(secret) })
    const address = Redacted.make(`${options.baseUrl}/cgi-bin/gettoken?${query}`)
    const answer = yield* Posting.request({ address, timeLimitMillis: options.timeLimitMillis })
    const ok = answer._tag === "answered" && answer.status >= 200 && answer.status < 300 && answer.body !== undefined
    const got = ok ? read(answer.body) : undefined
    if (got === undefined) {
      const refused: Granted = { _tag: "refused", outcome: refusal(answer) }
      held.refused = refused
      held.refusals += 1
      return refused
    }
    const token = Redacted.make(got.token)
    held.granted = { token, until: (yield* Clock.currentTimeMillis) + lifeMillis(got.seconds) }
    return { _tag: "granted", token } satisfies Granted
  })
  return {
    get: Effect.fnUntraced(function* (credentials) {
      const held = heldFor(credentials)
      const known = fresh(held, yield* Clock.currentTimeMillis)
      if (known !== undefined) return known
      const { refusals } = held
      const turn = Effect.flatMap(Clock.currentTimeMillis, (now) => {
        const shared = fresh(held, now) ?? (held.refusals === refusals ? undefined : held.refused)
        return shared === undefined ? renew(held, credentials) : Effect.succeed(shared)
      })
      return yield* held.gate.withPermits(1)(turn)
    }),
    drop: (credentials, token) =>
      Effect.sync(() => {
        const held = heldFor(credentials)
        if (held.granted !== undefined && Redacted.value(held.granted.token) === Redacted.value(token)) {
          held.granted = undefined
        }
      })
  }
}
