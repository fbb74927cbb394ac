import { createServer } from "node:https"
import { rootCertificates, setDefaultCACertificates } from "node:tls"
import { it } from "@effect/vitest"
import { WebhookNotifier } from "@louyu/notify-webhook"
import { Message } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { afterAll, describe, expect } from "vitest"
import { certificate, key } from "./certificate.ts"
import { channel, secret } from "./trial.ts"

/** A server over TLS that counts what comes, and what to send there gives. */
const attempt = Effect.acquireUseRelease(
  Effect.callback<ReturnType<typeof createServer>>((resume) => {
    const server = createServer({ key, cert: certificate }, (request, response) => {
      request.resume().on("end", () => response.writeHead(202).end(`${request.socket.remoteAddress}`))
    })
    server.on("tlsClientError", () => undefined)
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
  }),
  (server) => {
    const place = server.address()
    const port = typeof place === "object" ? place?.port : undefined
    const endpoint: WebhookNotifier.Endpoint = {
      address: Redacted.make(`https://localhost:${port}/`),
      secrets: [Redacted.make(secret)],
      reach: "loopback"
    }
    const resolve: WebhookNotifier.Resolve = (_, answer) => answer(null, [{ address: "127.0.0.1", family: 4 }])
    return WebhookNotifier.make({ channels: new Map([[channel, endpoint]]), resolve }).send({
      key: Message.DeliveryKey.make("delivery-1"),
      channel,
      language: "en",
      title: "A lift is out of order",
      body: [Message.plain("Lift 3 stands still.")],
      urgency: "normal"
    })
  },
  (server) =>
    Effect.callback<void>((resume) => {
      server.close(() => resume(Effect.void))
      server.closeAllConnections()
    })
)

describe("a webhook over TLS", () => {
  afterAll(() => setDefaultCACertificates([...rootCertificates]))

  it.live("is not given to a server whose certificate nobody vouches for", () =>
    Effect.map(attempt, (outcome) => expect(outcome).toEqual({ _tag: "retry", reason: "certificate not trusted" }))
  )

  it.live("goes to the checked address, under the name that the certificate is for", () =>
    Effect.gen(function* () {
      setDefaultCACertificates([...rootCertificates, certificate])
      expect(yield* attempt).toEqual({ _tag: "sent" })
    })
  )
})
