import { EnterpriseRegister } from "@louyu/economy"
import { CivilDate, Count, Identifier, Share, Timeline } from "@louyu/kernel"
import { Fair, State } from "@louyu/matching"
import { Coverage, View } from "@louyu/organisation"
import { ActivityReview, AnnualList, ChildcareClass, Code, CoManagement, Programme } from "@louyu/programmes"
import { Incubation, PipelinePresets, Prospect, State as Prospects, StayBook, Staying } from "@louyu/recruitment"
import { Network, Sharing, StationState } from "@louyu/stations"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { range, two } from "../story/Row.ts"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"
import { clusters } from "./make/clusters.ts"
import { files } from "./make/files.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const summer = day("2022-06-30")
const yearEnd = day("2021-12-31")

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

const firmsIn = async (place: string, on = summer) => {
  const view = await story.city.organisation.on(on)
  return View.descendants(view, "location", unit(place)).filter((id) => View.archetype(view, id) === "enterprise")
}
const summed = async (place: string, measure: "employees" | "revenue") => {
  const register = await story.city.economy.enterprises()
  const values = (await firmsIn(place)).map(
    (id) => EnterpriseRegister.year(EnterpriseRegister.enterprise(register, id), 2021, summer)[measure] ?? 0
  )
  return values.reduce((sum, one) => sum + one, 0)
}

describe("the folder", () => {
  it("is what make.ts writes, reads without a finding, and changes nothing when it is told again", async () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
    expect(await story.toTheEnd()).toBe(0)
  })
})

describe("G-01 the network of stations", () => {
  const autumn = day("2024-10-21")
  const stations = () => story.city.stations.stations()

  it("G-01 H-10 30 main stations and 132 sub-stations are 162, 4.4 to a main one", async () => {
    const { mains, subs, alone, subsPerMain } = Network.totals(await stations(), autumn)
    expect([Said.compare(mains, "30个"), Said.compare(subs, "132个")]).toEqual([Said.agrees, Said.agrees])
    expect([mains + subs, alone, subsPerMain]).toEqual([162, 0, 4.4])
    // They were opened one after another: before the first there was none, and two years earlier fewer.
    expect(Network.totals(await stations(), day("2020-12-31"))).toMatchObject({ mains: 0, subs: 0 })
    expect(Network.totals(await stations(), day("2022-06-30"))).toMatchObject({ mains: 30, subs: 90 })
  })

  it("G-01 H-10 every cluster has one main station and no second can be founded; every sub has one main", async () => {
    const state = await stations()
    const ids = range(1, 30).map((n) => unit(`c${two(n)}`))
    expect(Network.clustersWithout(state, ids, autumn)).toEqual([])
    for (const { station, standing } of Network.on(state, autumn)) {
      const { place } = station.opened
      if (standing.tier === "sub") expect(`${standing.main}`).toBe(`st-c${place.slice(1, 3)}`)
    }
    const second = {
      _tag: "OpenStation",
      station: "st-new",
      kind: "partyMassCentre",
      names: { zh: "第二主阵地" },
      place: "b01-0",
      standing: { tier: "main", cluster: "c01" },
      from: "2024-10-21"
    }
    const attach = { _tag: "AttachStation", station: "st-c01-1", main: "st-c02", from: "2024-10-21" }
    expect(await story.refused(second)).toEqual(["stations/ClusterHasMain"])
    expect(await story.refused(attach)).toEqual(["stations/StationHasMain"])
  })

  it("G-08 W-05 what the stations of the market's cluster reach is about 30,000, which no sum makes exact", async () => {
    const state = await stations()
    const main = Network.mainIn(state, unit("c04"), autumn) ?? expect.fail("every cluster has one")
    const reached = [main, ...Network.subsOf(state, main, autumn)].map((id) => {
      const known = StationState.station(state, id)
      return Timeline.at(known?.catchment ?? [], autumn)?.enterprises ?? expect.fail("it was described")
    })
    expect(reached).toHaveLength(6)
    expect(Count.format(Count.sum(reached), "zh")).toBe("约3万")
  })

  it("G-01 the command line tells them in a line, and those of one cluster with their buildings", async () => {
    const { exit, text } = await louyu("stations --folder examples/wuhan/city --on 2024-10-21")
    expect(exit).toBe(0)
    expect(text).toContain("主站 30 · 分站 132 · 独立 0 · 共 162；每个主站平均 4.4 个分站")
    const one = await louyu("stations c01 --folder examples/wuhan/city --on 2024-10-21")
    expect(one.text).toContain("K11武汉同济产业科创中心")
    expect(one.text).toContain("677 m²")
  })
})

