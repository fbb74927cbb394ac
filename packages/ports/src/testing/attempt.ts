import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Message from "../Message.ts"
import * as Notifier from "../Notifier.ts"
import { LawBroken } from "./Law.ts"
import { Trial } from "./Trial.ts"

/** A busy machine is late; an adapter that forgot its time limit is later still. */
export const graceMillis = 3_000

const isOutcome = Schema.is(Notifier.Outcome)
const decodeMessage = Schema.decodeUnknownEffect(Schema.toType(Message.Message))

/** What a law says of its message; the rest is filled in from the trial. */
export interface Draft {
  readonly key?: string
  readonly title?: string
  readonly body?: Message.Message["body"]
  readonly urgency?: Message.Message["urgency"]
  readonly invitation?: Message.Invitation
  readonly about?: Message.About
}

/** A message to the trial's channel. */
export const compose = (draft: Draft = {}): Effect.Effect<Message.Message, unknown, Trial> =>
  Effect.flatMap(Trial, (trial) =>
    decodeMessage({
      key: draft.key ?? "delivery-1",
      channel: trial.channel,
      language: "en",
      title: draft.title ?? "A lift is out of order",
      body: draft.body ?? [Message.plain("Lift 3 of the east tower stands still. 东塔三号电梯停运。")],
      urgency: draft.urgency ?? "normal",
      ...(draft.invitation === undefined ? {} : { invitation: draft.invitation }),
      ...(draft.about === undefined ? {} : { about: draft.about }),
      ...(trial.recipients === undefined ? {} : { recipients: trial.recipients }),
      ...(trial.mentions === undefined ? {} : { mentions: trial.mentions })
    })
  )

const broken = (claim: string, expected: string, actual: string) => new LawBroken({ claim, expected, actual })

/** Demands that something holds. */
export const demand = (claim: string, holds: boolean, expected: string, actual: string) =>
  holds ? Effect.void : Effect.fail(broken(claim, expected, actual))

/** The end of a fiber, or nothing after so long; the fiber goes on. */
export const within = <A>(millis: number, fiber: Fiber.Fiber<A>) =>
  Effect.timeoutOption(Fiber.await(fiber), millis + graceMillis)

/** Sends once and demands what holds of every attempt: an outcome as the port describes it, in time, and no defect. */
export const attempt = (message: Message.Message): Effect.Effect<Notifier.Outcome, LawBroken, Trial> =>
  Effect.gen(function* () {
    const { adapter, timeLimitMillis } = yield* Trial
    const fiber = yield* Effect.forkDetach(Effect.suspend(() => adapter.send(message)))
    const exit = yield* within(timeLimitMillis, fiber)
    if (Option.isNone(exit)) {
      yield* Effect.forkDetach(Fiber.interrupt(fiber))
      return yield* broken("send answers within its time limit", `an outcome after ${timeLimitMillis} ms`, "nothing")
    }
    if (Exit.isFailure(exit.value)) return yield* broken("send never fails", "an outcome", String(exit.value.cause))
    const outcome: unknown = exit.value.value
    return isOutcome(outcome)
      ? outcome
      : yield* broken("send gives an outcome", "one of the port's outcomes", JSON.stringify(outcome))
  })

/** Sends once and demands one of the outcomes named. */
export const attemptFor = (
  claim: string,
  tags: ReadonlyArray<Notifier.Outcome["_tag"]>,
  message: Message.Message
): Effect.Effect<Notifier.Outcome, LawBroken, Trial> =>
  Effect.tap(attempt(message), (outcome) =>
    demand(claim, tags.includes(outcome._tag), tags.join(" or "), JSON.stringify(outcome))
  )

/** What arrived, as one text, with every stretch of white space as one blank. */
export const shown = (texts: ReadonlyArray<string>): string => texts.join("\n").replace(/\s+/gu, " ")
