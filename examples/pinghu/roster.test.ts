import { readdirSync, readFileSync } from "node:fs"
import { CityFolder } from "@louyu/exchange"
import { CivilDate, Identifier, type Period } from "@louyu/kernel"
import { Completeness, Directory, RoleScheme, Sweeping, Visiting } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import { openCity, type PromisedCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const folder = new URL("./city/", import.meta.url)
const report = CityFolder.read(
  new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const))
)
const by = { actor: "test" }
const unit = (id: string) => Identifier.UnitId.make(id)
const day = (date: string) => CivilDate.make(date)
const lastDay = "2022-12-31"
const ref = (scheme: string, role: string): RoleScheme.RoleRef => ({
  scheme: RoleScheme.SchemeId.make(scheme),
  role: RoleScheme.RoleCode.make(role)
})

let city: PromisedCity
beforeAll(async () => {
  const { tenant, profile } = report
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  city = await openCity({ tenant, profile, store: MemoryStore.layer })
  await city.dispatchAll(
    report.steps.map(({ command }) => command),
    by
  )
})
afterAll(() => city.close())

const directory = async (date: string) => (await city.roles.on(day(date))).directory
const holders = async (date: string, at: string, role: RoleScheme.RoleRef) => {
  const known = await directory(date)
  const post = Directory.postAt(known, unit(at), role)
  return post === undefined ? [] : Directory.holders(known, post).map(({ person, by: right }) => [person, right])
}

/** How many posts of each role exist in the whole city, and how many of them are filled. */
const tally = async (date: string) => {
  const fillings = Completeness.of(await directory(date), unit("danghu"))
  const roles = Map.groupBy(fillings, ({ at }) => at.post.role)
  return Object.fromEntries(
    [...roles].map(([role, posts]) => [
      role,
      `${posts.filter(({ filling }) => filling === "filled").length}/${posts.length}`
    ])
  )
}

describe("the roster", () => {
  it("P-06 two heads and four staff on the last day: 16 chiefs, 33 micro-grid heads, four staff in each building", async () => {
    expect(await tally(lastDay)).toMatchObject({
      buildingChief: "16/16",
      microGridHead: "32/33",
      partyMassGuide: "15/16",
      investmentLiaison: "15/16",
      communityInformationOfficer: "15/16",
      propertyServiceOfficer: "15/16"
    })
  })

  it("P-07 one head and six staff in 2020, and no micro-grid heads", async () => {
    const roles = await tally("2020-12-31")
    expect(roles).toMatchObject({ buildingChief: "16/16", safetyOfficer: "16/16", governmentServiceOfficer: "16/16" })
    expect(roles).not.toHaveProperty("microGridHead")
  })

  it("P-06 holders of the same code go on under the new scheme, the others end, six of them as micro-grid heads", async () => {
    const before = ref("oneHeadSixStaff", "partyMassGuide")
    const after = ref("twoHeadsFourStaff", "partyMassGuide")
    expect(await holders("2022-02-28", "b01", before)).toEqual([["p-021", "appointed"]])
    expect(await holders("2022-03-01", "b01", before)).toEqual([])
    expect(await holders("2022-03-01", "b01", after)).toEqual([["p-021", "appointed"]])
    const known = await directory("2022-03-01")
    const officers = [101, 102, 103, 104, 105, 106].map((n) => Identifier.PersonId.make(`p-${n}`))
    for (const person of officers) {
      expect(Directory.postsOf(known, person).map(({ post }) => post.role)).toEqual(["microGridHead"])
    }
  })

  it("P-34 the committee's secretary follows the street's, by himself", async () => {
    const secretary = ref("committeePosts", "secretary")
    expect(await holders("2021-08-31", "cbd-committee", secretary)).toEqual([["p-201", "exOfficio"]])
    expect(await holders("2021-09-01", "cbd-committee", secretary)).toEqual([["p-202", "exOfficio"]])
    expect(await holders("2020-05-31", "cbd-committee", secretary)).toEqual([])
  })

  it("H-06 the secretary may chair the council, too", async () => {
    expect(await holders(lastDay, "cbd-committee", ref("committeePosts", "councilChair"))).toEqual([
      ["p-202", "appointed"]
    ])
  })

  it("W-04 a deputy is seconded from the finance office", async () => {
    expect(await holders(lastDay, "cbd-committee", ref("committeePosts", "departmentDeputy"))).toEqual([
      ["p-205", "seconded"]
    ])
  })

  it("R2-3 one chief hands over to the next on one day", async () => {
    const chief = ref("twoHeadsFourStaff", "buildingChief")
    expect(await holders("2022-06-14", "b05", chief)).toEqual([["p-005", "appointed"]])
    expect(await holders("2022-06-15", "b05", chief)).toEqual([["p-017", "appointed"]])
  })

  it("R2-1 four posts are vacant, and one has nobody but who stands in", async () => {
    const fillings = Completeness.of(await directory(lastDay), unit("danghu"))
    const open = fillings.filter(({ filling }) => filling === "vacant" || filling === "actingOnly")
    expect(
      open.map(({ at, filling, vacantSince }) => [at.post.unit, at.post.role, filling, vacantSince]).sort()
    ).toEqual([
      ["b09", "partyMassGuide", "vacant", "2022-09-01"],
      ["b11", "propertyServiceOfficer", "vacant", "2022-11-01"],
      ["b14", "investmentLiaison", "vacant", "2022-03-01"],
      ["b16", "communityInformationOfficer", "vacant", "2022-03-01"],
      ["g03-2", "microGridHead", "actingOnly", undefined]
    ])
    expect(await holders(lastDay, "g03-2", ref("twoHeadsFourStaff", "microGridHead"))).toEqual([["p-107", "acting"]])
  })
})

describe("visits", () => {
  it("W-07 the guide of the first building is in time, that of the second is behind", async () => {
    const calendar = await city.calendar()
    const late = async (care: string) => {
      const log = await city.visits.of(unit(care))
      const turns = Visiting.turns(log, calendar, day(lastDay))
      return "success" in turns
        ? turns.success.filter((turn) => turn.overdue && turn.plan.startsWith("guide")).length
        : []
    }
    expect(await late("b01")).toBe(0)
    expect(await late("b02")).toBe(4)
  })

  it("H-21 most needs were found by going there", async () => {
    const logs = await city.visits.all()
    const year = { from: day("2022-01-01"), to: day("2023-01-01") } satisfies Period.Period
    const needs = [...logs.values()].flatMap((log) => Visiting.needs(log, year))
    const of = (origin: string) => needs.filter((need) => need.origin === origin).length
    expect([of("visit"), of("sweep"), of("selfRaised")]).toEqual([15, 1, 3])
  })

  it("P-35 the sweep of one building left one door out, and counts the newest record of the others", async () => {
    const sweep = (await city.visits.of(unit("b03"))).sweeps["sweep-2022"]
    expect(sweep && Sweeping.report(sweep, day(lastDay))).toMatchObject({ units: 12, recorded: 11, noAnswer: 0 })
  })
})

describe("people", () => {
  it("are invented, and everybody on a post is listed", () => {
    expect(report.people).toHaveLength(119)
    expect(report.warnings).toBe(0)
    expect(JSON.stringify(report.people)).not.toContain("示例")
  })
})
