import { Message, type Notifier } from "@louyu/ports"
import { ModelNotifier, type Trial } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

type Answer = ModelNotifier.Answer
type Outcome = Notifier.Outcome
type Office = ModelNotifier.ModelOffice

/** A notifier with one fault, and the laws that must find it. */
export interface NotifierMutant {
  readonly fault: string
  readonly brokenLaws: ReadonlyArray<string>
  readonly layer: () => Layer.Layer<Trial.Trial>
}

const mutant = (
  fault: string,
  brokenLaws: ReadonlyArray<string>,
  adapter: (office: Office) => Notifier.Adapter
): NotifierMutant => ({ fault, brokenLaws, layer: () => ModelNotifier.trial(adapter) })

const sent: Outcome = { _tag: "sent" }
const because = (_tag: "retry" | "channelDisabled" | "rejected" | "unknown"): Outcome => ({ _tag, reason: "faulty" })

/** Takes one answer for something it is not. */
const misreads = (answer: Answer, outcome: Outcome, brokenLaws: ReadonlyArray<string>): NotifierMutant =>
  mutant(`takes “${answer}” for ${outcome._tag}`, brokenLaws, (office) =>
    ModelNotifier.make(office, { outcome: (given) => (given === answer ? outcome : ModelNotifier.outcome(given)) })
  )

/** Writes something else than the message. */
const writes = (
  fault: string,
  brokenLaws: ReadonlyArray<string>,
  text: (message: Message.Message, text: string) => string | ReadonlyArray<string>
): NotifierMutant =>
  mutant(fault, brokenLaws, (office) =>
    ModelNotifier.make(office, {
      parts: (message) => ModelNotifier.parts(message).flatMap((part) => text(message, part))
    })
  )

/** Does something beside the sending. */
const besides = (
  fault: string,
  brokenLaws: ReadonlyArray<string>,
  send: (good: Notifier.Adapter["send"], office: Office) => Notifier.Adapter["send"]
): NotifierMutant =>
  mutant(fault, brokenLaws, (office) => {
    const good = ModelNotifier.make(office)
    return { ...good, send: send(good.send, office) }
  })

const whole = (message: Message.Message): string =>
  `${ModelNotifier.write(message)}\n#${Message.reference(message.key)}`
const cutEvery = (text: string, most: number): ReadonlyArray<string> =>
  Array.from({ length: Math.ceil(text.length / most) }, (_, index) => text.slice(index * most, (index + 1) * most))

const outcomeMutants: ReadonlyArray<NotifierMutant> = [
  misreads("refuses", sent, ["notify-refused", "notify-concurrent"]),
  misreads("refuses", because("retry"), ["notify-refused"]),
  misreads("slowsDown", sent, ["notify-slow-down"]),
  misreads("slowsDown", because("retry"), ["notify-slow-down"]),
  misreads("disabled", because("retry"), ["notify-disabled"]),
  misreads("disabled", because("rejected"), ["notify-disabled"]),
  misreads("unreachable", because("unknown"), ["notify-unreachable"]),
  misreads("drops", because("retry"), ["notify-drops"]),
  misreads("badGateway", because("rejected"), ["notify-bad-gateway"]),
  misreads("badGateway", sent, ["notify-bad-gateway", "notify-long-partly"]),
  misreads("redirects", sent, ["notify-redirects"]),
  misreads("cutOff", sent, ["notify-cut-off"]),
  misreads("gibberish", sent, ["notify-gibberish"]),
  misreads("taken", because("unknown"), ["notify-sent"]),
  mutant("takes a time-out for a failure", ["notify-hangs"], (office) =>
    ModelNotifier.make(office, { late: because("retry") })
  ),
  mutant("waits for ever", ["notify-hangs"], (office) => ModelNotifier.make(office, { timeLimitMillis: 1e9 })),
  mutant("follows redirects", ["notify-redirects"], (office) =>
    ModelNotifier.make(office, {
      exchange: (_, text) =>
        Effect.tap(ModelNotifier.exchange(office, text), (answer) =>
          Effect.sync(() => {
            if (answer === "redirects") office.strayed += 1
          })
        )
    })
  ),
  mutant("fails on a lost connection", ["notify-drops"], (office) =>
    ModelNotifier.make(office, {
      exchange: (_, text) =>
        Effect.flatMap(ModelNotifier.exchange(office, text), (answer) =>
          answer === "drops" ? Effect.die("socket hang up") : Effect.succeed(answer)
        )
    })
  ),
  mutant("stops sending after a failure", ["notify-refused", "notify-unreachable"], (office) => {
    const good = ModelNotifier.make(office)
    let failed = false
    return {
      ...good,
      send: (message) =>
        Effect.suspend(() => (failed ? Effect.succeed(because("retry")) : good.send(message))).pipe(
          Effect.tap(({ _tag }) => Effect.sync(() => (failed ||= _tag !== "sent")))
        )
    }
  }),
  mutant("sends to its only channel whatever the message says", ["notify-unknown-channel"], (office) =>
    ModelNotifier.make(office, { knows: () => true })
  ),
  mutant("posts everything twice", ["notify-sent"], (office) =>
    ModelNotifier.make(office, {
      parts: (message) => [...ModelNotifier.parts(message), ...ModelNotifier.parts(message)]
    })
  )
]

