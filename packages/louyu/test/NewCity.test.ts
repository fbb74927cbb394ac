import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import { BodyCommand, BodyPresets, Case, Command as CaseCommand, CaseworkSettings, Deadlines } from "@louyu/casework"
import { Text, WorkCalendar } from "@louyu/kernel"
import { Command as OrganisationCommand, Pattern, View } from "@louyu/organisation"
import { type Message, Notifier } from "@louyu/ports"
import { Profile, Profiles } from "@louyu/profiles"
import { Prospect, Command as RecruitmentCommand, State } from "@louyu/recruitment"
import { Completeness, Command as RolesCommand, Routing } from "@louyu/roles"
import { StationCatalogue, StationCommand, StationReview, StationState } from "@louyu/stations"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as TestClock from "effect/testing/TestClock"
import { CaseRoute, City, Dispatcher } from "../src/index.ts"
import { day, unit } from "./support/places.ts"

// All that is known of the city is a text: no line of code belongs to it.
const text = readFileSync(new URL("fixtures/ilha-nova.json", import.meta.url), "utf8")
const { profile, calendar } = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ profile: Profile.Profile, calendar: WorkCalendar.WorkCalendar }))
)(text)

const options = { tenant: "ilha-nova", profile, calendars: { [profile.calendar]: calendar } }
const by = { actor: "clerk-1" }
const decode = Schema.decodeUnknownSync(
  Schema.Union([
    ...OrganisationCommand.Command.members,
    ...RolesCommand.Command.members,
    ...CaseCommand.Command.members,
    ...BodyCommand.Command.members,
    ...RecruitmentCommand.Command.members,
    ...StationCommand.Command.members
  ])
)
const pt = (label: Text.Text | undefined) => label && Text.read(label, profile.defaults.language)

const from = "2031-01-02"
const establish = (id: string, kind: string, pt_: string, at: object = {}) =>
  decode({ _tag: "EstablishUnit", unit: id, kind, name: { zh: id, others: { pt: pt_ } }, from, ...at })
const units = [
  establish("isle", "island", "Ilha Nova"),
  establish("board", "harbour-board", "Junta", { within: "isle" }),
  establish("north", "quarter", "Bairro Norte", { within: "isle" }),
  establish("house", "quarter-house", "Casa do Norte", { within: "north", under: "board" }),
  establish("quay", "quay", "Cais Velho", { within: "north" }),
  establish("salt", "warehouse", "Armazém do Sal", { within: "quay", classes: { roof: "copper" } }),
  establish("berth-1", "berth", "Cela 1", { within: "salt" }),
  establish("crew", "crew", "Companha", { within: "salt", under: "house" }),
  establish("firm", "house-firm", "Casa Exemplo", { within: "berth-1" })
]
const adopt = (roster: string, scheme: string) => decode({ _tag: "AdoptScheme", roster, scheme, version: 1, from })
const appoint = (person: string, role: string, at: string, scheme: string) =>
  decode({ _tag: "Appoint", roster: at, scheme, role, unit: at, person, from })
const staff = [
  adopt("salt", "keepers"),
  adopt("house", "speakers"),
  appoint("ana", "keeper", "salt", "keepers"),
  appoint("rui", "lamplighter", "salt", "keepers"),
  appoint("eva", "speaker", "house", "speakers")
]

const at = (moment: string): number => Date.parse(`2031-07-${moment}-01:00`)
const to = (_tag: string, moment: string, fields: object = {}) =>
  decode({ _tag, case: "c1", ...fields, at: at(moment) })
const ring = (moment: string) =>
  to("RaiseCase", moment, {
    flow: "bell",
    title: "码头灯不亮",
    place: "salt",
    category: "light",
    channel: "bell",
    by: { unit: "firm" }
  })
const opened = Effect.gen(function* () {
  yield* TestClock.setTime(at("11T10:00"))
  const city = yield* City.open(options)
  yield* city.dispatchAll([...units, ...staff], by)
  return city
})
const code = <A, E extends { readonly code: string }>(tried: Effect.Effect<A, E>) =>
  Effect.map(Effect.flip(tried), (problem) => problem.code)

