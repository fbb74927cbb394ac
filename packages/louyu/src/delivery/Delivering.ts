import { Identifier, Text } from "@louyu/kernel"
import { Message, type Notifier } from "@louyu/ports"
import type { Notifications } from "@louyu/profiles"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Channel } from "../DeliveryDomain.ts"
import * as Backoff from "./Backoff.ts"
import { type Bureau, type BureauError, by } from "./Bureau.ts"
import * as Deliveries from "./Deliveries.ts"
import type { Item } from "./Delivery.ts"
import { isNotNow } from "./DeliveryError.ts"
import { fingerprint } from "./fingerprint.ts"
import * as Outbox from "./Outbox.ts"

/** One attempt. */
export interface Attempted {
  readonly over: Notifications.ChannelRef
  readonly key: Message.DeliveryKey
  readonly outcome: Notifier.Outcome
}

/** What delivering came to. Shape: `next` is when something may be due again, as far as it is known. */
export interface DeliveryReport {
  readonly attempts: ReadonlyArray<Attempted>
  readonly next: number | undefined
}

const hour = 3_600_000

const linesOf = (text: Text.Text, language: Text.Tag): ReadonlyArray<string> =>
  Text.read(text, language)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

// Of one fact its lines, of several a list of facts.
const bodyOf = (items: ReadonlyArray<Item>, language: Text.Tag): Message.Message["body"] => {
  const lines = items.map(({ text }) => linesOf(text, language))
  const entries = items.length > 1 ? lines.map((all) => [{ _tag: "text", text: all.join(" ") || "—" }] as const) : []
  const [head, ...more] = entries
  if (head !== undefined) return [{ _tag: "list", items: [head, ...more] }]
  const [first, ...rest] = lines.flat().map(Message.plain)
  return [first ?? Message.plain("—"), ...rest]
}

// Whom a message reaches is asked of the vault when it goes out, and stands in nothing that is recorded.
const recipients = Effect.fnUntraced(function* (
  { city, vault }: Bureau,
  kind: string,
  people: ReadonlyArray<Identifier.PersonId>
) {
  const found: Array<Message.Recipient> = []
  for (const person of people) {
    const held = yield* vault.get(city.tenant, person)
    if (held?._tag !== "Known") continue
    const { phone, further = {} } = held.record
    const own = Object.hasOwn(further, kind) ? further[kind] : undefined
    const address = own ?? (kind === "email" ? undefined : phone)
    if (address !== undefined) found.push({ person, address })
  }
  return found
})

const messageOf = Effect.fnUntraced(function* (bureau: Bureau, { over }: Channel, delivery: Outbox.DeliveryKnown) {
  const { city } = bureau
  const { language } = (yield* city.profile()).defaults
  const [first, ...rest] = yield* recipients(bureau, over.kind, delivery.people)
  if (delivery.people.length > 0 && first === undefined) return undefined
  const place = delivery.items.find((one) => one.place !== undefined)?.place
  const message: Message.Message = {
    key: delivery.key,
    channel: Message.ChannelId.make(over.channel),
    language,
    title: Text.read(delivery.title, language),
    body: bodyOf(delivery.items, language),
    urgency: delivery.urgency,
    ...(first === undefined ? {} : { recipients: [first, ...rest] }),
    about: {
      id: delivery.key,
      type: `louyu.${delivery.rule}`,
      source: `urn:louyu:${city.tenant}`,
      ...(place === undefined ? {} : { subject: place }),
      time: delivery.planned,
      data: delivery.items.map(({ event, text }) => ({ event, text }))
    }
  }
  return message
})

const send = Effect.fnUntraced(function* (
  bureau: Bureau,
  channel: Channel,
  delivery: Outbox.DeliveryKnown
): Effect.fn.Return<Notifier.Outcome, BureauError> {
  const adapter = bureau.adapters.get(channel.over.kind)
  if (adapter === undefined) return { _tag: "channelDisabled", reason: "noAdapter" }
  const message = yield* messageOf(bureau, channel, delivery)
  return message === undefined ? { _tag: "rejected", reason: "noAddress" } : yield* adapter.send(message)
})

