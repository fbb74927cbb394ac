import type { Law } from "@louyu/ports/testing"

const status = "the status of a webhook's answer counts, and nothing of its body"

/** What a webhook does not promise. */
export const limits: ReadonlyArray<Law.Limit> = [
  { law: "notify-cut-off", reason: status },
  { law: "notify-gibberish", reason: status }
]
