import { type Notifier, Posting } from "@louyu/ports"

const disabled = (word: string): Posting.Meaning => ({ as: "channelDisabled", word })
const rejected = (word: string): Posting.Meaning => ({ as: "rejected", word })

/** What the codes mean, 0 aside. */
export const codes: ReadonlyMap<number, Posting.Meaning> = new Map([
  [11232, { as: "retry", word: "too many in a minute", afterMillis: 60_000 }],
  [99991400, { as: "retry", word: "too many" }],
  [19001, disabled("token not valid")],
  [19021, disabled("signature not valid, or the clock is wrong")],
  [19022, disabled("address not in the list")],
  [19024, disabled("keyword missing")],
  [9499, rejected("request not valid or too long")],
  [19002, rejected("parameter not valid")],
  [19036, rejected("too long")]
])

// Old robots say it in the second pair of fields only; where there is a code, it counts.
const codeOf = (body: Readonly<Record<string, unknown>>): unknown => ("code" in body ? body.code : body.StatusCode)

/** The outcome that an answer stands for, or `undefined` when it holds none. */
export const verdict = (body: Readonly<Record<string, unknown>>): Notifier.Outcome | undefined => {
  const code = codeOf(body)
  if (typeof code !== "number" || !Number.isInteger(code)) return undefined
  return code === 0 ? { _tag: "sent" } : Posting.meaning(codes, code)
}
