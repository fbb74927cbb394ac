import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A short name for machines: a stage, a level, a reason, a channel. Shape: 1 to 64 letters, digits, `.`, `_` or `-`. */
export const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))

/** A few words that are recorded for good: nothing in them may lead to a person. */
export const Wording = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2000))

/** A code and how people read it. */
export const Named = Schema.Struct({ id: Code, names: Text.Text })
