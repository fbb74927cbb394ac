import { BodyKind, Flow } from "@louyu/casework"
import { EconomySettings, Frame } from "@louyu/economy"
import { Category, IndustryChain } from "@louyu/matching"
import { Command, Pattern, type Structure, View } from "@louyu/organisation"
import { Benefit } from "@louyu/programmes"
import { Pipeline } from "@louyu/recruitment"
import { RoleScheme } from "@louyu/roles"
import { StationCatalogue } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { type Profile, Profiles } from "../src/index.ts"
import { establish, from, told, unit } from "./support/world.ts"

const { pinghu, wuhan, xiangyang, huangshi, yichang, harbinDaoli, foshanZumiao } = Profiles

const must = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error("the profile has it")
  return value
}
const frame = ({ economy }: Profile.Profile, id: string) => must(economy?.frames?.find((one) => one.id === id))
const flow = ({ casework }: Profile.Profile, id: string) => must(casework?.flows?.find((one) => one.id === id))
const fit = ({ catalogue }: Profile.Profile, one: string, other: string) =>
  Category.fit(Category.of(must(catalogue).categories), Category.CategoryId.make(one), Category.CategoryId.make(other))
const chain = ({ catalogue }: Profile.Profile, id: string) => must(catalogue?.chains?.find((one) => one.id === id))
const bearing = (of: IndustryChain.IndustryChain, one: string, other: string) =>
  IndustryChain.bearing(of, IndustryChain.PositionId.make(one), IndustryChain.PositionId.make(other))
const counts = (of: Frame.Frame, ...tags: ReadonlyArray<string>) =>
  Result.getOrThrow(Frame.group(of, [{ value: "activity", tags }])).groups.map(({ count }) => count)
const pattern = (structure: Structure.Structure, commands: ReadonlyArray<Command.Command>, around: string) => {
  const { view, refused } = told(structure, commands)
  expect(refused).toEqual([])
  return Pattern.describe(view, unit(around)).map(({ text }) => text)
}
const city = [
  establish("city", "city"),
  establish("district", "district", { within: "city" }),
  establish("dc", "district-committee", { within: "district" }),
  establish("street", "street", { within: "district" })
]

describe("what the cities of Hubei share", () => {
  it.each([wuhan, xiangyang, huangshi, yichang])("H-01 $id tags what it does with the four goals", (one) => {
    expect(counts(frame(one, "fourGoals"), "service", "industry")).toEqual([1, 0, 0, 1])
    expect(counts(frame(one, "lifecycle"), "stay")).toEqual([0, 1, 0])
  })

  it.each([wuhan, xiangyang, huangshi, yichang])("H-31 $id counts buildings by two tiers of tax", ({ economy }) => {
    const { scale } = Result.getOrThrow(EconomySettings.resolve(economy))
    expect(scale.thresholds).toEqual([1_000_000_000, 10_000_000_000])
  })
})

