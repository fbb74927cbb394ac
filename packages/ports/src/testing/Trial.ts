import { Problem } from "@louyu/kernel"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { ChannelId, Mention, Recipient } from "../Message.ts"
import type { Adapter } from "../Notifier.ts"

/**
 * What the other side of a channel does with one request.
 *
 * Shape:
 * - `accepts`: takes it, however many came before. `refuses`: says that this message will never do.
 * - `slowsDown`: too many, come back later. `disabled`: says that the key, the robot or the account is no longer good.
 * - `unreachable`: nobody listens. `hangs`: reads it all and says nothing. `drops`: reads it all and hangs up.
 * - `badGateway`: a page of a gateway instead of an answer. `redirects`: sends the sender to another place.
 * - `cutOff`: an answer that ends in the middle. `gibberish`: an answer in another language.
 */
export type Behaviour =
  | "accepts"
  | "refuses"
  | "slowsDown"
  | "disabled"
  | "unreachable"
  | "hangs"
  | "drops"
  | "badGateway"
  | "redirects"
  | "cutOff"
  | "gibberish"

/** The technology of a channel knows no such behaviour; the laws about it are declared as limits, with the reason. */
export class BehaviourMissing extends Problem.define(
  "ports",
  "BehaviourMissing"
)<{ readonly behaviour: Behaviour }>((e) => ({
  zh: `此通道没有“${e.behaviour}”这种情况；请在限制声明中写明原因。`,
  en: `This channel cannot be made to do “${e.behaviour}”; declare a limit that says why.`
})) {}

/** One message, or part of one, that the other side took. Shape: `text` as a reader sees it, markup undone. */
export interface Arrival {
  readonly text: string
  /** The key it came with, where the channel carries one. */
  readonly key?: string
}

/** The other side of a channel, made to behave. */
export interface Stage {
  /** What it does from now on: one for each request in this order, the last for all that follow. */
  readonly behave: (
    ...behaviours: readonly [Behaviour, ...ReadonlyArray<Behaviour>]
  ) => Effect.Effect<void, BehaviourMissing>
  /** What it took since the beginning, in order. What it refused or left unanswered is not among it. */
  readonly arrived: Effect.Effect<ReadonlyArray<Arrival>>
  /** How many requests came to the place that `redirects` points to. */
  readonly strayed: Effect.Effect<number>
  /** Ends when the next request has been read, or has been since `behave`. */
  readonly reached: Effect.Effect<void>
  /** Ends when nobody is connected. */
  readonly deserted: Effect.Effect<void>
}

/**
 * An adapter and the other side it talks to, as the laws need them.
 *
 * Shape: `channel` is one that the adapter knows; `recipients` and `mentions` are for channels that show them; `secrets`
 * is every key, token and address the adapter was given. Units: `timeLimitMillis` is what the adapter was told, and
 * short (100 to 1,000), for some laws wait for it.
 */
export class Trial extends Context.Service<
  Trial,
  {
    readonly adapter: Adapter
    readonly stage: Stage
    readonly channel: ChannelId
    readonly recipients?: readonly [Recipient, ...ReadonlyArray<Recipient>]
    readonly mentions?: ReadonlyArray<Mention>
    readonly secrets: ReadonlyArray<string>
    readonly timeLimitMillis: number
    /** How long `slowsDown` asks to wait, where it says so. */
    readonly slowDownMillis?: number
  }
>()("@louyu/ports/testing/Trial") {}
