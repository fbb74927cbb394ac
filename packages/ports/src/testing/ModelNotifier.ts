import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Message from "../Message.ts"
import type { Adapter, Outcome } from "../Notifier.ts"
import { type Arrival, type Behaviour, type Stage, Trial } from "./Trial.ts"

/** What comes back from the model's other side; a `hangs` never does. */
export type Answer = Exclude<Behaviour, "accepts" | "hangs"> | "taken"

const capacity = 8_000
export const slowDownMillis = 30_000
export const timeLimitMillis = 100
export const channel = Message.ChannelId.make("tower-east")
/** The key the model's channel is reached with. */
export const secret = "an invented key/1+1="

/** Another side without a network: it takes texts of up to 8,000 code units, or behaves as a law asks it to. */
export class ModelOffice {
  readonly arrived: Array<Arrival> = []
  readonly #waiting: Array<() => void> = []
  readonly #leaving: Array<() => void> = []
  #script: ReadonlyArray<Behaviour> = ["accepts"]
  #reached = false
  #open = 0
  strayed = 0

  /** Begins a connection. */
  enter(): void {
    this.#open += 1
  }

  /** Ends a connection. */
  leave(): void {
    this.#open -= 1
    if (this.#open === 0) for (const wake of this.#leaving.splice(0)) wake()
  }

  /** Gives a text in. */
  take(text: string): Effect.Effect<Answer> {
    return Effect.suspend(() => {
      const [behaviour = "accepts", ...then] = this.#script
      if (then.length > 0) this.#script = then
      this.#reached = true
      for (const wake of this.#waiting.splice(0)) wake()
      if (behaviour === "hangs") return Effect.never
      if (behaviour !== "accepts") return Effect.succeed(behaviour)
      if (text.length > capacity) return Effect.succeed("refuses")
      this.arrived.push({ text })
      return Effect.succeed("taken")
    })
  }

  /** The office as a stage for laws. */
  get stage(): Stage {
    const when = (already: () => boolean, waiting: Array<() => void>) =>
      Effect.callback<void>((resume) => {
        if (already()) resume(Effect.void)
        else waiting.push(() => resume(Effect.void))
      })
    return {
      behave: (...behaviours) =>
        Effect.sync(() => {
          this.#script = behaviours
          this.#reached = false
        }),
      arrived: Effect.sync(() => [...this.arrived]),
      strayed: Effect.sync(() => this.strayed),
      reached: when(() => this.#reached, this.#waiting),
      deserted: when(() => this.#open === 0, this.#leaving)
    }
  }
}

const line = (inlines: ReadonlyArray<Message.Inline>): string =>
  inlines.map((one) => (one._tag === "link" ? `${one.text} ${one.href}` : one.text)).join(" ")

/** Title, body and reference as one text. */
export const write = (message: Message.Message): string => {
  const body = message.body.flatMap((block) => (block._tag === "list" ? block.items.map(line) : [line(block.line)]))
  return [message.title, ...body].join("\n")
}

/** Parts of at most so many code units, cut at the last blank or else between characters. */
export const cut = (text: string, most: number): ReadonlyArray<string> => {
  const parts: Array<string> = []
  let rest = text
  while (rest.length > most) {
    const blank = rest.lastIndexOf(" ", most)
    const leads = (rest.codePointAt(most - 1) ?? 0) > 0xffff
    const at = blank > 0 ? blank : leads ? most - 1 : most
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}

const meaning: Readonly<Record<Answer, Outcome>> = {
  taken: { _tag: "sent" },
  refuses: { _tag: "rejected", reason: "refused" },
  slowsDown: { _tag: "retry", reason: "too many", afterMillis: slowDownMillis },
  disabled: { _tag: "channelDisabled", reason: "key not valid" },
  unreachable: { _tag: "retry", reason: "not connected" },
  drops: { _tag: "unknown", reason: "connection lost" },
  badGateway: { _tag: "retry", reason: "502" },
  redirects: { _tag: "rejected", reason: "307" },
  cutOff: { _tag: "unknown", reason: "answer incomplete" },
  gibberish: { _tag: "unknown", reason: "answer not understood" }
}

/** A message as texts the office takes, each with the reference. */
export const parts = (message: Message.Message): ReadonlyArray<string> =>
  cut(write(message), capacity - 20).map((part) => `${part}\n#${Message.reference(message.key)}`)

/** What an answer means. */
export const outcome = (answer: Answer): Outcome => meaning[answer]

/** One connection, for one text, that ends whatever happens. */
export const exchange = (office: ModelOffice, text: string): Effect.Effect<Answer> =>
  Effect.acquireUseRelease(
    Effect.sync(() => office.enter()),
    () => office.take(text),
    () => Effect.sync(() => office.leave())
  )

/** How the model adapter goes about it; a faulty one does some of it differently. */
export interface Manner {
  readonly knows: (channel: Message.ChannelId) => boolean
  readonly parts: typeof parts
  readonly outcome: typeof outcome
  readonly exchange: typeof exchange
  readonly timeLimitMillis: number
  /** What becomes of an attempt that is not over in time. */
  readonly late: Outcome
}

const good: Manner = {
  knows: (one) => one === channel,
  parts,
  outcome,
  exchange,
  timeLimitMillis,
  late: { _tag: "unknown", reason: "no answer in time" }
}

/** A notifier without a network that keeps every promise, or all but those that are replaced. */
export const make = (office: ModelOffice, replaced: Partial<Manner> = {}): Adapter => {
  const manner = { ...good, ...replaced }
  const send = (message: Message.Message): Effect.Effect<Outcome> =>
    Effect.gen(function* () {
      if (!manner.knows(message.channel)) return { _tag: "channelDisabled", reason: "no such channel" }
      for (const part of manner.parts(message)) {
        const came = manner.outcome(yield* manner.exchange(office, part))
        if (came._tag !== "sent") return came
      }
      return { _tag: "sent" }
    })
  return {
    kind: "model",
    limits: { rate: undefined },
    send: (message) =>
      Effect.map(
        Effect.timeoutOption(send(message), manner.timeLimitMillis),
        Option.getOrElse(() => manner.late)
      )
  }
}

/** A trial of an adapter made for an office of its own. */
export const trial = (adapter: (office: ModelOffice) => Adapter = make): Layer.Layer<Trial> =>
  Layer.sync(Trial, () => {
    const office = new ModelOffice()
    const handle = Redacted.make("lift.keeper (invented)")
    return Trial.of({
      adapter: adapter(office),
      stage: office.stage,
      channel,
      mentions: [{ _tag: "person", person: Identifier.PersonId.make("person-7"), handle }],
      secrets: [secret],
      timeLimitMillis,
      slowDownMillis
    })
  })
