import { createHmac } from "node:crypto"
import * as Redacted from "effect/Redacted"

/**
 * The signature of a robot's request: HMAC-SHA-256 of time and secret, keyed with the secret, in Base64.
 *
 * Units: milliseconds since 1970, good for an hour.
 *
 * ```ts
 * import * as Redacted from "effect/Redacted"
 *
 * DingtalkRobot.signature(1599360473000, Redacted.make("SECdemo")) // => "tGWkA5eQOQNCNPDgphtxIoNLO+/gD8Lcb705KQoRzeY="
 * ```
 */
export const signature = (timestampMillis: number, secret: Redacted.Redacted<string>): string => {
  const key = Redacted.value(secret)
  return createHmac("sha256", key).update(`${timestampMillis}\n${key}`).digest("base64")
}
