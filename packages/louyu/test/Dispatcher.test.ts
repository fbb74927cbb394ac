import { describe, expect, it } from "@effect/vitest"
import { PersonalData } from "@louyu/kernel"
import { Command as MatchingCommand } from "@louyu/matching"
import { EventStore, type Message, Notifier, Vault } from "@louyu/ports"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as TestClock from "effect/testing/TestClock"
import { City, Dispatcher, EventIds, Outbox } from "../src/index.ts"
import { day, district, person as person_, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const decode = Schema.decodeUnknownSync(MatchingCommand.Command)

const rules: NonNullable<typeof Profiles.pinghu.notifications> = {
  groups: { wechat: "group" },
  alerts: { kind: "desk", channel: "operators" },
  budget: { attempts: 3, hours: 24 },
  rules: [
    {
      id: "need",
      names: { zh: "新需求" },
      events: ["NeedRegistered"],
      where: { urgency: 5 },
      place: "place",
      to: { _tag: "group" },
      title: { zh: "{place} 有紧急需求", en: "An urgent need at {place}" },
      text: { zh: "{text}（{raiser}，{quantity} 项）", en: "{text} ({raiser})" },
      urgency: "high"
    },
    {
      id: "digest",
      names: { zh: "汇总" },
      events: ["NeedRegistered"],
      place: "place",
      to: { _tag: "channel", over: { kind: "desk", channel: "street" } },
      title: { zh: "新登记的需求" },
      text: { zh: "{text}" },
      digestMinutes: 60
    }
  ]
}
const profile = { ...Profiles.pinghu, notifications: rules }

const need = (id: string, more: object = {}) =>
  decode({
    _tag: "RegisterNeed",
    need: id,
    raiser: "firm",
    text: `需求${id}`,
    place: "f1",
    urgency: 5,
    quantity: 6,
    origin: "visit",
    on: "2022-02-01",
    ...more
  })
const bind = (of: string, group: string): City.Command => ({
  _tag: "BindChatGroup",
  unit: unit(of),
  channel: "wechat",
  group,
  from: day("2020-01-01")
})

const inGrid: City.Command = {
  _tag: "AssignToGrid",
  grid: unit("one-a"),
  places: [unit("f1")],
  from: day("2020-01-01")
}

/** An adapter whose answers are given beforehand, the last one for ever; keeps what it was sent. */
const adapter = (
  kind: string,
  answers: ReadonlyArray<Notifier.Outcome> = [{ _tag: "sent" }],
  limits: Notifier.Limits = { rate: undefined }
) => {
  const sent: Array<Message.Message> = []
  const made: Notifier.Adapter = {
    kind,
    limits,
    send: (message) =>
      Effect.sync((): Notifier.Outcome => {
        sent.push(message)
        return answers[Math.min(sent.length, answers.length) - 1] ?? { _tag: "sent" }
      })
  }
  return { made, sent }
}
const notifiers = (...all: ReadonlyArray<{ readonly made: Notifier.Adapter }>) =>
  Layer.succeed(Notifier.Notifiers, new Map(all.map(({ made }) => [made.kind, made] as const)))

// Ten in the morning in Pinghu, a full hour, so that windows of an hour begin here.
const t0 = Date.UTC(2022, 1, 1, 2)

const opened = Effect.fnUntraced(function* (...more: ReadonlyArray<City.Command>) {
  yield* TestClock.setTime(t0)
  const city = yield* City.open({ tenant: "t1", profile })
  yield* city.dispatchAll([...district, ...more], by)
  return city
})
const deliveries = Effect.fnUntraced(function* (city: City.Open) {
  const channels = yield* city.deliveries.channels()
  return channels.flatMap(({ over, outbox }) =>
    Outbox.all(outbox).map((one) => ({ over: `${over.kind}.${over.channel}`, ...one }))
  )
})
const titles = ({ sent }: { readonly sent: ReadonlyArray<Message.Message> }) => sent.map(({ title }) => title)

describe("what a city tells", () => {
  it.effect("P-05 R4-21 a fact about a place goes to the group bound to it, or to the nearest bound unit above", () => {
    const [group, desk] = [adapter("group"), adapter("desk")]
    return Effect.gen(function* () {
      const city = yield* opened(inGrid, bind("one-a", "grid-one"), bind("cbd", "district"))
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      yield* dispatcher.plan()
      yield* city.dispatchAll([need("n1"), need("n2", { place: "two" }), need("n3", { urgency: 2 })], by)
      const { planned } = yield* dispatcher.plan()
      expect(planned).toBe(5)
      yield* dispatcher.deliver()
      expect(group.sent.map(({ channel, title }) => [channel, title])).toEqual([
        ["district", "two 有紧急需求"],
        ["grid-one", "f1 有紧急需求"]
      ])
      expect(group.sent[1]?.body).toEqual([
        { _tag: "paragraph", line: [{ _tag: "text", text: "需求n1（firm，6 项）" }] }
      ])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, desk))))
  })

  it.effect("P-05 where no group is bound, the fact is listed as told to nobody, and no group is guessed", () => {
    const desk = adapter("desk")
    return Effect.gen(function* () {
      const city = yield* opened()
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      yield* dispatcher.plan()
      yield* city.dispatch(need("n1"), by)
      const { untold, planned } = yield* dispatcher.plan()
      expect(untold.map((one) => [one.rule.id, one.untold])).toEqual([["need", "noGroup"]])
      expect(planned).toBe(1)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(desk))))
  })

  it.effect("what happens within an hour goes out as one message at its end", () => {
    const desk = adapter("desk")
    return Effect.gen(function* () {
      const city = yield* opened()
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      yield* dispatcher.plan()
      yield* city.dispatchAll([need("n1"), need("n2", { urgency: 1 })], by)
      yield* dispatcher.plan()
      expect((yield* dispatcher.deliver()).next).toBe(t0 + 3_600_000)
      expect(desk.sent).toEqual([])
      yield* TestClock.adjust("1 hour")
      yield* dispatcher.deliver()
      expect(desk.sent).toHaveLength(1)
      expect(desk.sent[0]?.body).toMatchObject([{ _tag: "list", items: [[{ text: "需求n1" }], [{ text: "需求n2" }]] }])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(desk))))
  })

  it.effect("a history is not told to anybody who did not ask for it", () => {
    const group = adapter("group")
    return Effect.gen(function* () {
      const city = yield* opened(bind("cbd", "district"), need("n1"))
      const now = yield* Dispatcher.make(city, { worker: "w1" })
      expect((yield* now.plan()).planned).toBe(0)
      expect((yield* now.plan()).planned).toBe(0)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group))))
  })

  it.effect("what comes into an empty log is told, too", () => {
    const desk = adapter("desk")
    return Effect.gen(function* () {
      yield* TestClock.setTime(t0)
      const city = yield* City.open({ tenant: "t1", profile })
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      yield* dispatcher.plan()
      yield* city.dispatchAll([...district, need("n1")], by)
      expect((yield* dispatcher.plan()).planned).toBe(1)
      expect((yield* dispatcher.plan()).planned).toBe(0)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(desk))))
  })

  it.effect("a preview says what would be told, whatever the day, and records nothing", () => {
    const group = adapter("group")
    return Effect.gen(function* () {
      const city = yield* opened(bind("cbd", "district"), need("n1"))
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      const found = yield* dispatcher.preview()
      expect(found.flatMap(({ plans }) => plans.map(({ title }) => title.zh))).toEqual([
        "f1 有紧急需求",
        "新登记的需求"
      ])
      expect(yield* deliveries(city)).toEqual([])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group))))
  })
})

