import type { Text } from "@louyu/kernel"
import { Notifications } from "@louyu/profiles"
import * as Record from "effect/Record"

/** What a placeholder stands for: fields of a fact, as far as they are text or numbers, and what they are called. */
export type Values = Readonly<Record<string, string>>

const filled = (text: string, values: Values): string =>
  text.replaceAll(Notifications.placeholder, (_, name: string) => values[name] ?? "—")

/** Fills a template; what nothing is known of is shown as a dash. */
export const fill = ({ zh, en, others }: Text.Text, values: (language: Text.Tag) => Values): Text.Text => ({
  zh: filled(zh, values("zh")),
  ...(en === undefined ? {} : { en: filled(en, values("en")) }),
  ...(others === undefined ? {} : { others: Record.map(others, (text, tag) => filled(text, values(tag))) })
})
