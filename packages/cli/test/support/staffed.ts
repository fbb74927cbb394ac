import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Identifier, Text } from "@louyu/kernel"
import { Profiles } from "@louyu/profiles"
import { RoleScheme } from "@louyu/roles"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { City } from "louyu"
import { instant, loaded, Workshop } from "./shell.ts"

const watch: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("nightWatch"),
  version: 1,
  names: Text.of("夜间值守", "night watch"),
  layer: RoleScheme.LayerId.make("watch"),
  roles: [
    {
      code: RoleScheme.RoleCode.make("watchman"),
      names: Text.of("值守员", "watchman"),
      rank: "staff",
      scope: "building",
      minimum: 2,
      maximum: 3,
      duty: "cooperate",
      matters: ["night"],
      clearance: 0
    }
  ],
  concurrent: [],
  ladder: {}
}

// Pinghu, and a role that needs two holders.
const profile = { ...Profiles.pinghu, id: "staffed", schemes: [...(Profiles.pinghu.schemes ?? []), watch] }

const unit = (id: string, kind: string, zh: string, en: string, more: Readonly<Record<string, string>> = {}) => ({
  _tag: "EstablishUnit",
  unit: id,
  kind,
  name: { zh, en },
  from: "2020-01-01",
  ...more
})

const units = [
  unit("lake", "city", "湖城", "Lake City"),
  unit("east", "street", "东湖街道", "East Lake Street", { within: "lake" }),
  unit("cbd", "cluster", "湖东商务区", "Lake East CBD", { within: "east" }),
  unit("b1", "building", "湖滨大厦", "Lakeside Tower", { within: "cbd" }),
  unit("b2", "building", "远航大厦", "Voyage Tower", { within: "cbd" }),
  unit("b3", "building", "新苑", "New Court", { within: "east" }),
  unit("g1", "micro-grid", "一号微网格", "Micro-grid 1", { within: "b1" }),
  unit("e1", "enterprise", "示例软件公司", "Example Software", { within: "b1" }),
  unit("e2", "enterprise", "示例贸易公司", "Example Trading", { within: "b1" }),
  unit("e3", "enterprise", "示例设计公司", "Example Design", { within: "b2" }),
  unit("party", "street-committee", "东湖街道党委", "East Lake Street Party Committee", { within: "east" }),
  unit("cc", "comprehensive-committee", "湖东综合党委", "Lake East Comprehensive Committee", {
    under: "party",
    within: "cbd"
  }),
  unit("wy", "property-company", "示例物业公司", "Example Property", { within: "b1" })
]

const adopt = (roster: string, scheme: string, from: string, more: object = {}) => ({
  _tag: "AdoptScheme",
  roster,
  scheme,
  version: 1,
  from,
  ...more
})

const at = (roster: string, scheme: string, role: string, place = roster) => ({ roster, scheme, role, unit: place })
const operating = (building: string, role: string, place = building) => at(building, "twoHeadsFourStaff", role, place)
const appoint = (post: object, person: string, from: string, more: object = {}) => ({
  _tag: "Appoint",
  ...post,
  person,
  from,
  ...more
})
const actFor = (post: object, person: string, from: string, to: string, more: object = {}) => ({
  _tag: "ActFor",
  ...post,
  person,
  from,
  to,
  ...more
})

const staff = ["partyMassGuide", "investmentLiaison", "communityInformationOfficer", "propertyServiceOfficer"]
const carried = ["buildingChief", ...staff].map((role) => ({ from: role, to: role }))
const fromProperty = { comesFrom: "wy" }

const street = [
  adopt("east", "streetPosts", "2020-01-01"),
  appoint(at("east", "streetPosts", "twoNewSecretary"), "p-20", "2021-01-01"),
  appoint(at("east", "streetPosts", "organisationMember"), "p-21", "2021-01-01", { to: "2026-09-01" }),
  adopt("cc", "committeePosts", "2020-06-01"),
  adopt("cbd", "partyBuildingGuide", "2024-01-01"),
  appoint(at("cbd", "partyBuildingGuide", "partyBuildingGuide"), "p-30", "2024-01-01", {
    secondedFrom: "party",
    to: "2027-01-16"
  })
]

