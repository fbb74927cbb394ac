import { describe, expect, it } from "@effect/vitest"
import { Share } from "@louyu/kernel"
import { Coverage, Figure, Command as OrganisationCommand, Relation, Search, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { Access, Completeness, Directory, Command as RolesCommand, Routing, ServiceMap } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, person, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([...OrganisationCommand.Command.members, ...RolesCommand.Command.members])
)
const opened = (more: ReadonlyArray<City.Command>) =>
  Effect.gen(function* () {
    const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
    yield* city.dispatchAll([...district, ...more], by)
    return city
  })

const from = "2022-01-01"
const names = (zh: string) => ({ zh })
const firms = ["a", "b", "c", "d"].map((id) => establish(id, "enterprise", { within: "f1" }))
const branch = (id: string, formation: string, enterprises: ReadonlyArray<string>, full = 3) =>
  command({
    _tag: "FormBranch",
    unit: id,
    kind: "branch",
    name: names(id),
    under: "cbd-committee",
    within: "one",
    formation,
    enterprises,
    memberCounts: { full, probationary: 0 },
    from
  })

describe("people and enterprises of a city", () => {
  it.effect("N-1 a member at home in one branch and active in a functional one is counted once at every level", () =>
    Effect.gen(function* () {
      const members = ["p1", "p2", "p3"]
      const city = yield* opened([
        establish("home", "branch", { under: "cbd-committee", within: "one" }),
        establish("friends", "good-neighbour-branch", { under: "cbd-committee", within: "one" }),
        ...members.map((one) =>
          command({ _tag: "AffiliateMember", person: one, branch: "home", standing: "full", from })
        ),
        ...members.map((one) =>
          command({ _tag: "JoinBody", body: "friends", member: { person: one }, origin: "building", from })
        )
      ])
      const view = yield* city.organisation.on(day("2022-06-01"))
      expect(Relation.participants(view, unit("friends"))).toHaveLength(3)
      const full = (body: string) => Figure.members(view, unit(body)).full
      expect(["friends", "home", "cbd-committee", "street-committee"].map(full)).toEqual([0, 3, 3, 3])
      expect((yield* city.overview(unit("one"), day("2022-06-01")))?.partyRegistry.members.full).toBe(3)
      // The home decides about membership, the functional body does not.
      const second = command({ _tag: "AffiliateMember", person: "p1", branch: "friends", standing: "full", from })
      expect(yield* Effect.flip(city.dispatch(second, by))).toMatchObject({
        code: "organisation/FunctionalHoldsNoMembers"
      })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("N-2 every enterprise is covered in one way, moves between the ways, and the rate of any day stands", () =>
    Effect.gen(function* () {
      const city = yield* opened([
        ...firms,
        branch("own", "single", ["a"]),
        branch("joint", "joint", ["b", "c"]),
        command({ _tag: "BeginGuidance", guide: { person: "g" }, unit: "d", purpose: "partyBuilding", from }),
        command({
          _tag: "ReorganiseBranch",
          branch: "joint",
          formation: "single",
          enterprises: ["b"],
          from: "2023-01-01"
        })
      ])
      const at = (date: string) =>
        Effect.map(city.organisation.on(day(date)), (view) => Coverage.of(view, { within: unit("one") }))
      const before = yield* at("2022-06-01")
      expect(before.enterprises).toEqual({ single: ["a"], joint: ["b", "c"], guideOnly: ["d"], none: ["firm"] })
      expect([before.nominal, before.work].map((rate) => Share.percent(rate, 1))).toEqual(["60.0", "80.0"])
      const after = yield* at("2023-06-01")
      expect(after.enterprises).toEqual({ single: ["a", "b"], joint: [], guideOnly: ["d"], none: ["firm", "c"] })
      expect(Share.percent(after.nominal, 1)).toBe("40.0")
      const weak = branch("weak", "single", ["firm"], 2)
      expect((yield* Effect.flip(city.dispatch(weak, by))).code).toBe("organisation/BranchTooSmall")
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

const adopt = (roster: string, scheme: string, version = 1, since = from, mapping?: ReadonlyArray<object>) =>
  command({ _tag: "AdoptScheme", roster, scheme, version, from: since, ...(mapping === undefined ? {} : { mapping }) })
const appoint = (roster: string, scheme: string, role: string, who: string, since = from) =>
  command({ _tag: "Appoint", roster, scheme, role, unit: roster, person: who, from: since })

describe("posts of a city", () => {
  it.effect("N-3 a post is held because of another, and a committee has one superior but two that guide it", () =>
    Effect.gen(function* () {
      const guide = (of: string, purpose: string) =>
        command({ _tag: "BeginGuidance", guide: { unit: of }, unit: "cbd-committee", purpose, from })
      const city = yield* opened([
        establish("city-two-new", "city-two-new-committee", { within: "city" }),
        adopt("street", "streetPosts"),
        adopt("cbd-committee", "committeePosts"),
        appoint("street", "streetPosts", "twoNewSecretary", "first"),
        guide("city-two-new", "organisation"),
        guide("two-new", "service"),
        command({
          _tag: "Relieve",
          roster: "street",
          scheme: "streetPosts",
          role: "twoNewSecretary",
          unit: "street",
          person: "first",
          on: "2023-01-01"
        })
      ])
      const secretary = (date: string) =>
        Effect.map(city.roles.on(day(date)), ({ directory }) =>
          Completeness.of(directory, unit("cbd-committee")).flatMap(({ at, filling, holders }) =>
            at.post.role === "secretary" ? [filling, ...holders.map((one) => `${one.person} ${one.by}`)] : []
          )
        )
      expect(yield* secretary("2022-06-01")).toEqual(["filled", "first exOfficio"])
      expect(yield* secretary("2023-01-01")).toEqual(["vacant"])
      const alone = appoint("cbd-committee", "committeePosts", "secretary", "second", "2023-02-01")
      expect((yield* Effect.flip(city.dispatch(alone, by))).code).toBe("roles/ExOfficioPost")

      const view = yield* city.organisation.on(day("2022-06-01"))
      const guides = Relation.guides(view, unit("cbd-committee"))
      expect(guides.map((one) => `${"unit" in one.guide ? one.guide.unit : ""} ${one.purpose}`).toSorted()).toEqual([
        "city-two-new organisation",
        "two-new service"
      ])
      expect(View.superior(view, "command", unit("cbd-committee"))).toBe("street-committee")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-4 two buildings run two schemes; one goes over with its holders, its vacancy ages, and work falls to the next post",
    () =>
      Effect.gen(function* () {
        const old = "oneHeadSixStaff"
        const next = "twoHeadsFourStaff"
        const city = yield* opened([
          adopt("one", old, 1, "2020-01-01"),
          adopt("two", old, 1, "2020-01-01"),
          appoint("one", old, "buildingChief", "chief", "2020-01-01"),
          appoint("one", old, "partyMassGuide", "guide", "2020-01-01"),
          adopt("one", next, 1, from, [
            { from: "buildingChief", to: "buildingChief" },
            { from: "partyMassGuide", to: "partyMassGuide" }
          ])
        ])
        const { directory } = yield* city.roles.on(day("2022-06-01"))
        const schemes = (at: string) => [
          ...new Set(Directory.posts(directory, unit(at)).map(({ post }) => post.scheme))
        ]
        expect([schemes("one"), schemes("two")]).toEqual([[next], [old]])
        expect(Directory.postsOf(directory, person("guide")).map(({ post }) => `${post.scheme} ${post.role}`)).toEqual([
          `${next} partyMassGuide`
        ])
        const fillings = Completeness.of(directory, unit("one"))
        expect(Completeness.sum(day("2022-06-01"), fillings)).toMatchObject({
          posts: 6,
          counts: { filled: 2, vacant: 4 }
        })
        const liaison = fillings.find(({ at }) => at.post.role === "investmentLiaison")
        expect([liaison?.filling, liaison?.vacantSince]).toEqual(["vacant", from])
        // Nobody is investment liaison: what comes for one goes up to the chief.
        const { answers, responsible } = Routing.route(directory, { matter: "lease", unit: unit("one") })
        expect([responsible?.role, answers]).toEqual(["investmentLiaison", ["chief"]])
        // Before it went over the old scheme held there too; since then nobody comes to a post of it.
        const before = (yield* city.roles.on(day("2021-12-31"))).directory
        expect(Directory.posts(before, unit("one"))[0]?.post.scheme).toBe(old)
        const late = appoint("one", old, "buildingChief", "late", "2022-03-01")
        expect((yield* Effect.flip(city.dispatch(late, by))).code).toBe("roles/PostUnknown")
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-17 a chat group belongs to a micro-grid on a day; of an opinion from it the street sees the theme, not who said what",
    () =>
      Effect.gen(function* () {
        const bind = (grid: string, group: string, since: string) =>
          command({ _tag: "BindChatGroup", unit: grid, channel: "wecom", group, from: since })
        const city = yield* opened([
          adopt("one", "twoHeadsFourStaff"),
          adopt("street", "streetPosts"),
          appoint("one", "twoHeadsFourStaff", "buildingChief", "chief"),
          appoint("street", "streetPosts", "twoNewSecretary", "sec"),
          bind("one-a", "g-1", from),
          bind("two-a", "g-2", from)
        ])
        const taken = yield* Effect.flip(city.dispatch(bind("two-a", "g-1", "2022-02-01"), by))
        expect(taken.code).toBe("organisation/ChatGroupTaken")
        const { directory, policy } = yield* city.roles.on(day("2022-06-01"))
        const view = yield* city.organisation.on(day("2022-06-01"))
        const origin = Search.byChatGroup(view.state, view.on, "wecom", "g-1")
        expect(origin).toBe("one-a")
        const record = { id: "opinion-1", class: "opinion", unit: origin ?? unit("nowhere") }
        const sees = (who: string) =>
          Object.entries(Access.decide(directory, policy, person(who), { record, purpose: "governance" }).fields)
            .filter(([, { showing }]) => showing === "show")
            .map(([field]) => field)
        expect(sees("chief")).toEqual(["theme", "count", "text", "author"])
        expect(sees("sec")).toEqual(["theme", "count"])
        expect(sees("stranger")).toEqual([])
        // On the map of opinions each group is where its grid is, and everybody has the part they answer for.
        const opinions = ["g-1", "g-2", "g-9"].flatMap((group) => {
          const grid = Search.byChatGroup(view.state, view.on, "wecom", group)
          return grid === undefined ? [] : [{ id: `of-${group}`, class: "opinion", layer: "opinions", unit: grid }]
        })
        const shown = (who: string) =>
          ServiceMap.visible(directory, policy, person(who), "governance", opinions).map(({ feature }) => feature.id)
        expect([shown("sec"), shown("chief"), shown("stranger")]).toEqual([["of-g-1", "of-g-2"], ["of-g-1"], []])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
