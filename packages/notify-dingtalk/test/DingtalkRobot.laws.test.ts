import { Identifier } from "@louyu/kernel"
import { DingtalkRobot } from "@louyu/notify-dingtalk"
import { Message } from "@louyu/ports"
import { notifierLaws, Trial } from "@louyu/ports/testing"
import * as Http from "@louyu/ports/testing/http"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { robot } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const [token, secret, keyword] = ["566cc69da782ec******+/=", "SECthis is invented", "楼宇"]
const timeLimitMillis = 1_000
const person = { _tag: "person", person: Identifier.PersonId.make("person-7") } as const

const trial = (mentions?: ReadonlyArray<Message.Mention>) =>
  Layer.effect(
    Trial.Trial,
    Effect.map(Http.serve(robot({ token, secret, keyword })), ({ base, stage }) =>
      Trial.Trial.of({
        adapter: DingtalkRobot.make({
          channels: new Map([[channel, { token: Redacted.make(token), secret: Redacted.make(secret), keyword }]]),
          baseUrl: base,
          timeLimitMillis
        }),
        stage,
        channel,
        ...(mentions === undefined ? {} : { mentions }),
        secrets: [token, secret],
        timeLimitMillis,
        slowDownMillis: 600_000
      })
    )
  )

describeLaws("DingTalk robot", notifierLaws, () => trial())
describeLaws("DingTalk robot that calls people by name", notifierLaws, () =>
  trial([
    { ...person, handle: Redacted.make("invented.member") },
    { ...person, handle: Redacted.make("10000000000") },
    { _tag: "everybody" }
  ])
)