// Somebody has to learn that a channel no longer works, over another one.
const alert = Effect.fnUntraced(function* ({ city }: Bureau, { over }: Channel, reason: string, at: number) {
  const { notifications } = yield* city.profile()
  const alerts = notifications?.alerts
  const name = Deliveries.nameOf(over)
  if (alerts === undefined || Deliveries.nameOf(alerts) === name) return
  const key = fingerprint("channelDisabled", name, String(at))
  const text = Text.of(
    `渠道 ${name} 已停用：${reason}。请修复后重新启用。`,
    `Channel ${name} no longer works: ${reason}. Mend it, then enable it.`
  )
  yield* city.dispatch(
    {
      _tag: "PlanDelivery",
      over: alerts,
      key: Message.DeliveryKey.make(key),
      rule: "channelDisabled",
      title: Text.of("通知渠道已停用", "A channel no longer works"),
      item: { event: Identifier.EventId.make(key), text },
      urgency: "high",
      notBefore: at,
      at
    },
    by
  )
})

const budgetOf = Effect.fnUntraced(function* ({ city }: Bureau) {
  const given = (yield* city.profile()).notifications?.budget
  return given === undefined ? Backoff.usual : { attempts: given.attempts, withinMillis: given.hours * hour }
})

const attempt = Effect.fnUntraced(function* (
  bureau: Bureau,
  channel: Channel,
  delivery: Outbox.DeliveryKnown,
  at: number
): Effect.fn.Return<Attempted, BureauError> {
  const { city, adapters, worker, leaseMillis } = bureau
  const { over } = channel
  const { key, planned, attempts, since } = delivery
  const rate = adapters.get(over.kind)?.limits.rate
  const claim = { _tag: "ClaimDelivery", over, key, worker, until: at + leaseMillis, at } as const
  yield* city.dispatch(rate === undefined ? claim : { ...claim, rate }, by)
  const outcome = yield* send(bureau, channel, delivery)
  const ended = yield* Clock.currentTimeMillis
  const number = attempts.length + 1
  // Replaying begins the budget again.
  const tried = { key, attempt: number - since, planned: since === 0 ? planned : delivery.turn, at: ended }
  const mayRepeat = outcome._tag === "retry" || outcome._tag === "unknown"
  const afterMillis = outcome._tag === "retry" ? outcome.afterMillis : undefined
  const again = mayRepeat ? Backoff.again(tried, afterMillis, yield* budgetOf(bureau)) : undefined
  const result = { _tag: "EndAttempt", over, key, attempt: number, outcome, at: ended } as const
  yield* city.dispatch(again === undefined ? result : { ...result, again }, by)
  if (outcome._tag === "channelDisabled") yield* alert(bureau, channel, outcome.reason, ended)
  return { over, key, outcome }
})

// One channel: message after message in order, until one has to wait.
const work = Effect.fnUntraced(function* (
  bureau: Bureau,
  over: Notifications.ChannelRef
): Effect.fn.Return<DeliveryReport, BureauError> {
  const attempts: Array<Attempted> = []
  const name = Deliveries.nameOf(over)
  for (;;) {
    const channels = yield* bureau.city.deliveries.channels()
    const channel = channels.find((one) => Deliveries.nameOf(one.over) === name)
    const delivery = channel && Outbox.next(channel.outbox)
    if (channel === undefined || delivery === undefined || channel.outbox.disabled !== undefined) {
      return { attempts, next: undefined }
    }
    const now = yield* Clock.currentTimeMillis
    const made = yield* attempt(bureau, channel, delivery, now).pipe(
      Effect.map((one) => ({ one, until: undefined })),
      Effect.catchIf(isNotNow, ({ until }) => Effect.succeed({ one: undefined, until }))
    )
    if (made.one === undefined) return { attempts, next: made.until }
    attempts.push(made.one)
  }
})

// Channels do not wait for each other; more at once would only queue for the store.
const concurrency = 8

/** Tries everything that is due, channel by channel in order. */
export const deliver = Effect.fnUntraced(function* (bureau: Bureau): Effect.fn.Return<DeliveryReport, BureauError> {
  yield* bureau.city.catchUp()
  const channels = yield* bureau.city.deliveries.channels()
  const worked = yield* Effect.forEach(channels, ({ over }) => work(bureau, over), { concurrency })
  const nexts = worked.flatMap(({ next }) => next ?? [])
  return {
    attempts: worked.flatMap(({ attempts }) => attempts),
    next: nexts.length === 0 ? undefined : Math.min(...nexts)
  }
})