describe("G-05 what staff ask for most", () => {
  it("G-05 H-14 13 canteens, 2,000 parking spaces and more, 60 holiday classes, and no bound becomes exact", async () => {
    const counted = Sharing.census(await story.city.stations.facilities(), day("2024-10-21"))
    const of = (kind: string) => counted.find((one) => one.kind === kind) ?? expect.fail(`there is ${kind}`)
    expect(Said.compare(of("canteen").facilities, "13个")).toEqual(Said.agrees)
    expect(Said.compare(of("childcareClass").facilities, "60个")).toEqual(Said.agrees)
    const { quantity } = of("tidalParking")
    expect(Said.compare(quantity.value, "2000余个")).toEqual(Said.agrees)
    expect(quantity).toEqual(Count.atLeast(2030))
    expect(Sharing.census(await story.city.stations.facilities(), day("2022-02-28"))).toEqual([])
  })

  it("G-05 H-15 no more of a car park is given out at any time than there is for sure", async () => {
    const give = {
      _tag: "AllocateSpaces",
      facility: "parking-01",
      allocation: "a-1",
      audience: "staff",
      unit: "h001",
      days: { kinds: ["workday"] },
      window: { open: "09:00", close: "17:00" },
      from: "2024-10-21"
    }
    expect(await story.refused({ ...give, spaces: 70 })).toEqual([])
    expect(await story.refused({ ...give, spaces: 71 })).toEqual(["stations/CapacityExceeded"])
  })
})

describe("the holiday class in a tower", () => {
  const summerOf2021 = day("2021-07-20")

  it("H-16 H-19 more than ten courses are free to choose, 22 children have a place and two wait", async () => {
    const known = ChildcareClass.get(await story.city.programmes.classes(), Code.ClassId.make("red-scarf"))
    const red = known ?? expect.fail("it was opened")
    expect(Said.compare(red.opened.courses?.length ?? 0, "10余项")).toEqual(Said.agrees)
    expect([red.places.placed, red.places.waiting]).toEqual([22, 2])
    expect(ChildcareClass.running(await story.city.programmes.classes(), summerOf2021).length).toBe(1)
    // Where there are few, nobody is told how many.
    expect(JSON.stringify(ChildcareClass.summarise(red))).not.toContain("kid-2021")
  })

  it("H-17 it stood on the committee's list of the year 2021 and was done", async () => {
    const list = AnnualList.get(await story.city.programmes.annualLists(), unit("cc02"), 2021)
    const item = list && AnnualList.item(list, Code.ProjectId.make("childcare"))
    expect(item?.standing).toBe("completed")
  })

  it("H-18 building, street, community and social organisation manage it together, each with a duty on every day", async () => {
    const state = await story.city.programmes.coManagements()
    const [four] = CoManagement.over(state, "red-scarf", summerOf2021)
    const pact = four ?? expect.fail("it was formed")
    expect(CoManagement.kinds.map((kind) => CoManagement.duties(pact, kind, summerOf2021).length)).toEqual([1, 1, 1, 1])
    expect(CoManagement.missing(pact, day("2022-07-01"))).toEqual([])
    const [carer] = CoManagement.duties(pact, "socialOrganisation", day("2022-07-01"))
    expect(carer).toMatchObject({ unit: "carer-2" })
  })
})

describe("G-06 the programme of the departments", () => {
  const programme = async () =>
    Programme.get(await story.city.programmes.programmes(), Code.ProgrammeId.make("empower")) ??
    expect.fail("it was launched")
  const activities = async (filter: ActivityReview.Filter = {}) =>
    ActivityReview.list(await story.city.programmes.activities(), {
      programme: Code.ProgrammeId.make("empower"),
      ...filter
    })

  it("G-06 W-02 25 departments, 50 service projects and more, 500 activities, of which none is short of what was said", async () => {
    const held = ActivityReview.summarise(await activities()).held
    expect([held.numerator, held.denominator]).toEqual([500, 500])
    const { departments, projects, activities: many } = Programme.size(await programme(), held.numerator)
    expect([departments?.registered, projects?.registered, many?.registered]).toEqual([25, 53, 500])
    expect([departments?.short, projects?.short, many?.short]).toEqual([0, 0, 0])
    expect(Said.compare(departments?.registered ?? 0, "25家")).toEqual(Said.agrees)
    expect(Said.compare(projects?.registered ?? 0, "50余个")).toEqual(Said.agrees)
    expect(Said.compare(held.numerator, "500场")).toEqual(Said.agrees)
    expect(Programme.perProject(await programme(), 500).rate?.toFixed(1)).toBe("9.4")
  })

  it("G-06 W-02 every activity belongs to one project, every project has one lead, and every department leads two or three", async () => {
    const of = await programme()
    const perProject = await Promise.all(
      Programme.projects(of).map(async ({ opened }) => (await activities({ project: opened.project })).length)
    )
    expect(perProject.reduce((sum, one) => sum + one, 0)).toBe(500)
    expect(new Set(perProject)).toEqual(new Set([9, 10]))
    const leads = Programme.projects(of).map(({ opened }) => Programme.lead(of, opened.project, summer))
    const counts = [...Map.groupBy(leads, (lead) => lead).values()].map(({ length }) => length)
    expect([counts.length, Math.min(...counts), Math.max(...counts)]).toEqual([25, 2, 3])
    const stray = {
      _tag: "PlanActivity",
      activity: "act-stray",
      names: { zh: "无主活动" },
      project: { programme: "empower", project: "sp-99" },
      form: "lecture",
      audience: "enterprises",
      hosts: ["md-01"],
      date: "2022-06-30",
      on: "2022-06-20"
    }
    expect(await story.refused(stray)).toEqual(["programmes/ProgrammePartUnknown"])
  })
})

