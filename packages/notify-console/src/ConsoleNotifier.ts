import type { Message, Notifier } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { write } from "./write.ts"

export { write } from "./write.ts"

/**
 * Where the text goes.
 *
 * Shape: `sink` writes a text whole or fails and writes none of it; why it failed is not passed on. Without `channels`
 * every channel is written. Units: milliseconds, 5,000 if not given.
 */
export interface Options {
  readonly sink: (text: string) => Effect.Effect<void, unknown>
  readonly channels?: ReadonlyArray<Message.ChannelId>
  readonly timeLimitMillis?: number
}

/**
 * A notifier that reaches nobody and only writes: for a first look, a rehearsal and tests.
 *
 * ```ts
 * const written: Array<string> = []
 * const notifier = ConsoleNotifier.make({ sink: (text) => Effect.sync(() => written.push(text)) })
 * notifier.kind // => "console"
 * ```
 */
export const make = ({ channels, sink, timeLimitMillis = 5_000 }: Options): Notifier.Adapter => ({
  kind: "console",
  limits: { rate: undefined },
  send: (message) =>
    Effect.suspend((): Effect.Effect<Notifier.Outcome> => {
      if (channels !== undefined && !channels.includes(message.channel)) {
        return Effect.succeed({ _tag: "channelDisabled", reason: "no such channel" })
      }
      return Effect.suspend(() => sink(write(message))).pipe(
        Effect.matchCause({
          onSuccess: (): Notifier.Outcome => ({ _tag: "sent" }),
          onFailure: (): Notifier.Outcome => ({ _tag: "retry", reason: "nothing could be written" })
        }),
        Effect.timeoutOrElse({
          duration: timeLimitMillis,
          orElse: () => Effect.succeed<Notifier.Outcome>({ _tag: "unknown", reason: "writing took too long" })
        })
      )
    })
})
