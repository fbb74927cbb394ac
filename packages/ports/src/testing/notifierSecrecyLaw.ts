import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Base64 from "effect/encoding/Base64"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as References from "effect/References"
import * as Tracer from "effect/Tracer"
import * as Message from "../Message.ts"
import { compose, demand } from "./attempt.ts"
import type { Law } from "./Law.ts"
import { type Behaviour, Trial } from "./Trial.ts"

const behaviours: ReadonlyArray<Behaviour> = [
  "accepts",
  "refuses",
  "slowsDown",
  "disabled",
  "unreachable",
  "hangs",
  "drops",
  "badGateway",
  "redirects",
  "cutOff",
  "gibberish"
]

// A word that stands in the message and nowhere else.
const content = "zirconium"

const written = (value: unknown): string => {
  if (value instanceof Error) return `${value.stack} ${JSON.stringify(value)} ${written(value.cause)}`
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))
}

/** Everything an effect says beside its answer: to the console, to loggers and to tracers. */
const overheard = <A, R>(effect: Effect.Effect<A, never, R>): Effect.Effect<string, never, R> =>
  Effect.suspend(() => {
    const heard: Array<string> = []
    const spans: Array<Tracer.NativeSpan> = []
    const logger = Logger.make(({ cause, fiber, message }) => {
      heard.push(written(message), Cause.pretty(cause), written(fiber.getRef(References.CurrentLogAnnotations)))
    })
    const tracer = Tracer.make({
      span: (options) => {
        const span = new Tracer.NativeSpan(options)
        spans.push(span)
        return span
      }
    })
    const methods = ["debug", "error", "info", "log", "trace", "warn"] as const
    const target = globalThis.console
    const kept = methods.map((method) => target[method])
    for (const method of methods)
      target[method] = (...args: ReadonlyArray<unknown>) => void heard.push(...args.map(written))
    const restore = Effect.sync(() => {
      for (const [index, method] of methods.entries()) target[method] = kept[index] ?? target[method]
    })
    const told = Effect.sync(() => {
      const ofSpans = spans.flatMap(({ attributes, events, name, status }) => [
        name,
        written([...attributes]),
        written(events.map(([event, , more]) => [event, more])),
        status._tag === "Ended" && Exit.isFailure(status.exit) ? Cause.pretty(status.exit.cause) : ""
      ])
      return [...heard, ...ofSpans].join("\n")
    })
    return effect.pipe(
      Effect.provide(Logger.layer([logger])),
      Effect.provideService(References.MinimumLogLevel, "All"),
      Effect.withTracer(tracer),
      Effect.withSpan("the law's own"),
      Effect.ensuring(restore),
      Effect.andThen(told)
    )
  })

// However it is written: as it is, in an address, or packed for a header.
const forms = (secret: string): ReadonlyArray<string> => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Base64.encode(secret).replace(/=+$/u, "")
]

const addressed = (message: Message.Message): ReadonlyArray<string> => [
  ...(message.recipients ?? []).map(({ address }) => Redacted.value(address)),
  ...(message.mentions ?? []).flatMap((one) =>
    one._tag === "person" && one.handle !== undefined ? [Redacted.value(one.handle)] : []
  )
]

/** That nothing an adapter was trusted with is said to anybody but the other side. */
export const notifierSecrecyLaw: Law<Trial> = {
  id: "notify-secrets",
  title: "no key, token, address nor word of the message is in an outcome, a log, a span, an error or the console",
  check: Effect.gen(function* () {
    const { adapter, secrets, stage } = yield* Trial
    const message = yield* compose({ title: `About ${content}`, body: [Message.plain(`It is ${content}.`)] })
    const all = [...secrets, ...addressed(message), content].flatMap(forms)
    for (const behaviour of behaviours) {
      const staged = yield* Effect.exit(stage.behave(behaviour))
      if (Exit.isFailure(staged)) continue
      const told = yield* overheard(
        Effect.flatMap(Effect.exit(adapter.send(message)), (exit) =>
          Effect.logDebug(Exit.isSuccess(exit) ? written(exit.value) : Cause.pretty(exit.cause))
        )
      )
      const leaked = all.filter((form) => told.includes(form))
      // The secret itself is not repeated in the report.
      const said = leaked.reduce((text, form) => text.replaceAll(form, "█"), told)
      yield* demand(`silence when the other side ${behaviour}`, leaked.length === 0, "no secret", said)
    }
  })
}
