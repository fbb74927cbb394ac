import * as Effect from "effect/Effect"
import * as Message from "../Message.ts"
import { attemptFor, compose, type Draft, demand } from "./attempt.ts"
import { type Law, same } from "./Law.ts"
import { type Arrival, type Behaviour, Trial } from "./Trial.ts"

const count = 4_000
const numbered = Array.from({ length: count }, (_, index) => `楼${index + 1}层`)
const unbroken = "👩‍🔧梯".repeat(6_000)
const points = (texts: ReadonlyArray<string>, point: string) => texts.join("").split(point).length - 1

// Where a place is given only to what was asked for, an empty list says that nothing at all came.
const lengthLaw = (
  id: string,
  title: string,
  draft: Draft,
  check: (arrivals: ReadonlyArray<Arrival>) => Effect.Effect<void, unknown>,
  behaviours: readonly [Behaviour, ...ReadonlyArray<Behaviour>] = ["accepts"]
): Law<Trial> => ({
  id,
  title,
  check: Effect.gen(function* () {
    const { stage } = yield* Trial
    yield* stage.behave(...behaviours)
    const whole = behaviours.length === 1
    const message = yield* compose(draft)
    const outcome = yield* attemptFor("a long message", whole ? ["sent", "rejected"] : outcomes, message)
    const arrivals = yield* stage.arrived
    if (outcome._tag === "sent") yield* check(arrivals)
    else if (whole) yield* same("arrived of a message that is rejected", arrivals, [])
    const visible = ({ key, text }: Arrival) => key === message.key || text.includes(Message.reference(message.key))
    yield* same("parts without their key", arrivals.filter((one) => !visible(one)).length, 0)
  })
})
const outcomes = ["sent", "rejected", "retry", "unknown", "channelDisabled"] as const

const wordsInOrder = (arrivals: ReadonlyArray<Arrival>) => {
  // A word that is cut at the end of a part is not found whole in any of them.
  const found = arrivals.flatMap(({ text }) => text.match(/楼\d+层/gu) ?? [])
  const first = numbered.findIndex((word, index) => found[index] !== word)
  return demand(
    "every word is there, once and in order",
    first < 0 && found.length === count,
    `${numbered[first]}`,
    `${found[first]}`
  )
}

const pointsKept = (arrivals: ReadonlyArray<Arrival>) => {
  const texts = arrivals.map(({ text }) => text)
  return Effect.gen(function* () {
    yield* same(
      "halves of characters",
      texts.filter((text) => !text.isWellFormed() || text.includes("\ufffd")).length,
      0
    )
    for (const point of ["👩", "🔧", "梯"]) yield* same(`the number of ${point}`, points(texts, point), 6_000)
  })
}

const long: Draft = { body: [Message.plain(numbered.join(" "))] }

/** What becomes of a message that is longer than the channel takes at once. */
export const notifierLengthLaws: ReadonlyArray<Law<Trial>> = [
  lengthLaw(
    "notify-long",
    "a long message arrives whole, in parts that end between words, or is rejected; nothing is cut off silently",
    long,
    wordsInOrder
  ),
  lengthLaw(
    "notify-long-unbroken",
    "a long text without a blank is cut between characters or the message rejected",
    { body: [Message.plain(unbroken)] },
    pointsKept
  ),
  lengthLaw(
    "notify-long-title",
    "a long title arrives whole or the message is rejected",
    { title: numbered.join(" ") },
    wordsInOrder
  ),
  lengthLaw(
    "notify-long-partly",
    "a long message of which only the first part was taken is not sent",
    long,
    wordsInOrder,
    ["accepts", "badGateway"]
  )
]
