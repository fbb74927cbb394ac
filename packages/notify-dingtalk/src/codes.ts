import { type Notifier, Posting } from "@louyu/ports"

const tenMinutes = 600_000
const tooMany: Posting.Meaning = { as: "retry", word: "too many in a minute", afterMillis: tenMinutes }
const disabled = (word: string): Posting.Meaning => ({ as: "channelDisabled", word })
const rejected = (word: string): Posting.Meaning => ({ as: "rejected", word })

/** What the codes mean, 0 aside. Whoever sends too many is shut out for ten minutes. */
export const codes: ReadonlyMap<number, Posting.Meaning> = new Map([
  [-1, { as: "retry", word: "busy" }],
  [130101, tooMany],
  [410100, tooMany],
  [310000, disabled("security check failed")],
  [300001, disabled("token not valid")],
  [300005, disabled("token not valid")],
  [400101, disabled("token not valid")],
  [400013, disabled("group dissolved")],
  [400102, disabled("robot stopped")],
  [400106, disabled("robot missing")],
  [40035, rejected("parameter missing")],
  [43002, rejected("method not allowed")],
  [43004, rejected("content type not valid")],
  [400105, rejected("message type not supported")],
  [430101, rejected("link not safe")],
  [430102, rejected("content not suitable")],
  [430103, rejected("content not suitable")],
  [430104, rejected("content not suitable")]
])

/** What the words of an answer say beyond its code. Shape: for these codes only, or for all. */
interface Tell {
  readonly codes?: ReadonlySet<number>
  readonly words: RegExp
  readonly meaning: Posting.Meaning
}

const security = new Set([310000])
// Two tables the vendor published disagree on these.
const disputed = new Set([300001, 400013])
const usual = new Set([-1, 130101, 410100])

/** Where the code leaves open what is meant, the first of these that matches decides. */
export const tells: ReadonlyArray<Tell> = [
  { codes: security, words: /keyword/iu, meaning: disabled("keyword missing") },
  { codes: security, words: /timestamp/iu, meaning: disabled("timestamp not valid: check the clock") },
  { codes: security, words: /sign/iu, meaning: disabled("signature not valid") },
  { codes: security, words: /\bip\b|whitelist/iu, meaning: disabled("address not in the list") },
  { codes: disputed, words: /too fast|too many|frequen|limit|throttl|限流|频率/iu, meaning: tooMany },
  { words: /too long|exceed \d+ bytes/iu, meaning: rejected("too long") }
]

type Body = Readonly<Record<string, unknown>>

// The gateway's own way of saying that there were too many; it names the seconds, and has no code, or one of its own.
const blocked = ({ punish, status, wait }: Body): Notifier.Outcome | undefined =>
  status === 1111 && punish === "deny"
    ? {
        _tag: "retry",
        reason: "1111 blocked by the gateway",
        ...(typeof wait === "number" && wait >= 0 && wait < 86_400 ? { afterMillis: Math.ceil(wait * 1000) } : {})
      }
    : undefined

/** The outcome that an answer stands for, or `undefined` when it holds none. */
export const verdict = (body: Body): Notifier.Outcome | undefined => {
  const gateway = blocked(body)
  if (gateway !== undefined) return gateway
  const { errcode: code, errmsg } = body
  if (typeof code !== "number" || !Number.isInteger(code)) return undefined
  if (code === 0) return { _tag: "sent" }
  const words = typeof errmsg === "string" ? errmsg : ""
  const tell = usual.has(code)
    ? undefined
    : tells.find((one) => (one.codes === undefined || one.codes.has(code)) && one.words.test(words))
  return Posting.meaning(tell === undefined ? codes : new Map([[code, tell.meaning]]), code)
}