const first = [
  adopt("b1", "oneHeadSixStaff", "2020-01-01"),
  appoint(at("b1", "oneHeadSixStaff", "buildingChief"), "p-0", "2020-01-01", { to: "2021-07-01" }),
  appoint(at("b1", "oneHeadSixStaff", "buildingChief"), "p-1", "2021-07-01"),
  adopt("b1", "twoHeadsFourStaff", "2022-01-01", { mapping: carried }),
  adopt("b1", "buildingChiefSystem", "2023-01-01"),
  appoint(at("b1", "buildingChiefSystem", "cityChief"), "p-40", "2023-01-01"),
  appoint(operating("b1", "microGridHead", "g1"), "p-2", "2022-01-01"),
  appoint(operating("b1", "partyMassGuide"), "p-3", "2022-01-01"),
  appoint(operating("b1", "investmentLiaison"), "p-4", "2022-01-01"),
  actFor(operating("b1", "investmentLiaison"), "p-5", "2026-10-01", "2027-03-01", { absent: "p-4" }),
  actFor(operating("b1", "investmentLiaison"), "p-6", "2026-11-01", "2026-12-01", { absent: "p-5" }),
  appoint(operating("b1", "communityInformationOfficer"), "p-7", "2022-01-01", { to: "2026-03-01" }),
  appoint(operating("b1", "propertyServiceOfficer"), "p-8", "2022-01-01", { ...fromProperty, to: "2027-01-01" }),
  {
    _tag: "Delegate",
    ...operating("b1", "propertyServiceOfficer"),
    matter: "parking",
    person: "p-9",
    from: "2026-06-01",
    to: "2027-06-01"
  },
  {
    _tag: "GrantAccess",
    roster: "b1",
    unit: "b1",
    person: "p-50",
    level: 1,
    purpose: "service",
    from: "2026-11-01",
    to: "2026-12-01"
  }
]

const second = [
  adopt("b2", "twoHeadsFourStaff", "2022-01-01"),
  appoint(operating("b2", "buildingChief"), "p-10", "2022-01-01", { to: "2026-07-01" }),
  actFor(operating("b2", "buildingChief"), "p-11", "2026-07-10", "2027-01-10"),
  appoint(operating("b2", "partyMassGuide"), "p-12", "2022-01-01"),
  adopt("b2", "nightWatch", "2025-01-01"),
  appoint(at("b2", "nightWatch", "watchman"), "p-13", "2025-01-01"),
  appoint(at("b2", "nightWatch", "watchman"), "p-14", "2025-02-01", { to: "2026-05-01" })
]

const guide = { scheme: "twoHeadsFourStaff", role: "partyMassGuide", unit: "b1" }
const visits = [
  {
    _tag: "PlanVisits",
    care: "b1",
    plan: "weekly",
    post: guide,
    every: "weekly",
    targets: [{ unit: "e1" }, { unit: "e2" }],
    from: "2026-09-01"
  },
  {
    _tag: "PlanVisits",
    care: "b2",
    plan: "yearly",
    post: { ...guide, unit: "b2" },
    every: "yearly",
    tiers: { key: "weekly" },
    targets: [{ unit: "e3" }, { unit: "b2", tier: "key" }],
    from: "2026-09-01"
  },
  {
    _tag: "PlanVisits",
    care: "cbd",
    plan: "district",
    post: { scheme: "partyBuildingGuide", role: "partyBuildingGuide", unit: "cbd" },
    every: { workdays: 5 },
    targets: [{ unit: "e1" }, { unit: "e3" }],
    from: "2026-11-16"
  },
  {
    _tag: "RecordVisit",
    care: "b1",
    visit: "v1",
    plan: "weekly",
    unit: "e1",
    by: "p-3",
    on: "2026-11-20",
    needs: [{ need: "n1", matter: "parking" }]
  },
  { _tag: "RecordVisit", care: "b1", visit: "v2", plan: "weekly", unit: "e2", by: "p-3", on: "2026-10-30", needs: [] },
  { _tag: "RaiseNeed", care: "b1", need: "n2", matter: "lease", unit: "e2", on: "2026-11-02" },
  { _tag: "StartSweep", care: "b1", sweep: "s1", units: ["e1", "e2"], from: "2026-09-01", expiresAfterDays: 90 },
  {
    _tag: "RecordDoor",
    care: "b1",
    sweep: "s1",
    unit: "e2",
    on: "2026-09-10",
    result: "occupied",
    by: "p-2",
    needs: [{ need: "n3", matter: "repair" }]
  }
]

const commands: ReadonlyArray<object> = [...units, ...street, ...first, ...second, ...visits]

// Invented people. p-9 was never told of, p-6 was erased, and p-20 belongs to the street, above whoever reads in a building.
const people: ReadonlyArray<readonly [id: string, unit: string, name: string]> = [
  ["p-0", "b1", "钱零"],
  ["p-1", "b1", "赵一"],
  ["p-2", "b1", "欧阳小二"],
  ["p-3", "b1", "孙三"],
  ["p-6", "b1", "周六"],
  ["p-8", "b1", "吴八"],
  ["p-20", "east", "郑廿"],
  ["p-40", "b1", "冯四十"]
]

