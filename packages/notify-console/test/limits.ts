import type { Law } from "@louyu/ports/testing"

const nobody = "text is written, and nobody answers"

/** What a console does not promise. */
export const limits: ReadonlyArray<Law.Limit> = [
  { law: "notify-refused", reason: nobody },
  { law: "notify-disabled", reason: nobody },
  { law: "notify-drops", reason: "a sink writes a text whole or not at all" },
  { law: "notify-bad-gateway", reason: "no gateway stands before a console" },
  { law: "notify-cut-off", reason: nobody },
  { law: "notify-gibberish", reason: nobody },
  { law: "notify-slow-down", reason: nobody },
  { law: "notify-redirects", reason: "a console leads nowhere else" },
  { law: "notify-long-partly", reason: "no text is too long, so nothing is sent in parts" },
  { law: "notify-concurrent", reason: "no text is refused, so there are no two outcomes to mix" }
]
