import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Message } from "./Message.ts"

const reason = Schema.NonEmptyString

/**
 * What became of one attempt to deliver a message.
 *
 * Shape:
 * - `sent`: the other side said that it took the message; `refused` are the recipients (by place in the message) it did
 *   not take it for.
 * - `retry`: it was not taken now and may be later, after so many milliseconds where the other side said so.
 * - `channelDisabled`: nothing gets through this channel until somebody mends it.
 * - `rejected`: this message will never be taken as it is.
 * - `unknown`: nobody knows; it may have arrived. A time-out is this, and never a failure.
 *
 * Reasons are codes of the other side or short words of the adapter, and never hold what was sent, keys or addresses.
 */
export const Outcome = Schema.Union([
  Schema.TaggedStruct("sent", {
    receipt: Schema.optionalKey(Schema.String),
    refused: Schema.optionalKey(
      Schema.NonEmptyArray(Schema.Struct({ recipient: Schema.Int, reason, permanent: Schema.Boolean }))
    )
  }),
  Schema.TaggedStruct("retry", { reason, afterMillis: Schema.optionalKey(Schema.Int) }),
  Schema.TaggedStruct("channelDisabled", { reason }),
  Schema.TaggedStruct("rejected", { reason }),
  Schema.TaggedStruct("unknown", { reason })
]).pipe(Schema.toTaggedUnion("_tag"))
export type Outcome = typeof Outcome.Type

/**
 * What a channel can take.
 *
 * Shape: the dispatcher keeps to the rate; an adapter splits what is longer than one message may be. Units: messages in
 * any stretch of so many milliseconds, for one channel.
 */
export interface Limits {
  readonly rate: { readonly messages: number; readonly perMillis: number } | undefined
}

/** Reaches people or systems over one kind of channel. */
export interface Adapter {
  /** What kind of channel it is: `wecom`, `email`, … */
  readonly kind: string
  readonly limits: Limits
  /**
   * Tries once to deliver a message.
   *
   * On entry: nothing is known of earlier attempts but that they had the same key.
   * On return: one outcome, within the adapter's time limit. Never fails: whatever goes wrong is an outcome, and a
   * defect is a bug. Interrupting it ends the attempt; the outcome is then unknown to the caller.
   */
  readonly send: (message: Message) => Effect.Effect<Outcome>
}

/** The adapters a city reaches people by, by kind. */
export class Notifiers extends Context.Service<Notifiers, ReadonlyMap<string, Adapter>>()("@louyu/ports/Notifiers") {}
