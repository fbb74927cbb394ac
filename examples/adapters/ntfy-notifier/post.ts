import type { Posting } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/** One request: a text to an address. */
export interface Delivery {
  readonly address: string
  readonly token: Redacted.Redacted<string>
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly timeLimitMillis: number
}

const longestAnswer = 65_536

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}

const read = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) return ""
  }
  return text
}

const exchange = async (delivery: Delivery, signal: AbortSignal): Promise<Posting.Answer> => {
  const response = await fetch(delivery.address, {
    method: "POST",
    // A connection kept open may end just as it is used again, and then nobody knows.
    headers: { ...delivery.headers, authorization: `Bearer ${Redacted.value(delivery.token)}`, connection: "close" },
    body: delivery.text,
    // What follows a redirect takes the token to another place.
    redirect: "manual",
    signal
  })
  const text = await read(response).catch(() => undefined)
  if (text === undefined) return { _tag: "lost", reason: "answer cut off" }
  const after = response.headers.get("retry-after") ?? ""
  const afterMillis = /^\d{1,6}$/u.test(after) ? Number(after) * 1000 : undefined
  return { _tag: "answered", status: response.status, body: parsed(text), afterMillis }
}

// Only these say that nothing was sent. After anything else the message may have arrived.
const unsent = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]

const failure = (thrown: unknown): Posting.Answer => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined
  return unsent.some((one) => one === code)
    ? { _tag: "notReached", reason: "not reached" }
    : { _tag: "lost", reason: "connection lost" }
}

/** Sends once and says what became of it; never fails. Interrupting it, and the time limit, close the connection. */
export const post = (delivery: Delivery): Effect.Effect<Posting.Answer> =>
  URL.canParse(delivery.address)
    ? Effect.tryPromise({ try: (signal) => exchange(delivery, signal), catch: failure }).pipe(
        Effect.catch((answer) => Effect.succeed(answer)),
        Effect.timeoutOrElse({
          duration: delivery.timeLimitMillis,
          orElse: () => Effect.succeed<Posting.Answer>({ _tag: "lost", reason: "no answer in time" })
        })
      )
    : Effect.succeed({ _tag: "noAddress", reason: "address not valid" })
