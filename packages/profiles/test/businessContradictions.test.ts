import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Money } from "@louyu/kernel"
import { type Pipeline, PipelinePresets } from "@louyu/recruitment"
import { describe, expect, it } from "vitest"
import { Profile, Profiles } from "../src/index.ts"

const codes = (profile: Profile.Profile) => Profile.validate(profile).map((one) => [one.code, one.path])

describe("pipelines and economy of a profile", () => {
  it("H-28 the generic profile offers every pipeline of the sources", () => {
    expect(Profiles.generic.pipelines?.map(({ id }) => id)).toEqual([
      "investment",
      "talent",
      "branchIncubation",
      "technology"
    ])
  })

  it("names a pipeline that contradicts itself, and one whose id is taken", () => {
    const { investment } = PipelinePresets
    const broken: Pipeline.Pipeline = { ...investment, phases: [investment.phases[0]] }
    expect(codes({ ...Profiles.generic, pipelines: [investment, broken] })).toEqual([
      ["profiles/IdRepeated", "pipelines[1].id"],
      ["profiles/PipelineContradicted", "pipelines[1]"]
    ])
  })

  it("H-31 names thresholds that do not rise, indicators nobody defined and ids given twice", () => {
    const tiers = { thresholds: [Money.fen(2), Money.fen(1)] } as const
    expect(codes({ ...Profiles.generic, economy: { tiers } })).toEqual([
      ["profiles/TiersContradicted", "economy.tiers"]
    ])
    const panel = { id: "p", names: { zh: "看板" }, indicators: ["closureRate", "nonsense"] }
    const twice = { ...Profiles.generic, economy: { panels: [panel, panel] } } as unknown as Profile.Profile
    expect(codes(twice)).toEqual([
      ["profiles/IdRepeated", "economy.panels[1].id"],
      ["profiles/ReferenceUnknown", "economy.panels[0].indicators[1]"],
      ["profiles/ReferenceUnknown", "economy.panels[1].indicators[1]"]
    ])
  })

  it("H-01 H-27 names dimensions of a frame and levels of a qualification that are given twice", () => {
    const word = { id: "w", names: { zh: "词" } }
    const economy = {
      frames: [{ ...word, dimensions: [word, word] }],
      enterprises: {
        qualifications: [{ ...word, levels: [word, word] }],
        intellectualProperty: [],
        supports: [],
        outcomes: [],
        brands: []
      }
    } as unknown as NonNullable<Profile.Profile["economy"]>
    expect(codes({ ...Profiles.generic, economy })).toEqual([
      ["profiles/IdRepeated", "economy.frames[0].dimensions[1].id"],
      ["profiles/IdRepeated", "economy.enterprises.qualifications[0].levels[1].id"]
    ])
  })

  it("1.6 names every sort of matter that goes to a post no role scheme of the profile has", () => {
    const { councilChamber } = FlowPresets
    const [first, second, ...others] = councilChamber.categories
    if (second === undefined) throw new Error("the chamber knows several sorts of matter")
    const lost = {
      ...councilChamber,
      categories: [first, { ...second, route: "investmentLiason" }, ...others]
    } as const
    const problems = Profile.validate({ ...Profiles.generic, casework: { flows: [councilChamber, lost] } })
    expect(problems.filter(({ _tag }) => _tag === "ReferenceUnknown")).toMatchObject([
      { path: "casework.flows[1].categories[1].route", sort: "role", id: "investmentLiason" }
    ])
    expect(problems.map(({ text }) => text.en).join()).toContain("investmentLiaison")
    const routes = new Set(councilChamber.categories.map(({ route }) => route))
    const without = Profile.validate({ ...Profiles.generic, schemes: [], casework: { flows: [councilChamber] } })
    expect(new Set(without.flatMap((e) => (e._tag === "ReferenceUnknown" ? [e.id] : [])))).toEqual(routes)
  })

  it("R5-1 the flows, dispatchers and bodies of a profile are data: it names what in them contradicts itself", () => {
    const { councilChamber } = FlowPresets
    const stuck = { ...councilChamber, version: 2, moves: [councilChamber.moves[0]] } as const
    const unreachable = { ...BodyPresets.jointMeeting, quorum: { numerator: 1, denominator: 1, above: true } }
    const casework = { flows: [councilChamber, stuck], dispatching: ["nobody"], bodies: [unreachable] }
    expect(codes({ ...Profiles.generic, casework })).toEqual([
      ["profiles/CaseworkContradicted", "casework.flows[1]"],
      ["profiles/CaseworkContradicted", "casework.bodies[0]"],
      ["profiles/ReferenceUnknown", "casework.dispatching[0]"]
    ])
  })
})