describe("G-06 the practical projects of the committees", () => {
  const lists = () => story.city.programmes.annualLists()

  it("G-06 W-06 30 committees published 305 projects, 10.17 each, and 55 became municipal key projects, 18.03 per cent", async () => {
    const state = await lists()
    const each = AnnualList.perCommittee(state, 2022)
    const key = AnnualList.promoted(state, 2022, "city")
    expect(Said.compare(each.denominator, "30个")).toEqual(Said.agrees)
    expect(Said.compare(each.numerator, "305个")).toEqual(Said.agrees)
    expect(Said.compare(key.numerator, "55个")).toEqual(Said.agrees)
    expect((each.numerator / each.denominator).toFixed(2)).toBe("10.17")
    expect([key.denominator, Share.percent(key, 2)]).toEqual([305, "18.03"])
    const { city } = story
    const said = { of: "wuhan", on: summer }
    expect(
      await Said.published(city, "g06-each", { indicator: "projectsPerCommittee", ...said }, [
        each.numerator,
        each.denominator
      ])
    ).toEqual(Said.agrees)
    expect(
      await Said.published(city, "g06-key", { indicator: "keyProjects", ...said }, [key.numerator, key.denominator])
    ).toEqual(Said.agrees)
  })

  it("G-06 A-11 five committees have eleven on a list that should have ten at most, which is told and no more", async () => {
    const state = await lists()
    const over = clusters.flatMap(({ committee }) => {
      const list = AnnualList.get(state, unit(committee), 2022)
      return (list === undefined ? undefined : AnnualList.overCap(list)) ?? []
    })
    expect(over).toEqual(Array(5).fill({ cap: 10, listed: 11, over: 1 }))
  })

  it("G-06 W-06 sixty were nominated, and the five whose benefit is too low cannot be promoted", async () => {
    const items = AnnualList.published(await lists(), 2022)
    const scored = items.filter((one) => AnnualList.score(one) !== undefined)
    const low = scored.filter((one) => (AnnualList.score(one) ?? 0) < 60)
    expect([scored.length, low.length]).toEqual([60, 5])
    expect(low.every(({ level }) => level === "committee")).toBe(true)
    const promote = { _tag: "PromoteListItem", committee: "cc04", year: 2022, project: "p-02", to: "city" }
    expect(await story.refused({ ...promote, on: "2022-04-15" })).toEqual(["programmes/BenefitTooLow"])
    expect(await story.refused({ ...promote, project: "p-03", on: "2022-04-15" })).toEqual([
      "programmes/NominationMissing"
    ])
  })
})

describe("G-06 at the command line", () => {
  it("G-06 tells departments, projects and activities beside what was declared", async () => {
    const { exit, text } = await louyu("activities --folder examples/wuhan/city --on 2022-06-30")
    expect(exit).toBe(0)
    for (const said of ["25 个部门", "53 个项目（公布 50余）", "500 场活动（公布 500）"]) expect(text).toContain(said)
  })

  it("G-06 tells how many practical projects there are to a committee and how many became municipal", async () => {
    const { exit, text } = await louyu(
      "projects --annual --year 2022 --folder examples/wuhan/city --on 2022-06-30",
      "en"
    )
    expect(exit).toBe(0)
    expect(text).toContain("305 published by 30 committees, 10.17 each on average")
    expect(text).toContain("to the city 55/305 (18.03 %)")
  })
})

