import type { Message, Notifier } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { SMTPConnectionOptions } from "nodemailer/lib/smtp-connection"
import type { Addressed } from "./addresses.ts"
import { mail } from "./mail.ts"
import { open, type Progress, type Refusal, type Session, type Trouble } from "./session.ts"
import { type Copy, ofSend, ofTrouble, refused } from "./verdict.ts"

/** A message, how to reach the server, and the copies to make. */
export interface Delivery {
  readonly message: Message.Message
  readonly from: { readonly name?: string; readonly address: string }
  readonly connection: SMTPConnectionOptions
  readonly credentials: { readonly user: string; readonly password: string } | undefined
  /** Those who get one copy together. */
  readonly groups: ReadonlyArray<ReadonlyArray<Addressed>>
  readonly timeLimitMillis: number
}

// How long to wait for a server's farewell, once everything else is done.
const farewellMillis = 500

const placesOf = (group: ReadonlyArray<Addressed>): ReadonlyArray<number> =>
  group.flatMap(({ recipients }) => recipients)

const taken = (group: ReadonlyArray<Addressed>, refusals: ReadonlyArray<Refusal>): Notifier.Outcome => {
  const [first, ...others] = refusals.flatMap((refusal) =>
    placesOf(group.filter(({ address }) => address === refusal.address)).map((place) => refused(place, refusal))
  )
  return first === undefined ? { _tag: "sent" } : { _tag: "sent", refused: [first, ...others] }
}

const copyFor = (delivery: Delivery, session: Session, group: ReadonlyArray<Addressed>): Effect.Effect<Copy> =>
  Effect.gen(function* () {
    const { from, message } = delivery
    // Who gets a copy together with others is not shown to them.
    const to = group.length === 1 ? group[0]?.address : undefined
    const content = yield* Effect.result(mail({ message, from, to, stamp: yield* Clock.currentTimeMillis }))
    const recipients = placesOf(group)
    if (content._tag === "Failure")
      return { recipients, outcome: { _tag: "rejected", reason: "no mail can be made of it" } }
    const addresses = group.map(({ address }) => address)
    const outcome = yield* Effect.match(session.send(from.address, addresses, content.success), {
      onSuccess: (refusals) => taken(group, refusals),
      onFailure: ofSend
    })
    return { recipients, outcome }
  })

const copyAll = (delivery: Delivery, copies: Array<Copy>, progress: Progress) =>
  Effect.gen(function* () {
    const { connection, credentials, groups } = delivery
    const session = yield* open(connection, progress)
    if (credentials !== undefined) yield* session.login(credentials.user, credentials.password)
    for (const [index, group] of groups.entries()) {
      if (index > 0) yield* session.reset
      copies.push(yield* copyFor(delivery, session, group))
      progress.begun = false
    }
    yield* Effect.timeoutOption(session.quit, farewellMillis)
  })

const late = ({ begun }: Progress): Notifier.Outcome =>
  begun ? { _tag: "unknown", reason: "no answer in time" } : { _tag: "retry", reason: "not given in time" }

/** Gives a message to a server, copy by copy, and says what became of each within the time limit. */
export const deliver = (delivery: Delivery): Effect.Effect<ReadonlyArray<Copy>> =>
  Effect.suspend(() => {
    const copies: Array<Copy> = []
    const progress: Progress = { begun: false }
    const rest = (outcome: Notifier.Outcome): ReadonlyArray<Copy> => [
      ...copies,
      ...delivery.groups.slice(copies.length).map((group) => ({ recipients: placesOf(group), outcome }))
    ]
    return Effect.scoped(copyAll(delivery, copies, progress)).pipe(
      Effect.timeoutOption(delivery.timeLimitMillis),
      Effect.match({
        onSuccess: Option.match({ onNone: () => rest(late(progress)), onSome: () => copies }),
        onFailure: (trouble: Trouble) => rest(ofTrouble(trouble))
      })
    )
  })