describe("when something goes wrong", () => {
  const start = Effect.fnUntraced(function* (...needs: ReadonlyArray<string>) {
    const city = yield* opened(bind("cbd", "district"))
    const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
    yield* dispatcher.plan()
    yield* city.dispatchAll(
      needs.map((id) => need(id)),
      by
    )
    yield* dispatcher.plan()
    return { city, dispatcher }
  })

  it.effect("it is tried again, later and later, under the same key, and the order of the channel is kept", () => {
    const group = adapter("group", [
      { _tag: "retry", reason: "busy", afterMillis: 30_000 },
      { _tag: "unknown", reason: "timeout" },
      { _tag: "sent" }
    ])
    return Effect.gen(function* () {
      const { city, dispatcher } = yield* start("n1", "n2")
      const { next } = yield* dispatcher.deliver()
      expect(next).toBe(t0 + 30_000)
      yield* TestClock.adjust("30 seconds")
      yield* dispatcher.deliver()
      yield* TestClock.adjust("10 seconds")
      yield* dispatcher.deliver()
      const bodies = group.sent.map(({ key, body }) => [key, JSON.stringify(body).includes("n1")] as const)
      expect(bodies.map(([, isFirst]) => isFirst)).toEqual([true, true, true, false])
      expect(new Set(bodies.slice(0, 3).map(([key]) => key)).size).toBe(1)
      const all = (yield* deliveries(city)).filter(({ over }) => over === "group.district")
      expect(all.map((one) => [one.status, Outbox.duplicates(one)])).toEqual([
        ["sent", 1],
        ["sent", 0]
      ])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
  })

  it.effect("it is given up when the budget is spent, listed, and can be replayed under its old key", () => {
    const group = adapter("group", [{ _tag: "retry", reason: "busy" }])
    return Effect.gen(function* () {
      const { city, dispatcher } = yield* start("n1")
      for (let n = 0; n < 4; n++) {
        yield* dispatcher.deliver()
        yield* TestClock.adjust("1 hour")
      }
      const [given] = (yield* deliveries(city)).filter(({ status }) => status === "givenUp")
      expect(given).toMatchObject({ reason: "busy", attempts: [{}, {}, {}] })
      if (given === undefined) throw new Error("it was given up")
      const over = { kind: "group", channel: "district" }
      yield* city.dispatch({ _tag: "ReplayDelivery", over, key: given.key, at: t0 + 20_000_000 }, by)
      yield* TestClock.adjust("2 hours")
      yield* dispatcher.deliver()
      expect(group.sent.map(({ key }) => key)).toEqual([given.key, given.key, given.key, given.key])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
  })

  it.effect("what is rejected is not tried again and holds up nothing", () => {
    const group = adapter("group", [{ _tag: "rejected", reason: "tooLong" }, { _tag: "sent" }])
    return Effect.gen(function* () {
      const { city, dispatcher } = yield* start("n1", "n2")
      yield* dispatcher.deliver()
      const all = (yield* deliveries(city)).filter(({ over }) => over === "group.district")
      expect(all.map(({ status, reason }) => [status, reason])).toEqual([
        ["givenUp", "tooLong"],
        ["sent", undefined]
      ])
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
  })

  it.effect("a channel that is disabled stops, is told of over another one, and goes on when it is enabled", () => {
    const group = adapter("group", [{ _tag: "channelDisabled", reason: "93000" }, { _tag: "sent" }])
    const desk = adapter("desk")
    return Effect.gen(function* () {
      const { city, dispatcher } = yield* start("n1", "n2")
      yield* dispatcher.deliver()
      yield* dispatcher.deliver()
      expect(group.sent).toHaveLength(1)
      expect(titles(desk)).toEqual(["通知渠道已停用"])
      expect(JSON.stringify(desk.sent[0]?.body)).toContain("group.district")
      yield* city.dispatch({ _tag: "EnableChannel", over: { kind: "group", channel: "district" }, at: t0 + 1_000 }, by)
      yield* dispatcher.deliver()
      expect(group.sent).toHaveLength(3)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, desk))))
  })

  it.effect("a channel gets no more than it takes, whoever sends", () => {
    const group = adapter("group", [{ _tag: "sent" }], { rate: { messages: 2, perMillis: 60_000 } })
    return Effect.gen(function* () {
      const { city, dispatcher } = yield* start("n1", "n2", "n3", "n4", "n5")
      const other = yield* Dispatcher.make(city, { worker: "w2" })
      expect((yield* dispatcher.deliver()).next).toBe(t0 + 60_000)
      yield* other.deliver()
      expect(group.sent).toHaveLength(2)
      yield* TestClock.adjust("60 seconds")
      yield* other.deliver()
      expect(group.sent).toHaveLength(4)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
  })

  it.effect("two dispatchers of two processes deliver everything once", () => {
    const group = adapter("group")
    return Effect.gen(function* () {
      const { dispatcher } = yield* start("n1", "n2", "n3", "n4")
      const twin = yield* City.open({ tenant: "t1", profile })
      const second = yield* Dispatcher.make(twin, { worker: "w2" })
      yield* Effect.all([dispatcher.plan(), second.plan()], { concurrency: 2 })
      yield* Effect.all([dispatcher.deliver(), second.deliver()], { concurrency: 2 })
      yield* dispatcher.deliver()
      expect(new Set(group.sent.map(({ key }) => key)).size).toBe(4)
      expect(group.sent).toHaveLength(4)
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
  })

  it.effect("killed anywhere between claim, send and record, nothing is lost and repeats carry the same key", () =>
    Effect.gen(function* () {
      // The store gives out after so many writes, as if the process were killed there; another process goes on.
      for (let writes = 0; writes < 12; writes++) {
        const group = adapter("group")
        yield* Effect.gen(function* () {
          const real = yield* EventStore.EventStore
          let left = Number.POSITIVE_INFINITY
          const mortal: typeof real = {
            ...real,
            append: (...args) => (left-- > 0 ? real.append(...args) : Effect.die(new Error("killed"))),
            appendAll: (...args) => (left-- > 0 ? real.appendAll(...args) : Effect.die(new Error("killed"))),
            setCheckpoint: (...args) => (left-- > 0 ? real.setCheckpoint(...args) : Effect.die(new Error("killed")))
          }
          const { city } = yield* start("n1", "n2")
          yield* city.dispatch(need("n3"), by)
          const first = yield* City.open({ tenant: "t1", profile }).pipe(
            Effect.provideService(EventStore.EventStore, mortal)
          )
          const doomed = yield* Dispatcher.make(first, { worker: "doomed" }).pipe(
            Effect.provideService(EventStore.EventStore, mortal)
          )
          left = writes
          yield* Effect.exit(Effect.andThen(doomed.plan(), doomed.deliver()))
          yield* TestClock.adjust("5 minutes")
          const heir = yield* City.open({ tenant: "t1", profile })
          const second = yield* Dispatcher.make(heir, { worker: "heir" })
          yield* second.plan()
          yield* second.deliver()
          const texts = new Map(group.sent.map(({ key, body }) => [key, JSON.stringify(body)]))
          expect([...texts.values()].filter((text) => /n[123]/u.test(text))).toHaveLength(3)
          const all = (yield* deliveries(heir)).filter(({ over }) => over === "group.district")
          expect(all.map(({ status }) => status)).toEqual(["sent", "sent", "sent"])
          const repeated = all.reduce((sum, one) => sum + Outbox.duplicates(one), 0)
          expect(group.sent.length).toBeLessThanOrEqual(3 + repeated)
        }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, notifiers(group, adapter("desk")))))
      }
    })
  )
})

describe("whom a message reaches", () => {
  it.effect("is asked of the vault when it goes out, and stands in nothing that is recorded", () => {
    const mail = adapter("email")
    const person = { kind: "email", channel: "office" }
    const rule = {
      id: "chief",
      names: { zh: "楼长" },
      events: ["NeedRegistered"],
      place: "place",
      to: { _tag: "role", role: "buildingChief", over: person },
      title: { zh: "新需求" },
      text: { zh: "{text}" }
    } as const
    return Effect.gen(function* () {
      yield* TestClock.setTime(t0)
      const city = yield* City.open({ tenant: "t1", profile: { ...profile, notifications: { rules: [rule] } } })
      const vault = yield* Vault.Vault
      const roster = { roster: "one", scheme: "twoHeadsFourStaff" }
      const tell = (command: object) => city.dispatchUnknown(command, by)
      yield* city.dispatchAll(district, by)
      yield* tell({ _tag: "AdoptScheme", ...roster, version: 1, from: "2020-01-01" })
      yield* tell({ _tag: "Appoint", ...roster, role: "buildingChief", unit: "one", person: "p-1", from: "2020-01-01" })
      const address = Redacted.make("chief@example.com")
      yield* vault.put(city.tenant, person_("p-1"), { name: Redacted.make("王示例"), further: { email: address } })
      const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
      yield* dispatcher.plan()
      yield* city.dispatch(need("n1"), by)
      yield* dispatcher.plan()
      yield* dispatcher.deliver()
      expect(mail.sent[0]?.recipients?.map((one) => [one.person, Redacted.value(one.address)])).toEqual([
        ["p-1", "chief@example.com"]
      ])
      const { entries } = yield* city.history({ limit: 1_000 })
      const recorded = JSON.stringify(entries)
      expect(recorded).toContain("DeliveryPlanned")
      expect([recorded.includes("chief@"), PersonalData.traces(recorded)]).toEqual([false, []])
      yield* vault.erase(city.tenant, person_("p-1"))
      yield* TestClock.adjust("1 minute")
      yield* city.dispatch(need("n2"), by)
      yield* dispatcher.plan()
      yield* dispatcher.deliver()
      const all = yield* deliveries(city)
      expect(all.map(({ status, reason }) => [status, reason])).toEqual([
        ["sent", undefined],
        ["givenUp", "noAddress"]
      ])
    }).pipe(
      // The digits of random ids would look like a telephone now and then.
      Effect.provideService(EventIds.EventIds, EventIds.sequential("e")),
      Effect.provide(Layer.merge(MemoryStore.layer, notifiers(mail)))
    )
  })
})
