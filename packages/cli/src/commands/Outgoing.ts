import { Message } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type DeliveryDomain, Outbox } from "louyu"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type { Look } from "../Look.ts"
import * as Mail from "../Mail.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import { DeliveryNotKnown } from "../UnknownError.ts"

const { field } = Answer

const Delivery = Schema.Struct({
  mail: field(Mail.Mail, "the message"),
  status: field(Schema.Literals(["waiting", "sent", "givenUp"]), "where it stands"),
  planned: field(Schema.String, "when it was planned, in UTC"),
  notBefore: field(Schema.String, "when it is tried next, or was to be, in UTC"),
  attempts: field(
    Schema.Array(
      Schema.Struct({
        at: field(Schema.String, "when, in UTC"),
        worker: field(Schema.String, "by which dispatcher"),
        outcome: field(Schema.String, "what became of it; `underWay` while nobody has said")
      })
    ),
    "every attempt"
  ),
  duplicates: field(Answer.Count, "how many times more than once it may have arrived"),
  reason: field(Schema.NullOr(Schema.String), "why it was given up; `null` otherwise")
})
type Delivery = typeof Delivery.Type

const Deliveries = Schema.Struct({
  disabled: field(
    Schema.Array(
      Schema.Struct({
        channel: field(Schema.String, "the channel"),
        reason: field(Schema.String, "why nothing gets through it")
      })
    ),
    "channels that do not work until somebody mends them"
  ),
  counts: field(
    Schema.Struct({
      waiting: field(Answer.Count, "that wait"),
      sent: field(Answer.Count, "that arrived"),
      givenUp: field(Answer.Count, "that were given up")
    }),
    "how many deliveries there are"
  ),
  deliveries: field(Schema.Array(Delivery), "those asked for, the latest last")
})
type Deliveries = typeof Deliveries.Type

const instant = (millis: number): string => new Date(millis).toISOString()

const answer = (over: DeliveryDomain.Channel["over"], one: Outbox.DeliveryKnown): Delivery => ({
  mail: Mail.ofDelivery(over, one),
  status: one.status,
  planned: instant(one.planned),
  notBefore: instant(one.notBefore),
  attempts: one.attempts.map(({ at, worker, outcome }) => ({
    at: instant(at),
    worker,
    outcome: outcome === undefined ? "underWay" : outcome._tag
  })),
  duplicates: Outbox.duplicates(one),
  reason: one.reason ?? null
})

const statuses = {
  waiting: ["等待", "waiting"],
  sent: ["已送达", "sent"],
  givenUp: ["已放弃", "given up"]
} as const

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 20
  const dead = given.switches.has("dead")
  const city = yield* Source.city(given, desk)
  const channels = yield* city.deliveries.channels()
  const all = channels
    .flatMap(({ over, outbox }) => Outbox.all(outbox).map((one) => answer(over, one)))
    .toSorted((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0))
  const count = (status: Delivery["status"]) => all.filter((one) => one.status === status).length
  const wanted = dead ? all.filter(({ status }) => status === "givenUp") : all
  return Command.good<Deliveries>({
    disabled: channels.flatMap(({ over, outbox }) =>
      outbox.disabled === undefined ? [] : [{ channel: `${over.kind}.${over.channel}`, reason: outbox.disabled.reason }]
    ),
    counts: { waiting: count("waiting"), sent: count("sent"), givenUp: count("givenUp") },
    deliveries: wanted.slice(-limit)
  })
})

const show = ({ disabled, counts, deliveries: listed }: Deliveries, look: Look): ReadonlyArray<string> => [
  look.paint(
    "bold",
    look.label(
      `通知：等待 ${counts.waiting} · 已送达 ${counts.sent} · 已放弃 ${counts.givenUp}`,
      `deliveries: ${counts.waiting} waiting · ${counts.sent} sent · ${counts.givenUp} given up`
    )
  ),
  ...disabled.map(({ channel, reason }) =>
    look.paint("red", look.label(`渠道 ${channel} 已停用：${reason}`, `channel ${channel} does not work: ${reason}`))
  ),
  ...listed.flatMap(({ mail, status, attempts, reason }) => [
    ...Mail.lines(look, mail),
    `  ${look.paint(status === "givenUp" ? "yellow" : "dim", look.label(statuses[status][0], statuses[status][1]))} ${look.paint(
      "dim",
      `${look.label(`尝试 ${attempts.length} 次`, `${attempts.length} attempts`)}${reason === null ? "" : ` · ${reason}`} · ${mail.key}`
    )}`
  ])
]

/** `louyu deliveries` */
export const deliveries = Command.define<Deliveries>({
  name: "deliveries",
  about: { zh: "通知的投递情况：等待、已送达、已放弃", en: "what became of notifications: waiting, sent, given up" },
  arguments: [],
  options: {
    ...Source.options,
    dead: { about: { zh: "只看已放弃的", en: "only those that were given up" } },
    limit: { value: "<n>", about: { zh: "最多显示最近几条，默认 20", en: "how many of the latest; 20 by default" } }
  },
  examples: ["louyu deliveries --store sqlite:city.db --dead"],
  answer: Deliveries,
  work,
  show
})

const Replay = Schema.Struct({ delivery: field(Delivery, "the delivery, which waits again") })
type Replay = typeof Replay.Type

const isKey = Schema.is(Message.DeliveryKey)

const replayed = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const named = Arguments.argument(given, 0)
  const { city } = yield* Source.opened(given, desk, { readOnly: false })
  const channels = yield* city.deliveries.channels()
  const found = channels.flatMap(({ over, outbox }) =>
    Outbox.all(outbox).flatMap(({ key }) => (key === named || Message.reference(key) === named ? [{ over, key }] : []))
  )
  const [only, ...others] = found
  if (only === undefined || others.length > 0 || !isKey(only.key)) {
    return yield* new DeliveryNotKnown({ key: named.slice(0, 64), found: found.length })
  }
  yield* city.dispatch({ _tag: "ReplayDelivery", ...only, at: desk.io.now() }, { actor: "operator" })
  const after = (yield* city.deliveries.channels()).flatMap(({ over, outbox }) => {
    const one = Outbox.delivery(outbox, only.key)
    return one === undefined ? [] : [answer(over, one)]
  })
  const [delivery] = after
  return delivery === undefined
    ? yield* new DeliveryNotKnown({ key: named.slice(0, 64), found: 0 })
    : Command.good<Replay>({ delivery })
})

/** `louyu replay` */
export const replay = Command.define<Replay>({
  name: "replay",
  about: {
    zh: "把已放弃的通知重新排队，编号不变",
    en: "queue a notification again that was given up, under its old key"
  },
  arguments: [{ name: "key", about: { zh: "编号或八位简码", en: "its key, or the short reference" } }],
  options: Source.options,
  examples: ["louyu replay 7F3K9QXM --store sqlite:city.db"],
  answer: Replay,
  work: replayed,
  show: ({ delivery: { mail } }, look) => [...look.say("已重新排队：", "It waits again:"), ...Mail.lines(look, mail)]
})
