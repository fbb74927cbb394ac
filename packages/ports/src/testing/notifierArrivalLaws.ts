import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import * as Message from "../Message.ts"
import { attempt, attemptFor, compose, demand, shown } from "./attempt.ts"
import { type Law, same } from "./Law.ts"
import { falsified, type LawFalsified, seed } from "./property.ts"
import { type Arrival, Trial } from "./Trial.ts"

const word = fc.constantFrom("lift", "三号电梯", "meeting", "明天", "17:30", "🏢", "é", "停运", "room", "👩‍🔧", "B座")
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(" "))
const href = fc.integer({ min: 1, max: 999 }).map((n) => `https://example.com/cases/${n}?place=east&view=day`)
const inline: fc.Arbitrary<Message.Inline> = fc.oneof(
  fc.record({ _tag: fc.constantFrom("text" as const, "strong" as const), text: words }),
  fc.record({ _tag: fc.constant("link" as const), text: words, href })
)
const some = <A>(one: fc.Arbitrary<A>): fc.Arbitrary<readonly [A, ...Array<A>]> =>
  fc.tuple(one, fc.array(one, { maxLength: 3 })).map(([first, rest]) => [first, ...rest])
const block: fc.Arbitrary<Message.Block> = fc.oneof(
  fc.record({ _tag: fc.constantFrom("paragraph" as const, "quote" as const), line: some(inline) }),
  fc.record({ _tag: fc.constant("list" as const), items: some(some(inline)) })
)

/** Messages as people write them. */
export const anyDraft = fc.record({ title: words, body: some(block) })

const literal = [
  "*stars* and **more**",
  "_under_ __lines__",
  "<b>bold</b> <script> &amp; &lt;",
  "[words](https://example.com/x)",
  "`code` and # heading",
  "> quote",
  "~~gone~~ | table",
  "1. first - second",
  "back\\slash",
  "\"quotes\" and 'more'",
  "{{name}} %s $1"
]

// The texts must be there in their order; what stands between them (bullets, links, a reference) is the channel's own.
const missing = (message: Message.Message, arrivals: ReadonlyArray<Arrival>): string | undefined => {
  const text = shown(arrivals.map((arrival) => arrival.text))
  let from = 0
  for (const wanted of Message.texts(message)) {
    const at = text.indexOf(shown([wanted]).trim(), from)
    if (at < 0) return wanted
    from = at
  }
  return Message.hrefs(message).find((wanted) => !text.includes(wanted))
}

const arrivesWhole = (draft: { title: string; body: Message.Message["body"] }) =>
  Effect.gen(function* () {
    const { stage } = yield* Trial
    const before = (yield* stage.arrived).length
    const message = yield* compose(draft)
    yield* attemptFor("a message of ordinary length", ["sent"], message)
    const arrivals = (yield* stage.arrived).slice(before)
    const lost = missing(message, arrivals)
    yield* demand("all of it arrives", lost === undefined, `“${lost}”`, JSON.stringify(arrivals))
  })

/** Checks a claim for many drafts, one after another, in one trial whose other side accepts. */
const forDrafts = <A, E>(
  drafts: fc.Arbitrary<A>,
  claim: (draft: A) => Effect.Effect<void, E, Trial>
): Effect.Effect<void, unknown, Trial> =>
  Effect.gen(function* () {
    const { stage } = yield* Trial
    yield* stage.behave("accepts")
    const run = Effect.runPromiseWith(yield* Effect.context<Trial>())
    const property = fc.asyncProperty(drafts, async (draft) => {
      await run(claim(draft))
    })
    yield* Effect.tryPromise({
      try: () => fc.assert(property, { seed, numRuns: 25 }),
      catch: (thrown): LawFalsified => falsified(thrown)
    })
  })

/** What may be in a text without being readable: an adapter survives it and says truly what became of it. */
const strange = fc.oneof(
  fc.constantFrom(
    "a\u0000b",
    "half \ud800",
    "a\r\nBcc: nobody@example.com",
    "\u202eright to left",
    "\u{e0001}",
    "\r\n.\r\n"
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 })
)

const invitation: Message.Invitation = {
  uid: "meeting-7",
  sequence: 1,
  method: "cancel",
  summary: "Council; 东塔",
  place: "Room 3",
  begins: Date.UTC(2026, 11, 1, 1),
  ends: Date.UTC(9999, 11, 31)
}
const about: Message.About = {
  id: "event-1",
  type: "CaseOpened",
  source: "/cities/平湖 1",
  subject: "case-1",
  time: Date.UTC(0, 0, 1),
  data: { "": [null, true, 1.5, "\ud83d", { nested: [] }] }
}

/** That the message which arrives is the one that was sent. */
export const notifierArrivalLaws: ReadonlyArray<Law<Trial>> = [
  {
    id: "notify-arrives-whole",
    title: "title, every text of the body and every link arrive, in order",
    check: forDrafts(anyDraft, arrivesWhole)
  },
  {
    id: "notify-arrives-literally",
    title: "characters that mean something in the channel's markup arrive as themselves",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts")
      for (const text of literal) {
        yield* arrivesWhole({ title: `About ${text}`, body: [{ _tag: "paragraph", line: [{ _tag: "strong", text }] }] })
      }
    })
  },
  {
    id: "notify-any-text",
    title: "whatever characters a message has, an attempt has an outcome, and nothing arrives unless it was sent",
    check: forDrafts(fc.tuple(strange, strange), ([title, text]) =>
      Effect.gen(function* () {
        const { stage } = yield* Trial
        const before = (yield* stage.arrived).length
        const outcome = yield* attempt(yield* compose({ title, body: [Message.plain(text)] }))
        const count = (yield* stage.arrived).length - before
        yield* same("arrived, if and only if it was sent", count > 0, outcome._tag === "sent")
      })
    )
  },
  {
    id: "notify-all-fields",
    title: "a message with an appointment, a fact or an urgency is sent, whether the channel shows them or not",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts")
      const drafts = [
        { urgency: "low" },
        { urgency: "high" },
        { invitation },
        { about },
        { invitation, about }
      ] as const
      for (const draft of drafts) yield* attemptFor("a message with more in it", ["sent"], yield* compose(draft))
    })
  },
  {
    id: "notify-key",
    title: "every attempt at one delivery shows the same key or short reference, and another delivery another",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts")
      const [one, other] = [yield* compose({ key: "delivery-1" }), yield* compose({ key: "delivery-2" })]
      const shows = ({ key, text }: Arrival) =>
        [one, other].filter((m) => key === m.key || text.includes(Message.reference(m.key))).map((m) => m.key)
      for (const message of [one, other, one]) yield* attemptFor("an attempt", ["sent"], message)
      yield* same("the keys shown", (yield* stage.arrived).map(shows), [[one.key], [other.key], [one.key]])
    })
  }
]