describe("G-08 the finance fair", () => {
  const held = async () =>
    State.fair((await story.city.matching.lists()).lists, Fair.FairId.make("fair-2022-06")) ??
    expect.fail("the fair was held")

  it("G-08 W-05 ten institutions came, and nearly 200 merchants asked, of about 30,000 it was for", async () => {
    const { opened, consultations } = await held()
    expect([opened.on, Said.compare(opened.institutions.length, "10家")]).toEqual(["2022-06-14", Said.agrees])
    expect(new Set(consultations.map(({ institution }) => institution)).size).toBe(10)
    const { invited, reached, reach } = Fair.outcome(await held())
    expect(Said.compare(reached, "近200家")).toEqual(Said.agrees)
    expect(Said.compare(invited, "约3万家")).toEqual(Said.agrees)
    expect(((reach ?? 0) * 100).toFixed(2)).toBe("0.66")
  })

  it("G-08 W-05 every loan asked for lies between 200,000 and 500,000 yuan, and no other can be", async () => {
    const { opened, applications } = await held()
    const [product] = opened.products
    expect([product?.least, product?.most].map((fen) => (fen ?? 0) / 100)).toEqual([200_000, 500_000])
    const amounts = applications.map(({ amount }) => amount / 100)
    expect(amounts).toHaveLength(66)
    expect([Math.min(...amounts), Math.max(...amounts)]).toEqual([200_000, 500_000])
    const apply = { _tag: "RecordApplication", fair: "fair-2022-06", application: "loan-new", product: "small-credit" }
    const more = { ...apply, enterprise: "m006", amount: 50_000_100, on: "2022-06-14" }
    expect(await story.refused(more)).toEqual(["matching/AmountOutOfRange"])
    expect(await story.refused({ ...more, amount: 50_000_000 })).toEqual([])
  })

  it("G-08 W-16 over 400 organisations with 22,000 staff in the cluster, 15.527 billion yuan in its park", async () => {
    const { city } = story
    const firms = await firmsIn("c05")
    const cluster = { of: "c05", on: summer }
    expect(firms).toHaveLength(412)
    expect(
      await Said.published(city, "g08-organisations", { indicator: "enterpriseCount", ...cluster }, [firms.length])
    ).toEqual(Said.agrees)
    const staff = await summed("c05", "employees")
    const ofYear = { indicator: "staffCount", of: "c05", on: yearEnd }
    expect(await Said.published(city, "g08-staff", ofYear, [staff])).toEqual(Said.agrees)
    expect(await Said.published(city, "g08-staff", ofYear, [staff + 300])).toMatchObject({ _tag: "differs" })
    const revenue = await summed("hr-park", "revenue")
    const ofPark = { indicator: "revenue", of: "hr-park", on: yearEnd }
    expect(await Said.published(city, "g08-revenue", ofPark, [revenue])).toEqual(Said.agrees)
    expect((revenue / 1e11).toFixed(3)).toBe("15.527")
  })
})

describe("G-07 the shared work area", () => {
  it("G-07 W-08 about 40 seats, six firms, the first with a team of six", async () => {
    const book = await story.city.recruitment.stays()
    const [area] = Staying.utilisation(book, summer)
    expect(Said.compare(area?.has.seats ?? 0, "约40")).toEqual(Said.agrees)
    expect([area?.guests, area?.taken.seats]).toEqual([6, 39])
    const first = [...StayBook.stays(book)].toSorted((a, b) => (a.started.from < b.started.from ? -1 : 1))[0]
    expect(first?.started).toMatchObject({ seats: 6, from: "2022-03-01" })
    const seventh = { _tag: "StartStay", stay: "seat-7", office: "shared-40", enterprise: "h411", from: "2022-06-30" }
    expect(await story.refused({ ...seventh, seats: 2, rooms: 0 })).toEqual(["recruitment/OfficeFull"])
    expect(await story.refused({ ...seventh, seats: 1, rooms: 0 })).toEqual([])
  })

  it("G-07 W-10 twenty firms founded a branch of their own accord, each after service had gone before", async () => {
    const on = summer
    const view = await story.city.organisation.on(on)
    const { single } = Coverage.branches(view)
    expect(Said.compare(single.length, "20家")).toEqual(Said.agrees)
    const prospects = await story.city.recruitment.prospects()
    const lags = Incubation.lags(prospects, PipelinePresets.branchIncubation.id, on)
    expect(lags).toHaveLength(20)
    expect(lags.every(({ days }) => days > 0)).toBe(true)
    for (const { prospect } of lags) {
      expect(Prospects.prospect(prospects, Prospect.ProspectId.make(prospect))?.opened.source).toBe("企业主动")
    }
  })
})
