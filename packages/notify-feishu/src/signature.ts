import { createHmac } from "node:crypto"
import * as Redacted from "effect/Redacted"

/**
 * The signature of a robot's request: HMAC-SHA-256 of nothing, keyed with time and secret, in Base64.
 *
 * Units: seconds since 1970, good for an hour.
 *
 * ```ts
 * import * as Redacted from "effect/Redacted"
 *
 * FeishuRobot.signature(1599360473, Redacted.make("demo-secret")) // => "3/MaVZ8JLIy4TUG+7KSFJqvUkTKd+HWY8g+56DZWq8s="
 * ```
 */
export const signature = (timestampSeconds: number, secret: Redacted.Redacted<string>): string =>
  createHmac("sha256", `${timestampSeconds}\n${Redacted.value(secret)}`).digest("base64")
