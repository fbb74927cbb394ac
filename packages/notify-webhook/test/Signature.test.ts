import { Signature } from "@louyu/notify-webhook"
import * as Redacted from "effect/Redacted"
import * as fc from "fast-check"
import { Webhook } from "standardwebhooks"
import { describe, expect, it } from "vitest"

const secretOf = (bytes: Uint8Array): string => `whsec_${Buffer.from(bytes).toString("base64")}`
const key = fc.uint8Array({ minLength: 24, maxLength: 64 })
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/u)

describe("the signature of a webhook", () => {
  it("is that of another implementation, for any secret, id and body", () => {
    fc.assert(
      fc.property(key, id, fc.string({ unit: "grapheme" }), fc.nat(2_000_000_000), (bytes, name, body, timestamp) => {
        const other = new Webhook(secretOf(bytes)).sign(name, new Date(timestamp * 1000), body)
        expect(Signature.write([Redacted.make(secretOf(bytes))], { id: name, timestamp, body })).toBe(other)
      })
    )
  })

  it("is written with every secret, so that a receiver with the old and one with the new accept it", () => {
    const [old, fresh] = [secretOf(new Uint8Array(24).fill(1)), secretOf(new Uint8Array(32).fill(2))]
    const timestamp = Math.floor(Date.now() / 1000)
    const signed = { id: "delivery-1", timestamp, body: '{"a":"楼"}' }
    const signature = Signature.write([Redacted.make(fresh), Redacted.make(old)], signed) ?? ""
    const headers = { "webhook-id": signed.id, "webhook-timestamp": `${timestamp}`, "webhook-signature": signature }
    for (const secret of [old, fresh]) {
      expect(new Webhook(secret).verify(signed.body, headers)).toEqual({ a: "楼" })
      expect(() => new Webhook(secret).verify(`${signed.body} `, headers)).toThrow("No matching signature")
    }
    const stranger = new Webhook(secretOf(new Uint8Array(24).fill(3)))
    expect(() => stranger.verify(signed.body, headers)).toThrow("No matching signature")
  })

  it("is not written with something that is no secret, nor with none", () => {
    const signed = { id: "delivery-1", timestamp: 1, body: "{}" }
    const good = secretOf(new Uint8Array(24))
    for (const bad of [
      "",
      "whsec_",
      good.slice(6),
      secretOf(new Uint8Array(23)),
      secretOf(new Uint8Array(65)),
      `${good}!`
    ]) {
      expect(Signature.isSecret(Redacted.make(bad))).toBe(false)
      expect(Signature.write([Redacted.make(good), Redacted.make(bad)], signed)).toBeUndefined()
    }
    expect(Signature.write([], signed)).toBeUndefined()
  })
})