const build = Effect.fnUntraced(function* (file: string) {
  yield* SqliteStore.create({ file })
  const store = yield* Layer.build(SqliteStore.layer({ file }))
  const city = yield* Effect.provideContext(City.open({ tenant: "staffed", profile }), store)
  for (const command of commands) yield* city.dispatchUnknown(command, { actor: "clerk" })
  for (const [id, place, name] of people) {
    yield* city.people.keep(id, {
      unit: Identifier.UnitId.make(place),
      class: "contact",
      name: Redacted.make(name),
      mobile: Redacted.make("13812345678")
    })
  }
  yield* city.people.erase("p-6")
})

const clock = Effect.map(
  Clock.Clock,
  (real): Clock.Clock => ({
    ...real,
    currentTimeMillisUnsafe: () => instant,
    currentTimeMillis: Effect.succeed(instant)
  })
)

let kept: Promise<Uint8Array> | undefined

const buildOnce = async (): Promise<Uint8Array> => {
  using shop = new Workshop()
  const file = join(shop.folder, "staffed.db")
  const built = Effect.scoped(build(file))
  await Effect.runPromise(Effect.flatMap(clock, (fixed) => Effect.provideService(built, Clock.Clock, fixed)))
  return readFileSync(file)
}

/** A folder with what {@link loaded} has, and `staffed.db`, the store of a small city whose posts are held. */
export const staffed = async (): Promise<Workshop> => {
  kept ??= buildOnce()
  const bytes = await kept
  const shop = await loaded()
  writeFileSync(join(shop.folder, "staffed.db"), bytes)
  return shop
}

/** Every question about posts, access and visits, as it is typed; the store is the one of {@link staffed}. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["roster", ["roster", "cbd"]],
  ["roster-before", ["roster", "b1", "--on", "2021-12-31"]],
  ["roster-history", ["roster", "b1", "--history", "buildingChief"]],
  ["roster-history-official", ["roster", "cc", "--history", "secretary", "--on", "2022-06-01"]],
  ["roster-nothing", ["roster", "b3"]],
  ["roster-names", ["roster", "cc", "--as", "p-1", "--purpose", "service"]],
  ["roster-masked", ["roster", "b1", "--as", "p-40", "--purpose", "service", "--history", "buildingChief"]],
  ["vacancies", ["vacancies"]],
  ["vacancies-unit", ["vacancies", "b2", "--from", "2026-01-01", "--within", "7"]],
  ["vacancies-nothing", ["vacancies", "b3", "--from", "2019-01-01"]],
  ["route", ["route", "--matter", "parking", "--at", "e1"]],
  ["route-acting", ["route", "--matter", "lease", "--at", "b1"]],
  ["route-up", ["route", "--matter", "odd", "--at", "e3", "--on", "2026-07-05"]],
  ["route-nobody", ["route", "--matter", "odd", "--at", "lake"]],
  ["who-can-see", ["who-can-see", "b1", "--class", "contact", "--purpose", "service"]],
  ["who-can-see-one", ["who-can-see", "b1", "--class", "opinion", "--purpose", "service", "--person", "p-20"]],
  ["who-can-see-where", ["who-can-see", "--class", "opinion", "--purpose", "service", "--person", "p-1"]],
  ["who-can-see-nothing", ["who-can-see", "--class", "member", "--purpose", "membership", "--person", "p-13"]],
  ["who-can-see-nobody", ["who-can-see", "lake", "--class", "member", "--purpose", "membership"]],
  ["visits", ["visits", "cbd"]],
  ["visits-of-one", ["visits", "e1", "--from", "2026-11-01"]],
  ["visits-nothing", ["visits", "b3"]]
]

/** The names of the people of {@link staffed}: what nobody sees who does not say who they are. */
export const names: ReadonlyArray<string> = people.map(([, , name]) => name)

/** Everything recorded in the store of {@link staffed}, oldest first. */
export const recorded = ({ folder }: Workshop) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* Layer.build(SqliteStore.layer({ file: join(folder, "staffed.db"), readOnly: true }))
        const city = yield* Effect.provideContext(City.open({ tenant: "staffed" }), store)
        const { entries } = yield* city.history({ limit: 1_000 })
        return entries
      })
    )
  )

/** The option that names the store of {@link staffed}. */
export const store: ReadonlyArray<string> = ["--store", "sqlite:staffed.db"]

/** Asks that store a question in JSON. */
export const ask = async (shop: Workshop, ...argv: ReadonlyArray<string>) => {
  const { code, out } = await shop.run([...argv, ...store, "--json"])
  return { code, answer: JSON.parse(out) }
}
