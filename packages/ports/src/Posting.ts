import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Outcome } from "./Notifier.ts"

/**
 * One request to the other side of a channel that speaks JSON.
 *
 * Shape: without a body it is a GET. The address is `Redacted`, for with many vendors it is the key.
 */
export interface Request {
  readonly address: Redacted.Redacted<string>
  readonly body?: unknown
  readonly contentType?: string
  readonly timeLimitMillis: number
}

/**
 * What became of a request.
 *
 * Shape:
 * - `answered`: there is an answer; `body` is what JSON it held, or `undefined`.
 * - `notReached`: it never left, so that it may be tried again. `noAddress`: there is nowhere to send it.
 * - `lost`: it went out, and there is no answer, or none that ends.
 */
export type Answer =
  | {
      readonly _tag: "answered"
      readonly status: number
      readonly body: Readonly<Record<string, unknown>> | undefined
      readonly afterMillis: number | undefined
    }
  | { readonly _tag: "notReached" | "noAddress" | "lost"; readonly reason: string }

/** What a vendor means by a code. Shape: `word` is the adapter's own, for people who look for the cause. */
export interface Meaning {
  readonly as: "retry" | "channelDisabled" | "rejected"
  readonly word: string
  readonly afterMillis?: number
}

// An answer is some hundred bytes; whoever sends more is not the other side we know.
const longestAnswer = 65_536

const text = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let read = ""
  for await (const chunk of response.body ?? []) {
    read += decoder.decode(chunk, { stream: true })
    if (read.length > longestAnswer) return ""
  }
  return read + decoder.decode()
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const parsed = (body: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const waits = ["retry-after", "x-ogw-ratelimit-reset"]

// Dates are not read: whoever gives one gives a whole number of seconds elsewhere, and our clock may differ from theirs.
const waitOf = (headers: Headers): number | undefined => {
  const given = waits.map((name) => headers.get(name)).find((value) => value !== null && /^\d{1,6}$/u.test(value))
  return given === undefined || given === null ? undefined : Number(given) * 1000
}

const unsent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/u
const untrusted = /^(?:CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/u

const failure = (thrown: unknown): Answer => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  const code = isRecord(cause) && typeof cause.code === "string" ? cause.code : ""
  if (unsent.test(code)) return { _tag: "notReached", reason: "not reached" }
  if (untrusted.test(code)) return { _tag: "notReached", reason: "certificate not trusted" }
  return { _tag: "lost", reason: "connection lost" }
}

const exchange = async ({ address, body, contentType }: Request, signal: AbortSignal): Promise<Answer> => {
  const response = await fetch(Redacted.value(address), {
    method: body === undefined ? "GET" : "POST",
    // A connection kept open may be closed by the other side just as it is used again, and then nobody knows.
    headers: {
      connection: "close",
      ...(body === undefined ? {} : { "content-type": contentType ?? "application/json" })
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // What follows a redirect takes the key to another place.
    redirect: "manual",
    signal
  })
  const { headers, status } = response
  const received = await text(response).catch(() => undefined)
  if (received === undefined) return { _tag: "lost", reason: "answer cut off" }
  return { _tag: "answered", status, body: parsed(received), afterMillis: waitOf(headers) }
}

const isAddress = (address: string): boolean =>
  URL.canParse(address) && ["http:", "https:"].includes(new URL(address).protocol)

/**
 * Sends one request and says what became of it. Never fails, follows no redirect, tries nothing twice.
 *
 * Units: `timeLimitMillis` is for connecting, sending and the whole answer together.
 */
export const request = (one: Request): Effect.Effect<Answer> =>
  isAddress(Redacted.value(one.address))
    ? Effect.tryPromise({ try: (signal) => exchange(one, signal), catch: failure }).pipe(
        Effect.catch((answer) => Effect.succeed(answer)),
        Effect.timeoutOrElse({
          duration: one.timeLimitMillis,
          orElse: () => Effect.succeed<Answer>({ _tag: "lost", reason: "timed out" })
        })
      )
    : Effect.succeed({ _tag: "noAddress", reason: "address not valid" })

/**
 * The outcome that a vendor's code stands for. A code not in the table was no success either: the message is rejected.
 *
 * ```ts
 * const codes = new Map([[45009, { as: "retry", word: "too many", afterMillis: 60_000 } as const]])
 * Posting.meaning(codes, 45009) // => { _tag: "retry", reason: "45009 too many", afterMillis: 60_000 }
 * Posting.meaning(codes, 12345) // => { _tag: "rejected", reason: "12345 unknown code" }
 * ```
 */
export const meaning = (codes: ReadonlyMap<number, Meaning>, code: number): Outcome => {
  const { as, word, afterMillis }: Meaning = codes.get(code) ?? { as: "rejected", word: "unknown code" }
  const reason = `${code} ${word}`
  return as === "retry" && afterMillis !== undefined ? { _tag: as, reason, afterMillis } : { _tag: as, reason }
}

const byStatus = (status: number, afterMillis: number | undefined): Outcome => {
  const reason = `HTTP ${status}`
  if ([408, 425, 429, 500, 502, 503].includes(status)) {
    return afterMillis === undefined ? { _tag: "retry", reason } : { _tag: "retry", reason, afterMillis }
  }
  // The gateway passed it on and stopped waiting.
  if (status === 504 || status >= 500 || status < 300) return { _tag: "unknown", reason }
  return { _tag: [400, 405, 413, 414, 415, 422, 431].includes(status) ? "rejected" : "channelDisabled", reason }
}

/** The longer of what the vendor's table says to wait and what the answer itself says. */
const patient = (outcome: Outcome, afterMillis: number | undefined): Outcome =>
  outcome._tag === "retry" && afterMillis !== undefined
    ? { ...outcome, afterMillis: Math.max(afterMillis, outcome.afterMillis ?? 0) }
    : outcome

const unanswered = { lost: "unknown", notReached: "retry", noAddress: "channelDisabled" } as const

/**
 * The outcome of an attempt, by the answer.
 *
 * Shape: `read` finds the vendor's own verdict in the JSON of an answer, or `undefined` when it holds none. A verdict
 * counts whatever the HTTP status, but success outside 200 to 299 is `unknown`, and so is 200 to 299 without a verdict.
 */
export const outcome = (
  answer: Answer,
  read: (body: Readonly<Record<string, unknown>>) => Outcome | undefined
): Outcome => {
  if (answer._tag !== "answered") return { _tag: unanswered[answer._tag], reason: answer.reason }
  const { afterMillis, body, status } = answer
  const verdict = body === undefined ? undefined : read(body)
  if (status >= 200 && status < 300) {
    return verdict === undefined ? { _tag: "unknown", reason: "answer not understood" } : patient(verdict, afterMillis)
  }
  if (verdict === undefined) return byStatus(status, afterMillis)
  return verdict._tag === "sent" ? { _tag: "unknown", reason: `HTTP ${status}` } : patient(verdict, afterMillis)
}
