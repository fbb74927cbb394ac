import { describe, expect, it } from "@effect/vitest"
import { WorkCalendar } from "@louyu/kernel"
import { EventStore, Position } from "@louyu/ports"
import { Profiles } from "@louyu/profiles"
import { Access, Completeness, Directory, RoleScheme, Routing, Visiting } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { City } from "../src/index.ts"
import { day, district, person, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const scheme = RoleScheme.SchemeId.make("twoHeadsFourStaff")
const role = RoleScheme.RoleCode.make

const adopt = (roster: string, of = "twoHeadsFourStaff", from = "2022-01-01"): City.Command => ({
  _tag: "AdoptScheme",
  roster: unit(roster),
  scheme: RoleScheme.SchemeId.make(of),
  version: 1,
  from: day(from)
})
interface At {
  readonly of?: string
  readonly roster?: string
  readonly from?: string
  readonly comesFrom?: string
}
const appoint = (who: string, code: string, at: string, more: At = {}): City.Command => ({
  _tag: "Appoint",
  roster: unit(more.roster ?? at),
  scheme: RoleScheme.SchemeId.make(more.of ?? "twoHeadsFourStaff"),
  role: role(code),
  unit: unit(at),
  person: person(who),
  from: day(more.from ?? "2022-01-01"),
  ...(more.comesFrom === undefined ? {} : { comesFrom: unit(more.comesFrom) })
})

const staffed: ReadonlyArray<City.Command> = [
  adopt("one"),
  adopt("two"),
  adopt("street", "streetPosts"),
  adopt("cbd-committee", "committeePosts"),
  appoint("chief", "buildingChief", "one"),
  appoint("grid", "microGridHead", "one-a", { roster: "one" }),
  appoint("janitor", "propertyServiceOfficer", "two", { comesFrom: "janitors" }),
  appoint("sec", "twoNewSecretary", "street", { of: "streetPosts" })
]
const open = Effect.gen(function* () {
  const city = yield* City.open(options)
  yield* city.dispatchAll([...district, ...staffed], by)
  return city
})
const on = day("2024-01-01")
const routed = (city: City.Open, matter: string, at: string, date = on) =>
  Effect.map(city.roles.on(date), ({ directory }) => Routing.route(directory, { matter, unit: unit(at) }))

describe("roles in a city", () => {
  it.effect("P-06 a folder's worth of units, schemes and appointments is one list, recorded as a whole", () =>
    Effect.gen(function* () {
      const city = yield* open
      const { directory } = yield* city.roles.on(on)
      const sum = Completeness.sum(on, Completeness.of(directory, unit("cbd")))
      expect(sum).toMatchObject({ posts: 12, counts: { filled: 3, vacant: 9 } })
      const again = yield* city.dispatchAll([...district, ...staffed], by)
      expect(again.events).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("P-34 the committee's secretary is whoever the street's is, from the day the street has another", () =>
    Effect.gen(function* () {
      const city = yield* open
      const at = {
        scheme: RoleScheme.SchemeId.make("streetPosts"),
        role: role("twoNewSecretary"),
        unit: unit("street")
      }
      yield* city.dispatch(
        {
          _tag: "HandOver",
          roster: unit("street"),
          ...at,
          person: person("sec"),
          to: person("next"),
          on: day("2024-06-01")
        },
        by
      )
      const secretary = (date: string) =>
        Effect.map(city.roles.on(day(date)), ({ directory }) => {
          const post = { scheme: RoleScheme.SchemeId.make("committeePosts"), role: role("secretary") }
          const found = Directory.postAt(directory, unit("cbd-committee"), post)
          return found === undefined ? [] : Directory.holders(directory, found).map((one) => [one.person, one.by])
        })
      expect(yield* secretary("2024-05-31")).toEqual([["sec", "exOfficio"]])
      expect(yield* secretary("2024-06-01")).toEqual([["next", "exOfficio"]])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-14 a matter finds the post by place, goes up past vacant chairs, and follows a unit that moves", () =>
    Effect.gen(function* () {
      const city = yield* open
      expect((yield* routed(city, "general", "one-a")).answers).toEqual(["grid"])
      // Nobody is on that post in the other building: its chief's chair is empty, too, so it goes up to the committee.
      const up = yield* routed(city, "general", "two-a")
      expect(up.answers).toEqual(["sec"])
      expect(up.at?.unit).toBe("cbd-committee")
      expect(up.responsible).toEqual({ scheme, role: "microGridHead", unit: "two-a" })
      expect((yield* routed(city, "repair", "two")).answers).toEqual(["janitor"])

      expect((yield* routed(city, "overdue", "f1")).answers).toEqual(["chief"])
      const move = { _tag: "RelocateUnit", unit: unit("f1"), within: unit("two"), from: day("2024-03-01") } as const
      yield* city.dispatch(move, by)
      expect((yield* routed(city, "overdue", "f1", day("2024-02-29"))).answers).toEqual(["chief"])
      expect((yield* routed(city, "overdue", "f1", day("2024-03-01"))).answers).toEqual(["sec"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-6 a command about posts is decided by the organisation as it is when it is recorded", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* open, yield* City.open(options)]
      yield* one.dispatch({ _tag: "DissolveUnit", unit: unit("two-a"), on: day("2023-01-01") }, by)
      // `two` has not read so far.
      const late = appoint("late", "microGridHead", "two-a", { roster: "two", from: "2023-06-01" })
      expect(yield* Effect.flip(two.dispatch(late, by))).toMatchObject({ code: "roles/UnitOutside" })
      // A person's posts are judged across buildings, also when they come in one list.
      const twice = [appoint("x", "communityInformationOfficer", "one"), appoint("x", "buildingChief", "two")]
      const refused = yield* Effect.flip(one.dispatchAll(twice, by))
      expect(refused._tag === "CommandsRefused" && refused.refusals.map((r) => [r.index, r.failure.code])).toEqual([
        [1, "roles/ConcurrentPost"]
      ])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-7 a city whose profile has no such scheme refuses it, and a newer profile brings it", () =>
    Effect.gen(function* () {
      // Flows and notices name posts, and go with the schemes that have them.
      const { schemes: _schemes, casework: _casework, notifications: _notifications, ...bare } = Profiles.pinghu
      const city = yield* City.open({ tenant: "t1", profile: bare })
      yield* city.dispatchAll(district, by)
      expect(yield* Effect.flip(city.dispatch(adopt("one"), by))).toMatchObject({
        code: "roles/SchemeUnknown",
        known: []
      })
      const profile = { ...Profiles.pinghu, version: Profiles.pinghu.version + 1 }
      yield* city.dispatch({ _tag: "AdoptProfile", profile }, by)
      const newer = yield* City.open({ tenant: "t1" })
      expect((yield* newer.dispatch(adopt("one"), by)).events).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("P-07 R2-7 somebody with one post in two buildings goes over to the new scheme building by building", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const old = { of: "oneHeadSixStaff", from: "2020-01-01" }
      const both = ["one", "two"]
      const mapping = [{ from: role("partyMassGuide"), to: role("partyMassGuide") }]
      const change = both.map((at): City.Command => ({ ...adopt(at), mapping }) as City.Command)
      yield* city.dispatchAll(
        [
          ...district,
          ...both.map((at) => adopt(at, old.of, old.from)),
          ...both.map((at) => appoint("guide", "partyMassGuide", at, old)),
          ...change
        ],
        by
      )
      const { directory } = yield* city.roles.on(day("2022-01-01"))
      expect(Directory.postsOf(directory, person("guide")).map(({ post }) => [post.scheme, post.unit])).toEqual([
        ["twoHeadsFourStaff", "one"],
        ["twoHeadsFourStaff", "two"]
      ])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("W-07 N-16 visits keep a log for each place, and whose turn it is follows the city's working days", () =>
    Effect.gen(function* () {
      const city = yield* open
      const plan: City.Command = {
        _tag: "PlanVisits",
        care: unit("one"),
        plan: "weekly",
        post: { scheme, role: role("partyMassGuide"), unit: unit("one") },
        every: "weekly",
        targets: [{ unit: unit("firm") }],
        from: day("2024-09-27")
      }
      const nowhere = { ...plan, targets: [{ unit: unit("castle") }] } as const
      expect(yield* Effect.flip(city.dispatch(nowhere, by))).toMatchObject({
        code: "visits/VisitUnitUnknown",
        unit: "castle"
      })
      yield* city.dispatch(plan, by)
      const calendar = yield* city.calendar()
      expect(calendar).toBe(WorkCalendar.china)
      const turns = Visiting.turns(yield* city.visits.of(unit("one")), calendar, day("2024-10-07"))
      // A week later is within the National Day holidays.
      expect(Result.map(turns, (all) => all.map((turn) => turn.due))).toEqual(Result.succeed(["2024-10-08"]))
      expect([...(yield* city.visits.all()).keys()]).toEqual(["one"])
      expect(yield* city.visits.of(unit("two"))).toMatchObject({ visits: [] })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("a profile that names a calendar nobody gave is told so, and one that is given is used", () =>
    Effect.gen(function* () {
      const profile = { ...Profiles.pinghu, calendar: "mars" }
      const city = yield* City.open({ tenant: "t1", profile })
      expect(yield* Effect.flip(city.calendar())).toMatchObject({ code: "louyu/CalendarMissing", known: ["china"] })
      const calendars = { mars: WorkCalendar.china }
      const given = yield* City.open({ tenant: "t2", profile, calendars })
      expect(yield* given.calendar()).toBe(WorkCalendar.china)
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("people in a city", () => {
  const entry = {
    unit: unit("firm"),
    class: "contact",
    name: Redacted.make("王示例"),
    mobile: Redacted.make("13800005678"),
    further: { duty: Redacted.make("行政") }
  }
  const reading = { purpose: "service", on }

  it.effect("P-41 R2-19 a reader sees what their post allows, masked where it says so, and leaves a trace", () =>
    Effect.gen(function* () {
      const city = yield* open
      yield* city.people.keep("p-1", entry)
      expect(yield* city.people.read("p-1", { ...reading, by: "chief" })).toEqual({
        _tag: "Seen",
        fields: { name: "王示例", mobile: "13800005678", duty: "行政" }
      })
      const { entries } = yield* city.history({ limit: 1000 })
      const trace = entries.at(-1)
      expect(trace?.stream).toBe("audit:2024-01")
      expect(trace?.actor).toBe("chief")
      expect(trace?.event).toEqual({
        _tag: "RecordRead",
        actor: "chief",
        record: "p-1",
        class: "contact",
        unit: "firm",
        purpose: "service",
        on,
        fields: [
          { field: "name", showing: "show", unit: "one", role: "buildingChief" },
          { field: "mobile", showing: "show", unit: "one", role: "buildingChief" }
        ]
      })
      // Who asks for less sees less, and leaves less.
      const brief = yield* city.people.read("p-1", { ...reading, by: "chief", fields: ["name"] })
      expect(brief).toEqual({ _tag: "Seen", fields: { name: "王示例" } })
      const short = (yield* city.history({ limit: 1000 })).entries.at(-1)?.event
      expect(short).toMatchObject({ fields: [{ field: "name" }] })
      // Each reading is a fact.
      yield* city.people.read("p-1", { ...reading, by: "chief" })
      expect((yield* city.history({ limit: 1000 })).entries).toHaveLength(entries.length + 2)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-15 whoever answers for the building beside is denied, and no value is in error or log", () =>
    Effect.gen(function* () {
      const city = yield* open
      yield* city.people.keep("p-1", entry)
      const denied = yield* Effect.flip(city.people.read("p-1", { ...reading, by: "janitor" }))
      expect(denied).toMatchObject({ code: "roles/AccessDenied", missing: ["place"] })
      const aimless = { ...reading, purpose: "curiosity", by: "chief" }
      expect(yield* Effect.flip(city.people.read("p-1", aimless))).toMatchObject({ missing: ["purpose"] })
      const store = yield* EventStore.EventStore
      const everything = JSON.stringify([
        yield* store.readAll(city.tenant, Position.start, 1000),
        denied,
        denied.text,
        String(denied)
      ])
      for (const secret of ["王示例", "13800005678", "行政"]) expect(everything).not.toContain(secret)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-16 a right that was given for a time ends by itself", () =>
    Effect.gen(function* () {
      const city = yield* open
      yield* city.people.keep("p-1", entry)
      const grant: City.Command = {
        _tag: "GrantAccess",
        roster: unit("one"),
        unit: unit("one"),
        person: person("guest"),
        level: 1,
        purpose: "service",
        from: day("2024-01-01"),
        to: day("2024-02-01")
      }
      yield* city.dispatch(grant, by)
      expect(yield* city.people.read("p-1", { ...reading, by: "guest", on: day("2024-01-31") })).toEqual({
        _tag: "Seen",
        fields: { name: "王**", mobile: "138****5678", duty: "行政" }
      })
      const late = city.people.read("p-1", { ...reading, by: "guest", on: day("2024-02-01") })
      expect(yield* Effect.flip(late)).toMatchObject({ code: "roles/AccessDenied" })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-17 who can see a record is told without opening it", () =>
    Effect.gen(function* () {
      const city = yield* open
      const { directory, policy } = yield* city.roles.on(on)
      const record = { id: "p-1", class: "contact", unit: unit("firm") }
      expect(Access.whoCanSee(directory, policy, { record, purpose: "service" })).toEqual([
        { person: "chief", outcome: "allow" },
        { person: "sec", outcome: "allow" }
      ])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("an erased person is told as erased, an unknown one as unknown, and ids are checked", () =>
    Effect.gen(function* () {
      const city = yield* open
      yield* city.people.keep("p-1", entry)
      yield* city.people.erase("p-1")
      expect(yield* city.people.read("p-1", { ...reading, by: "chief" })).toEqual({ _tag: "Erased" })
      expect(yield* Effect.flip(city.people.keep("p-1", entry))).toMatchObject({ code: "ports/PersonErased" })
      expect(yield* city.people.read("p-2", { ...reading, by: "chief" })).toBeUndefined()
      const wrong = { code: "louyu/IdInvalid", field: "person" }
      expect(yield* Effect.flip(city.people.read("no id", { ...reading, by: "chief" }))).toMatchObject(wrong)
      expect(yield* Effect.flip(city.people.read("p-1", { ...reading, by: "" }))).toMatchObject(wrong)
      expect(yield* Effect.flip(city.people.keep("", entry))).toMatchObject(wrong)
      expect(yield* Effect.flip(city.people.erase(""))).toMatchObject(wrong)
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