describe("a city nobody wrote a line of code for", () => {
  it("R1-1 is sound, and shares no kind, post, pipeline, flow, body or word with any other", () => {
    expect(Profile.validate(profile)).toEqual([])
    const own = ({ structure, schemes, pipelines, casework, stations }: Profile.Profile) => [
      ...structure.kinds.map(({ id }) => `kind ${id}`),
      ...structure.levels.command.map(({ id }) => `level ${id}`),
      ...(schemes ?? []).flatMap(({ roles }) => roles.map((role) => `post ${role.code}`)),
      ...(pipelines ?? []).flatMap(({ id, stages }) => [`pipeline ${id}`, ...stages.map((one) => `stage ${one.id}`)]),
      ...(casework?.flows ?? []).flatMap(({ id, ladder }) => [`flow ${id}`, ...ladder.map((one) => `rung ${one.id}`)]),
      ...(casework?.bodies ?? []).map(({ id }) => `body ${id}`),
      ...(stations?.stationKinds ?? []).map(({ id }) => `station ${id}`)
    ]
    const known = new Set(Profiles.all.flatMap(own))
    expect(own(profile).filter((one) => known.has(one))).toEqual([])
    expect(own(profile).length).toBeGreaterThan(20)
  })

  it("every label of it is there in its language", () => {
    const labels: Array<Text.Text> = []
    const isText = Schema.is(Text.Text)
    const collect = (value: unknown): void => {
      if (isText(value)) labels.push(value)
      else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) collect(one)
    }
    collect(profile)
    expect(labels.length).toBeGreaterThan(60)
    expect(labels.filter(({ others }) => others?.pt === undefined)).toEqual([])
  })

  it.effect("R1-1 R1-2 sets its units up on its own levels, and refuses what they do not allow", () =>
    Effect.gen(function* () {
      const city = yield* opened
      expect((yield* city.dispatchAll([...units, ...staff], by)).events).toEqual([])
      const view = yield* city.organisation.on(day("2031-07-11"))
      expect(View.path(view, "location", unit("berth-1"))).toEqual(["isle", "north", "quay", "salt", "berth-1"])
      expect(View.path(view, "command", unit("crew"))).toEqual(["board", "house", "crew"])
      expect(Pattern.describe(view, unit("house")).map((one) => [pt(one.pattern.names), one.text])).toEqual([
        ["Casa e companhas", "1+C"]
      ])
      expect(pt(View.label(view, unit("salt")))).toBe("Armazém do Sal")
      expect(yield* code(city.dispatch(establish("x", "crew", "X", { within: "salt", under: "board" }), by))).toBe(
        "organisation/SuperiorRejected"
      )
      expect(yield* code(city.dispatch(establish("y", "building", "Y", { within: "quay" }), by))).toBe(
        "organisation/KindUnknown"
      )
      expect(yield* city.today()).toBe("2031-07-11")
      yield* TestClock.setTime(at("11T00:30") - 3_600_000)
      expect(yield* city.today()).toBe("2031-07-10")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R2-13 fills its posts, tells which are short, and finds who answers for a matter", () =>
    Effect.gen(function* () {
      const city = yield* opened
      const on = day("2031-07-11")
      const { directory } = yield* city.roles.on(on)
      const posts = Completeness.of(directory, unit("isle"))
      expect(Completeness.sum(on, posts)).toMatchObject({ posts: 3, counts: { filled: 2, short: 1 } })
      const answers = (matter: string) => Routing.route(directory, { matter, unit: unit("firm") }).answers
      expect([answers("light"), answers("ropes")]).toEqual([["rui"], ["ana"]])
      const relieve = (person: string, role: string) =>
        decode({ _tag: "Relieve", roster: "salt", scheme: "keepers", role, unit: "salt", person, on: "2031-08-01" })
      yield* city.dispatchAll([relieve("ana", "keeper"), relieve("rui", "lamplighter")], by)
      const later = yield* city.roles.on(day("2031-08-01"))
      expect(Completeness.sum(day("2031-08-01"), Completeness.of(later.directory, unit("salt")))).toMatchObject({
        counts: { vacant: 2 }
      })
      expect(Routing.route(later.directory, { matter: "light", unit: unit("firm") }).answers).toEqual(["eva"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "R5-1 R5-3 takes a matter through its own stages, by its own working days, and tells of it in its language",
    () => {
      const sent: Array<Message.Message> = []
      const bell: Notifier.Adapter = {
        kind: "bell",
        limits: { rate: undefined },
        send: (message) =>
          Effect.sync((): Notifier.Outcome => {
            sent.push(message)
            return { _tag: "sent" }
          })
      }
      return Effect.gen(function* () {
        const city = yield* opened
        const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
        yield* dispatcher.plan()
        yield* city.dispatchAll([ring("11T09:40"), to("AcceptCase", "11T09:45")], by)
        yield* city.casework.tick(by)
        const settings = yield* city.casework.settings()
        const flow = CaseworkSettings.current(settings)[0]
        const known = Effect.map(city.casework.cases(), (cases) => cases.get(Case.CaseId.make("c1")))
        const stage = Effect.map(known, (one) => pt(flow?.stages.find(({ id }) => id === one?.stage)?.names))

        // Friday: Saturday is worked here and Sunday is not.
        const due = (yield* known)?.due
        expect(due?.calendar).toEqual({ id: "harbour", version: "1" })
        expect(due?.whole?.by).toBe(at("14T16:30"))
        expect((yield* known)?.level).toBe("door")
        expect(yield* stage).toBe("Ouvido")
        expect(yield* code(city.dispatch(to("StartCase", "11T10:01"), by))).toBe("casework/ActionNotAllowed")

        yield* city.dispatchAll(
          [
            to("DeliberateCase", "11T10:02", { body: "house", agreed: "换灯" }),
            to("StartCase", "11T10:05"),
            to("ResolveCase", "12T10:00", { result: "灯已换" })
          ],
          by
        )
        expect(yield* code(city.dispatch(to("CloseCase", "12T10:30", { reason: "done" }), by))).toBe(
          "casework/ActionNotAllowed"
        )
        yield* city.dispatchAll(
          [
            to("FollowUpCase", "12T11:00", { solved: true, rating: "satisfied" }),
            to("CloseCase", "12T11:30", { reason: "done" })
          ],
          by
        )
        const closed = yield* known
        expect([yield* stage, closed && Deadlines.urgency(closed, at("20T09:00"))]).toEqual(["Silêncio", "over"])

        yield* dispatcher.plan()
        yield* dispatcher.deliver()
        expect(sent.map(({ language, title, body }) => [language, title, body])).toEqual([
          [
            "pt",
            "Reparado: Armazém do Sal",
            [{ _tag: "paragraph", line: [{ _tag: "text", text: "Resultado: 灯已换" }] }]
          ]
        ])
      }).pipe(
        Effect.provide(
          Layer.merge(MemoryStore.layer, Layer.succeed(Notifier.Notifiers, new Map([[bell.kind, bell]] as const)))
        )
      )
    }
  )

  it.effect("R5-7 a matter that is overdue goes up its own ladder to the post there", () =>
    Effect.gen(function* () {
      const city = yield* opened
      // Before a Saturday that is a holiday and a Sunday: Monday and Tuesday are the two days.
      yield* city.dispatchAll([ring("04T10:00"), to("AcceptCase", "04T10:30")], by)
      yield* city.casework.tick(by)
      const known = Effect.map(city.casework.cases(), (cases) => cases.get(Case.CaseId.make("c1")))
      expect((yield* known)?.due?.whole?.by).toBe(at("08T16:30"))
      const late = yield* known
      expect(late?.level).toBe("house")
      const { directory } = yield* city.roles.on(day("2031-07-11"))
      const route = late && CaseRoute.of(yield* city.casework.settings(), directory, late)
      expect(route).toMatchObject({ by: "ladder", post: { role: "speaker", unit: "house" }, answers: ["eva"] })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-1 founds its own kind of body, and no other city's", () =>
    Effect.gen(function* () {
      const city = yield* opened
      const [moot] = profile.casework?.bodies ?? []
      const found = (kind: unknown) =>
        decode({ _tag: "FoundBody", body: "b", kind, place: "north", names: { zh: "北坊会" }, on: "2031-07-01" })
      const hidden = { zh: "坊会", others: { pt: "Assembleia, 138 0000 5678" } }
      expect(yield* code(city.dispatch(decode({ ...found(moot), names: hidden }), by))).toBe(
        "casework/BodyTextPersonal"
      )
      yield* city.dispatchAll(
        [
          found(moot),
          decode({ _tag: "SeatMember", body: "b", unit: "house", party: "house", on: "2031-07-01" }),
          decode({ _tag: "SeatMember", body: "b", unit: "firm", party: "firm", on: "2031-07-01" })
        ],
        by
      )
      const strange = decode({ _tag: "SeatMember", body: "b", unit: "crew", party: "trafficPolice", on: "2031-07-01" })
      expect(yield* code(city.dispatch(strange, by))).toBe("casework/BodyPartUnknown")
      expect(moot?.id).not.toBe(BodyPresets.jointMeeting.id)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R4-1 brings a firm in through its own pipeline, with the papers it asks for", () =>
    Effect.gen(function* () {
      const city = yield* opened
      const step = (_tag: string, on: string, fields: object = {}) =>
        decode({ _tag, prospect: "p1", ...fields, on: `2031-07-${on}` })
      const [pipeline] = profile.pipelines ?? []
      const names = { zh: "示例商号", others: { pt: "Casa Exemplo" } }
      yield* city.dispatchAll(
        [
          decode({ _tag: "AdoptPipeline", pipeline, from: "2031-01-02" }),
          step("OpenProspect", "11", { pipeline: "arrivals", names, source: "lighthouse" })
        ],
        by
      )
      expect(yield* code(city.dispatch(step("AdvanceProspect", "12", { to: "moored" }), by))).toBe(
        "recruitment/EvidenceMissing"
      )
      yield* city.dispatchAll(
        [
          step("AdvanceProspect", "12", { to: "moored", evidence: ["charter"] }),
          step("WinProspect", "12", { tenant: "firm" })
        ],
        by
      )
      const won = State.prospect(yield* city.recruitment.prospects(), Prospect.ProspectId.make("p1"))
      expect(won).toMatchObject({ stage: "moored", won: "2031-07-12" })
      expect(pt(pipeline?.stages.find(({ id }) => id === won?.stage)?.names)).toBe("Atracada")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("opens a station in its own words, and knows no word of another city", () =>
    Effect.gen(function* () {
      const city = yield* opened
      const open = (kind: string, fields: object = {}) =>
        decode({
          _tag: "OpenStation",
          station: "light",
          kind,
          names: { zh: "北灯塔", others: { pt: "Farol do Norte" } },
          place: "salt",
          standing: { tier: "main", cluster: "quay" },
          from: "2031-02-01",
          ...fields
        })
      expect(yield* code(city.dispatch(open("redCollarStation"), by))).toBe("stations/StationPartUnknown")
      yield* city.dispatchAll(
        [
          open("lighthouse"),
          decode({ _tag: "LabelStation", station: "light", set: "tides", labels: ["flood"], from: "2031-02-01" })
        ],
        by
      )
      const stations = yield* city.stations.stations()
      const [station] = [...StationState.stations(stations)]
      const words = yield* city.stations.catalogue()
      expect(pt(station?.opened.names)).toBe("Farol do Norte")
      expect(pt(StationCatalogue.find(words.stationKinds, station?.opened.kind ?? "")?.names)).toBe("Farol")
      const labelled = words.labelSets.flatMap((set) => StationReview.labelled(stations, set, day("2031-07-11")))
      expect(labelled).toEqual([
        { label: "ebb", stations: [] },
        { label: "flood", stations: ["light"] }
      ])
      expect(Text.read(profile.names, "pt-BR")).toBe("Ilha Nova")
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