const arrivalMutants: ReadonlyArray<NotifierMutant> = [
  writes("leaves the title out", ["notify-arrives-whole"], ({ title }, text) => text.replace(title, "")),
  writes("shows no links", ["notify-arrives-whole"], (_, text) => text.replace(/https:\S+/gu, "")),
  writes(
    "writes the body before the title",
    ["notify-arrives-whole"],
    ({ title }, text) => `${text.replace(title, "")}\n${title}`
  ),
  writes("lets tags disappear", ["notify-arrives-literally"], (_, text) => text.replace(/<\w+>/gu, "")),
  writes("doubles what it escapes", ["notify-arrives-literally"], (_, text) => text.replace(/[\\*]/gu, "\\$&")),
  besides("throws at characters it does not know", ["notify-any-text"], (send) => (message) => {
    if (!message.title.isWellFormed()) throw new Error("malformed")
    return send(message)
  }),
  besides(
    "says that what it drops was sent",
    ["notify-any-text"],
    (send) => (message) => (message.title.includes("\u0000") ? Effect.succeed(sent) : send(message))
  ),
  besides(
    "cannot make anything of an appointment",
    ["notify-all-fields"],
    (send) => (message) => (message.invitation === undefined ? send(message) : Effect.succeed(because("rejected")))
  ),
  writes("shows no key", ["notify-key", "notify-long"], (message, text) =>
    text.replace(Message.reference(message.key), "")
  ),
  writes("shows the same reference for all", ["notify-key"], (message, text) =>
    text.replace(Message.reference(message.key), "00000000")
  ),
  mutant("shows another reference for every attempt", ["notify-key"], (office) => {
    let attempts = 0
    return ModelNotifier.make(office, {
      parts: (message) => {
        attempts += 1
        return [`${ModelNotifier.write(message)}\n#${message.key.length}-${attempts}`]
      }
    })
  })
]

const lengthMutants: ReadonlyArray<NotifierMutant> = [
  mutant("cuts the end off", ["notify-long", "notify-long-title"], (office) =>
    ModelNotifier.make(office, { parts: (message) => ModelNotifier.parts(message).slice(0, 1) })
  ),
  mutant("shortens the title", ["notify-long-title"], (office) =>
    ModelNotifier.make(office, {
      parts: (message) => ModelNotifier.parts({ ...message, title: message.title.slice(0, 100) })
    })
  ),
  mutant("cuts within words", ["notify-long"], (office) =>
    ModelNotifier.make(office, {
      parts: (message) => cutEvery(whole(message), 7_001).map((part) => `${part}\n#${Message.reference(message.key)}`)
    })
  ),
  mutant("cuts within characters", ["notify-long-unbroken"], (office) =>
    ModelNotifier.make(office, {
      parts: (message) => cutEvery(whole(message), 7_001).map((part) => `${part}\n#${Message.reference(message.key)}`)
    })
  ),
  mutant("shows the key in the last part only", ["notify-long"], (office) =>
    ModelNotifier.make(office, { parts: (message) => ModelNotifier.cut(whole(message), 7_900) })
  ),
  besides(
    "says sent after the first part",
    ["notify-long-partly"],
    (send, office) => (message) => Effect.map(send(message), (outcome) => (office.arrived.length > 0 ? sent : outcome))
  )
]

