import type { Law } from "@louyu/ports/testing"

/** What an e-mail does not promise: nothing is left out. */
export const limits: ReadonlyArray<Law.Limit> = []