describe("Wuhan", () => {
  const cluster = [
    ...city,
    establish("cl", "cluster", { within: "district" }),
    establish("cc", "comprehensive-committee", { within: "cl", under: "dc" }),
    establish("tower", "building", { within: "cl" })
  ]

  it("H-04 a cluster has one comprehensive committee, under the district and above what is in the buildings", () => {
    const second = establish("cc2", "comprehensive-committee", { within: "cl", under: "dc" })
    const bc = establish("bc", "building-committee", { within: "tower", under: "cc" })
    const { refused, view } = told(wuhan.structure, [...cluster, second, bc])
    expect(refused).toEqual(["organisation/OnePerPlace"])
    expect(View.path(view, "command", unit("bc"))).toEqual(["dc", "cc", "bc"])
  })

  it("H-10 the stations read 1+N", () => {
    const stations = [
      establish("main", "service-centre", { within: "tower" }),
      establish("sub", "sub-station", { within: "cl", under: "main" })
    ]
    expect(pattern(wuhan.structure, [...cluster, ...stations], "main")).toEqual(["1+N"])
  })

  it("W-17 a building has one council; W-22 a chamber's branch takes in many merchants", () => {
    const council = (id: string) => establish(id, "building-council", { within: "tower" })
    expect(told(wuhan.structure, [...cluster, council("a"), council("b")]).refused).toEqual([
      "organisation/OnePerPlace"
    ])
    const chamber = wuhan.structure.kinds.find(({ id }) => id === "chamber-branch")
    expect(chamber?.maximumEnterprises).toBeGreaterThan(wuhan.structure.branchRules.jointMaximumEnterprises)
  })

  it("W-03 A-16 the three capacities are read under either wording of the middle one", () => {
    const three = frame(wuhan, "threeCapacities")
    expect(["生产力", "服务力", "引领保障力", "组织力"].map((word) => Frame.read(three, word)?.id)).toEqual([
      "productivity",
      "service",
      "service",
      "organisation"
    ])
  })

  it("W-01 what is discussed, handled and managed in the building is tagged so", () => {
    expect(counts(frame(wuhan, "buildingAffairs"), "discussed", "handled")).toEqual([1, 1, 0])
  })

  it("W-04 H-06 a deputy comes from a department, and the secretary may also chair the council", () => {
    const scheme = must(wuhan.schemes?.find(({ id }) => id === "placeCommitteePosts"))
    const ref = (role: string) => ({ scheme: scheme.id, role: RoleScheme.RoleCode.make(role) })
    const deputy = RoleScheme.role(scheme, ref("departmentDeputy").role)
    expect(deputy?.qualifies?.comesFrom).toEqual(["department"])
    expect(RoleScheme.allowsBoth(scheme, ref("councilChair"), ref("secretary"))).toBe(true)
    expect(RoleScheme.allowsBoth(scheme, ref("councilChair"), ref("departmentDeputy"))).toBe(false)
  })

  it("W-06 a project is scored by how many enterprises and how many people benefit", () => {
    const benefit = must(wuhan.benefit)
    const marks = (entities: number, staff: number) => [
      { criterion: "entities", mark: entities },
      { criterion: "staff", mark: staff }
    ]
    expect(Benefit.score(benefit, marks(90, 50))).toBeGreaterThanOrEqual(benefit.needed)
    expect(Benefit.score(benefit, marks(90, 10))).toBeLessThan(benefit.needed)
  })

  it("H-13 the three difficulties mean the services of the same name", () => {
    expect([fit(wuhan, "eating", "dining"), fit(wuhan, "parkingSpace", "parking")]).toEqual([1, 1])
    expect(fit(wuhan, "childMinding", "dining")).toBeLessThan(1)
  })

  it("H-32 H-33 the chains say who is upstream of whom, and what is their core", () => {
    expect(bearing(chain(wuhan, "dualCarbon"), "accounting", "registry")).toBe("upstream")
    const garments = chain(wuhan, "garments")
    expect(garments.positions).toHaveLength(6)
    expect(bearing(garments, "production", "patterns")).toBe("downstream")
    expect(bearing(garments, "design", "sales")).toBe("none")
  })
})

describe("Xiangyang", () => {
  it("H-05 H-22 a commercial district with buildings and shops in it has one comprehensive committee", () => {
    const commands = [
      ...city,
      establish("cd", "commercial-district", { within: "street" }),
      establish("cc", "comprehensive-committee", { within: "cd", under: "dc" }),
      establish("mall", "building", { within: "cd" }),
      establish("shop", "sole-trader", { within: "cd" }),
      establish("second", "comprehensive-committee", { within: "cd", under: "dc" })
    ]
    expect(told(xiangyang.structure, commands).refused).toEqual(["organisation/OnePerPlace"])
  })

  it("H-20 nothing is built before the site was surveyed and every department cleared the plan", () => {
    const coordination = flow(xiangyang, "coordination")
    const start = Flow.move(coordination, "start", Flow.StageId.make("reportedIn"))
    expect(start).toMatchObject({ evidence: ["siteSurvey"], cleared: true, to: "inProgress" })
    expect(Flow.move(coordination, "start", Flow.StageId.make("accepted"))).toBeUndefined()
  })

  it("H-22 the public services that came down mean those of the catalogue", () => {
    expect(["taxService", "employment"].map((id, i) => fit(xiangyang, id, ["tax", "talent"][i] ?? ""))).toEqual([1, 1])
  })
})

describe("Huangshi", () => {
  it("H-07 the committee of the community is the first that answers, and there is no comprehensive one", () => {
    expect(huangshi.governing?.[0]).toBe("community-committee")
    expect(huangshi.structure.kinds.map(({ archetype }) => archetype)).not.toContain("comprehensiveCommittee")
  })

  it("H-23 H-24 the e-station has its devices, its items and its quarter of an hour", () => {
    const { stationKinds, pointKinds, labelSets } = must(huangshi.stations)
    expect([...stationKinds, ...pointKinds].map(({ id }) => id)).toEqual(
      expect.arrayContaining(["selfServiceStation", "citizenHome", "allInOne", "medicalInsurance", "gasPayment"])
    )
    expect(labelSets.flatMap(({ labels }) => labels.map(({ id }) => id))).toContain("15minutes")
    expect(fit(huangshi, "businessLicence", "registration")).toBe(1)
  })
})