const conductMutants: ReadonlyArray<NotifierMutant> = [
  besides("sends before it is run", ["notify-lazy"], (send) => (message) => {
    const running = Effect.runSyncExit(send(message))
    return Effect.suspend(() => (running._tag === "Success" ? Effect.succeed(running.value) : send(message)))
  }),
  mutant("states a rate of nothing", ["notify-limits"], (office) => ({
    ...ModelNotifier.make(office),
    limits: { rate: { messages: 0, perMillis: 60_000 } }
  })),
  mutant("keeps the connection when it is interrupted", ["notify-interrupted"], (office) =>
    ModelNotifier.make(office, {
      exchange: (_, text) =>
        Effect.gen(function* () {
          office.enter()
          const answer = yield* office.take(text)
          office.leave()
          return answer
        })
    })
  ),
  mutant("keeps what it sends where all attempts see it", ["notify-concurrent"], (office) => {
    let parts: ReadonlyArray<string> = []
    const good = ModelNotifier.make(office, { parts: () => parts })
    return {
      ...good,
      send: (message) =>
        Effect.suspend(() => {
          parts = ModelNotifier.parts(message)
          return Effect.andThen(Effect.yieldNow, good.send(message))
        })
    }
  }),
  mutant("gives every waiting attempt the latest outcome", ["notify-concurrent"], (office) => {
    const good = ModelNotifier.make(office)
    let latest: Outcome = sent
    return {
      ...good,
      send: (message) =>
        Effect.tap(good.send(message), (outcome) => Effect.sync(() => (latest = outcome))).pipe(
          Effect.andThen(Effect.yieldNow),
          Effect.andThen(() => Effect.succeed(latest))
        )
    }
  })
]

const secrecyMutants: ReadonlyArray<NotifierMutant> = [
  mutant("puts its key into a reason", ["notify-secrets"], (office) =>
    ModelNotifier.make(office, {
      outcome: (answer) =>
        answer === "unreachable"
          ? {
              _tag: "retry",
              reason: `no connection to https://example.com/?key=${encodeURIComponent(ModelNotifier.secret)}`
            }
          : ModelNotifier.outcome(answer)
    })
  ),
  besides(
    "logs whom it mentions",
    ["notify-secrets"],
    (send) => (message) => Effect.andThen(Effect.logDebug("sending", addressOf(message)), send(message))
  ),
  besides(
    "annotates its logs with the key",
    ["notify-secrets"],
    (send) => (message) =>
      Effect.andThen(Effect.logTrace("sending"), send(message)).pipe(
        Effect.annotateLogs({ authorization: ModelNotifier.secret })
      )
  ),
  besides(
    "puts what is said into a span",
    ["notify-secrets"],
    (send) => (message) => Effect.withSpan(send(message), "send", { attributes: { title: message.title } })
  ),
  besides(
    "writes its key to the console",
    ["notify-secrets"],
    (send) => (message) =>
      Effect.andThen(
        Effect.sync(() => console.warn(new Error(`sending with ${ModelNotifier.secret}`))),
        send(message)
      )
  ),
  besides(
    "dies with its key in the error",
    ["notify-secrets"],
    (send) => (message) =>
      Effect.flatMap(send(message), (outcome) =>
        outcome._tag === "unknown"
          ? Effect.die(new Error("no answer", { cause: ModelNotifier.secret }))
          : Effect.succeed(outcome)
      )
  )
]

const addressOf = (message: Message.Message): ReadonlyArray<string> =>
  (message.mentions ?? []).flatMap((one) =>
    one._tag === "person" && one.handle !== undefined ? [Redacted.value(one.handle)] : []
  )

/** Every faulty notifier the laws are tried on. */
export const notifierMutants: ReadonlyArray<NotifierMutant> = [
  ...outcomeMutants,
  ...arrivalMutants,
  ...lengthMutants,
  ...conductMutants,
  ...secrecyMutants
]
