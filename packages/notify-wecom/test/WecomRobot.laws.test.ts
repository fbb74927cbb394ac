import { Identifier } from "@louyu/kernel"
import { WecomRobot } from "@louyu/notify-wecom"
import { Message } from "@louyu/ports"
import { notifierLaws, Trial } from "@louyu/ports/testing"
import * as Http from "@louyu/ports/testing/http"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { robot } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa+/="
// A long message is thirteen requests here.
const timeLimitMillis = 1_000
const person = { _tag: "person", person: Identifier.PersonId.make("person-7") } as const

const trial = (mentions?: ReadonlyArray<Message.Mention>) =>
  Layer.effect(
    Trial.Trial,
    Effect.map(Http.serve(robot(key)), ({ base, stage }) =>
      Trial.Trial.of({
        adapter: WecomRobot.make({
          channels: new Map([[channel, { key: Redacted.make(key) }]]),
          baseUrl: base,
          timeLimitMillis
        }),
        stage,
        channel,
        ...(mentions === undefined ? {} : { mentions }),
        secrets: [key],
        timeLimitMillis,
        slowDownMillis: 60_000
      })
    )
  )

describeLaws("WeCom robot, Markdown", notifierLaws, () => trial())
describeLaws("WeCom robot, text that calls people by name", notifierLaws, () =>
  trial([
    { ...person, handle: Redacted.make("invented.member") },
    { ...person, handle: Redacted.make("10000000000") },
    { _tag: "everybody" }
  ])
)
