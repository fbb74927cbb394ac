import { Identifier } from "@louyu/kernel"
import { FeishuRobot } from "@louyu/notify-feishu"
import { Message } from "@louyu/ports"
import { notifierLaws, Trial } from "@louyu/ports/testing"
import * as Http from "@louyu/ports/testing/http"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { robot } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const [token, secret, keyword] = ["0d2a71c5-fd40-invented+/=", "this is invented", "楼宇"]
const timeLimitMillis = 1_000
const person = { _tag: "person", person: Identifier.PersonId.make("person-7") } as const

const trial = (mentions?: ReadonlyArray<Message.Mention>) =>
  Layer.effect(
    Trial.Trial,
    Effect.map(Http.serve(robot({ token, secret, keyword })), ({ base, stage }) =>
      Trial.Trial.of({
        adapter: FeishuRobot.make({
          channels: new Map([[channel, { token: Redacted.make(token), secret: Redacted.make(secret), keyword }]]),
          baseUrl: base,
          timeLimitMillis
        }),
        stage,
        channel,
        ...(mentions === undefined ? {} : { mentions }),
        secrets: [token, secret],
        timeLimitMillis,
        slowDownMillis: 60_000
      })
    )
  )

describeLaws("Feishu robot", notifierLaws, () => trial())
describeLaws("Feishu robot that calls people by name", notifierLaws, () =>
  trial([
    { ...person, handle: Redacted.make("ou_invented") },
    { ...person, handle: Redacted.make("10000000000") },
    { _tag: "everybody" }
  ])
)
