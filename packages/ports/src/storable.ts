import type { EventEnvelope } from "@louyu/kernel"

const isStorable = (text: string | undefined): boolean =>
  text === undefined || (text.isWellFormed() && !text.includes("\u0000"))

/**
 * For adapters: throws when an event holds a text that some engine would cut or change without a word, namely one with
 * a NUL character or half a surrogate pair. Texts inside `data` are JSON, which writes both as escapes.
 */
export const assertStorable = (event: EventEnvelope.ProposedEvent): void => {
  if (isStorable(event.type) && isStorable(event.causation) && isStorable(event.correlation)) return
  throw new Error(`Event ${event.id}: type, causation and correlation must be well-formed text without NUL.`)
}
