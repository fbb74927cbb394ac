import type { Notifier } from "@louyu/ports"
import type { Refusal, SendTrouble, Trouble } from "./session.ts"

type Outcome = Notifier.Outcome
type Failure = Exclude<Outcome, { readonly _tag: "sent" }>
type Refused = NonNullable<Extract<Outcome, { readonly _tag: "sent" }>["refused"]>[number]

/** What became of the copy for some of the recipients. Shape: recipients are places in the message. */
export interface Copy {
  readonly recipients: ReadonlyArray<number>
  readonly outcome: Outcome
}

const isPermanent = (reply: number | undefined): boolean => reply !== undefined && reply >= 500 && reply < 600
const isTemporary = (reply: number | undefined): boolean => reply !== undefined && reply >= 400 && reply < 500

const reasonOf = ({ code, step }: Trouble): string => (code === undefined ? `lost at ${step}` : `SMTP ${code}`)

/** One recipient that was refused. */
export const refused = (recipient: number, { code, reply }: Refusal): Refused => ({
  recipient,
  reason: code === undefined ? "refused" : `SMTP ${code}`,
  permanent: isPermanent(reply)
})

/** What a session that broke off stands for. */
export const ofTrouble = (trouble: Trouble): Failure => {
  const { begun, reply, step } = trouble
  const reason = reasonOf(trouble)
  // Without a reply to the whole message nobody knows whether it was taken.
  if (begun && !isPermanent(reply) && !isTemporary(reply)) return { _tag: "unknown", reason }
  if (!isPermanent(reply)) return { _tag: "retry", reason }
  // 552 finds the message too large, wherever it is said; else a sender is refused whatever the message is.
  if (step === "content" || step === "recipients" || reply === 552) return { _tag: "rejected", reason }
  return { _tag: "channelDisabled", reason }
}

/** What a message that was not taken stands for. */
export const ofSend = (trouble: SendTrouble): Failure => {
  const outcome = ofTrouble(trouble)
  const later = trouble.refusals.find(({ reply }) => !isPermanent(reply))
  return trouble.step === "recipients" && later !== undefined
    ? { _tag: "retry", reason: later.code === undefined ? outcome.reason : `SMTP ${later.code}` }
    : outcome
}

const weight = { sent: 0, unknown: 1, retry: 2, channelDisabled: 3, rejected: 4 } as const

const merged = (copies: ReadonlyArray<Copy>, receipt: string): Outcome => {
  const refusals = copies.flatMap(({ outcome, recipients }): ReadonlyArray<Refused> => {
    if (outcome._tag === "sent") return outcome.refused ?? []
    const { _tag, reason } = outcome
    return recipients.map((recipient) => ({ recipient, reason, permanent: _tag === "rejected" }))
  })
  const [first, ...others] = refusals.toSorted((a, b) => a.recipient - b.recipient)
  return first === undefined ? { _tag: "sent", receipt } : { _tag: "sent", receipt, refused: [first, ...others] }
}

/**
 * The outcome of all copies together.
 *
 * Shape: `unknown` when that is so of one, for nobody may be told that it was not sent; else `sent` when one was, with
 * the recipients of the others as refused; else what can still be mended comes before what cannot.
 */
export const together = (copies: ReadonlyArray<Copy>, receipt: string): Outcome => {
  const outcomes = copies.map(({ outcome }) => outcome).toSorted((a, b) => weight[a._tag] - weight[b._tag])
  const unknown = outcomes.find(({ _tag }) => _tag === "unknown")
  const [best] = outcomes
  if (unknown !== undefined) return unknown
  if (best === undefined) return { _tag: "rejected", reason: "no recipients" }
  return best._tag === "sent" ? merged(copies, receipt) : best
}
