import { Identifier } from "@louyu/kernel"
import { AccessToken, WecomApplication } from "@louyu/notify-wecom"
import { Message } from "@louyu/ports"
import { notifierLaws, Trial } from "@louyu/ports/testing"
import * as Http from "@louyu/ports/testing/http"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { Application, counted } from "./ApplicationServer.ts"

const channel = Message.ChannelId.make("tower-east")
const timeLimitMillis = 1_000
const person = (id: string, address: string) => ({
  person: Identifier.PersonId.make(id),
  address: Redacted.make(address)
})

// Tokens come from a server of their own, which behaves whatever the other does.
const trial = Layer.effect(
  Trial.Trial,
  Effect.gen(function* () {
    const application = new Application()
    const { base, stage } = yield* Http.serve(counted(application))
    const { base: tokens } = yield* Http.serve(counted(application))
    const { agentId, corpId, secret } = application
    return Trial.Trial.of({
      adapter: WecomApplication.make({
        channels: new Map([[channel, { agentId, corpId, secret: Redacted.make(secret) }]]),
        baseUrl: base,
        timeLimitMillis,
        tokens: AccessToken.make({ baseUrl: tokens, timeLimitMillis })
      }),
      stage,
      channel,
      recipients: [person("person-7", "invented.one"), person("person-8", "invented-two")],
      secrets: [secret, corpId, "token-1+/="],
      timeLimitMillis,
      slowDownMillis: 60_000
    })
  })
)

describeLaws("WeCom application", notifierLaws, () => trial)