describe("Yichang", () => {
  it("H-28 a project goes from development through transfer and incubation to industry", () => {
    const technology = must(yichang.pipelines?.find(({ id }) => id === "technology"))
    expect(technology.stages.map(({ names }) => names.zh)).toEqual(["开发", "转化", "孵化", "产业化"])
    expect(Pipeline.next(technology, Pipeline.StageId.make("transfer"))).toEqual(["incubation"])
  })

  it("H-27 interns come through the operator's manager, and experts from a university", () => {
    const scheme = must(yichang.schemes?.find(({ id }) => id === "incubatorPosts"))
    expect(scheme.roles.map(({ qualifies }) => qualifies?.comesFrom)).toEqual([["operator"], ["university"]])
    const together = flow(yichang, "bringingTogether")
    expect(Flow.allowed(together, Flow.StageId.make("raised"))).toEqual(["match", "close"])
    expect(Flow.category(together, "diagnosis")?.route).toBe("technologyExpert")
  })

  it("H-29 the Party-building complex is a brand and a kind of station", () => {
    expect(yichang.economy?.enterprises?.brands.map(({ id }) => id)).toContain("partyBuildingComplex")
    expect(StationCatalogue.find(must(yichang.stations).stationKinds, "complex")?.names.zh).toBe("楼宇党建综合体")
  })
})

describe("Harbin Daoli", () => {
  const begin = Schema.decodeUnknownSync(Command.BeginGuidance)
  const guided = ["e1", "e2", "e3", "e4"]
  const fuli = [
    ...city,
    establish("wc", "street-working-committee", { within: "street", under: "dc" }),
    establish("fuli", "building", { within: "street" }),
    establish("t2", "tower", { within: "fuli" }),
    establish("t3", "tower", { within: "fuli" }),
    establish("cc", "comprehensive-committee", { within: "fuli", under: "wc" }),
    establish("b2", "tower-branch", { within: "t2", under: "cc" }),
    establish("b3", "tower-branch", { within: "t3", under: "cc" }),
    ...guided.map((id) => establish(id, "branch", { within: "fuli", under: "wc" })),
    ...guided.map((id) => begin({ _tag: "BeginGuidance", guide: { unit: "cc" }, unit: id, purpose: "党建", from }))
  ]

  it("D-04 A-13 the bodies of the centre read 1+2+4", () => {
    expect(pattern(harbinDaoli.structure, fuli, "cc")).toEqual(["1+2+4"])
  })

  it("D-03 the district guides, the street leads, the building manages its own, many take part", () => {
    const { roles, ladder } = must(harbinDaoli.schemes?.[0])
    expect(roles.map(({ scope, duty }) => [scope, duty])).toEqual([
      ["district-committee", "cooperate"],
      ["street-working-committee", "leadOverall"],
      ["comprehensiveCommittee", "ownArea"],
      ["building", "cooperate"]
    ])
    expect(ladder["*"]?.map(({ role }) => role).slice(-2)).toEqual(["streetLead", "districtGuide"])
  })

  it("D-06 five parties meet every month, and only the committee hands out what they agreed on", () => {
    const [meeting] = must(harbinDaoli.casework?.bodies)
    expect([meeting?.cadence, meeting?.seats.length, meeting?.dispatch.by]).toEqual(["monthly", 5, "named"])
    expect(meeting && BodyKind.contradictions(meeting)).toEqual([])
    expect(flow(harbinDaoli, "jointMeeting").dispatch).toBe("authorised")
    expect(harbinDaoli.casework?.dispatching).toEqual(["comprehensive-committee"])
  })

  it("D-08 firms whistle, and departments report in before anything is done", () => {
    const whistle = flow(harbinDaoli, "whistle")
    expect(Flow.allowed(whistle, Flow.StageId.make("dispatched"))).toEqual(["reportIn", "close"])
  })

  it("D-15 what the committee directs is orbit, what the building settles itself is spin", () => {
    expect(counts(frame(harbinDaoli, "orbitAndSpin"), "spin")).toEqual([0, 1])
    expect(Frame.read(frame(harbinDaoli, "orbitAndSpin"), "党建公转")?.id).toBe("orbit")
    const { ladder } = flow(harbinDaoli, "jointMeeting")
    expect(ladder.map(({ inBuilding }) => inBuilding)).toEqual([true, true, false, false])
  })

  it("D-01 D-07 the brand, its three themes and the three platforms are words of the city", () => {
    expect(harbinDaoli.economy?.enterprises?.brands.map(({ names }) => names.zh)).toContain("领航富力")
    expect(counts(frame(harbinDaoli, "themes"), "service", "governance", "development")).toEqual([1, 1, 1])
    expect(harbinDaoli.stations?.labelSets.map(({ labels }) => labels.length)).toEqual([3])
  })
})

