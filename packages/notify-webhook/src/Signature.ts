import { createHmac } from "node:crypto"
import * as Redacted from "effect/Redacted"

/** What is signed. Shape: `id` has no dot. Units: `timestamp` in whole seconds since 1970. */
export interface Signed {
  readonly id: string
  readonly timestamp: number
  readonly body: string
}

const written = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/u

const keyOf = (secret: Redacted.Redacted<string>): Buffer | undefined => {
  const [, encoded] = written.exec(Redacted.value(secret)) ?? []
  const key = encoded === undefined ? undefined : Buffer.from(encoded, "base64")
  return key !== undefined && key.length >= 24 && key.length <= 64 ? key : undefined
}

/** Whether a text is a secret to sign with: `whsec_` and 24 to 64 bytes in base64. */
export const isSecret = (secret: Redacted.Redacted<string>): boolean => keyOf(secret) !== undefined

/**
 * The signatures of a webhook, one for each secret, so that a receiver may change to a new one when it likes.
 *
 * Shape: the value of the header `webhook-signature`; `undefined` when one of the secrets is not a secret.
 * Source: Standard Webhooks 1.0.0.
 *
 * ```ts
 * import * as Redacted from "effect/Redacted"
 * const secret = Redacted.make("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
 * const signed = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1614265330, body: '{"test": 2432232314}' }
 * Signature.write([secret], signed) // => "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
 * ```
 */
export const write = (
  secrets: ReadonlyArray<Redacted.Redacted<string>>,
  { body, id, timestamp }: Signed
): string | undefined => {
  const keys = secrets.map(keyOf)
  const signatures = keys.flatMap((key) =>
    key === undefined ? [] : [`v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`]
  )
  return signatures.length > 0 && signatures.length === keys.length ? signatures.join(" ") : undefined
}
