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