describe("Foshan Zumiao", () => {
  it("F-03 F-10 a building has a committee of its own that leads its federations", () => {
    const commands = [
      ...city,
      establish("wc", "street-working-committee", { within: "street", under: "dc" }),
      establish("wanke", "building", { within: "street" }),
      establish("bc", "building-committee", { within: "wanke", under: "wc" }),
      establish("union", "union-federation", { within: "wanke", under: "bc" }),
      establish("women", "womens-federation", { within: "wanke", under: "bc" })
    ]
    const { refused, view } = told(foshanZumiao.structure, commands)
    expect(refused).toEqual([])
    expect(View.childrenOf(view, "command", unit("bc"), { archetype: "massOrganisation" })).toEqual(["union", "women"])
  })

  it("F-09 raise, discuss, resolve, follow up; nothing counts as solved unasked", () => {
    const chamber = flow(foshanZumiao, "councilChamber")
    expect(chamber.stages.slice(0, 3).map(({ names }) => names.zh)).toEqual(["提出问题", "共商共议", "解决问题"])
    expect([chamber.followUp, Flow.closing(chamber, "solved")?.from]).toEqual(["required", ["followedUp"]])
  })

  it("F-11 a first secretary comes from a department and is at most one, beside the elected secretary", () => {
    const [own, sent] = must(foshanZumiao.schemes)
    expect(own?.roles.map(({ code }) => code)).toEqual(["secretary", "councilChair"])
    expect(sent?.roles[0]).toMatchObject({ maximum: 1, qualifies: { comesFrom: ["department"] } })
    expect(own?.layer).not.toBe(sent?.layer)
  })

  it("F-14 the six mosts are tags of figures and labels of stations", () => {
    expect(counts(frame(foshanZumiao, "sixMost"), "safety", "happiness")).toEqual([0, 0, 0, 0, 1, 1])
    const [set] = must(foshanZumiao.stations).labelSets
    expect(set?.labels.map(({ names }) => names.zh)).toEqual([
      "最佛山",
      "最便捷",
      "最中心",
      "最活力",
      "最平安",
      "最幸福"
    ])
  })

  it("F-04 three links are tags of what is done", () => {
    expect(counts(frame(foshanZumiao, "threeLinks"), "services")).toEqual([0, 1, 0])
  })

  it("F-16 five actions are the phases of the talent pipeline, in their order", () => {
    const talent = must(foshanZumiao.pipelines?.find(({ id }) => id === "talent"))
    expect(talent.phases.map(({ names }) => names.zh)).toEqual(["引进", "培育", "激励", "服务", "保障"])
    const at = Pipeline.StageId.make
    expect(Pipeline.direction(talent, at("cultivated"), at("served"))).toBe("forward")
    expect(Pipeline.direction(talent, at("sought"), at("served"))).toBe("notAllowed")
  })

  it("F-15 seven spaces, F-10 seven services", () => {
    expect(foshanZumiao.stations?.roomKinds).toHaveLength(7)
    const services = foshanZumiao.catalogue?.categories.filter(({ parent }) => parent === "sevenServices")
    expect(services?.map(({ names }) => names.zh)).toHaveLength(7)
    expect(fit(foshanZumiao, "psychologicalAid", "counselling")).toBe(1)
  })
})

describe("Pinghu", () => {
  it("P-01 P-03 P-10 versions, communities and watchwords are sets of tags", () => {
    expect(frame(pinghu, "versions").dimensions.map(({ id }) => id)).toEqual(["1.0", "2.0", "3.0", "4.0"])
    expect(counts(frame(pinghu, "fourCommunities"), "value", "governance")).toEqual([1, 0, 1, 0])
    expect(Frame.read(frame(pinghu, "slogans"), "三整一全")?.id).toBe("threeWholeOneFull")
    expect(pinghu.economy?.enterprises?.brands.map(({ names }) => names.zh)).toContain("楼联汇")
  })

  it("P-17 the stations read 1+X, P-08 a good-neighbour branch is functional and one of the district's", () => {
    const commands = [
      establish("city", "city"),
      establish("street", "street", { within: "city" }),
      establish("sc", "street-committee", { within: "street" }),
      establish("cbd", "cluster", { within: "street" }),
      establish("cc", "comprehensive-committee", { within: "cbd", under: "sc" }),
      establish("tower", "building", { within: "cbd" }),
      establish("friends", "good-neighbour-branch", { within: "tower", under: "cc" }),
      establish("centre", "service-centre", { within: "street" }),
      establish("riders", "rider-station", { within: "tower", under: "centre" })
    ]
    expect(pattern(pinghu.structure, commands, "centre")).toEqual(["1+X"])
    expect(View.nature(told(pinghu.structure, commands).view, unit("friends"))).toBe("functional")
    expect(pattern(pinghu.structure, commands, "cc")).toEqual(["1+1+0"])
  })

  it("P-39 P-40 stations are measured by six haves and none of four lacks", () => {
    const { standards } = must(pinghu.stations)
    expect(standards.map(({ names, criteria }) => [names.zh, criteria.length])).toEqual([
      ["“六有”", 6],
      ["“四无”自查", 4]
    ])
  })
})
