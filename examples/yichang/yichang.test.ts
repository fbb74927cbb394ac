import { Case, State as CaseState, CaseworkSettings, Deadlines, Rates } from "@louyu/casework"
import { CivilDate, Identifier } from "@louyu/kernel"
import { Matchmaking, Need, ServiceItem, ServiceList, State } from "@louyu/matching"
import { View } from "@louyu/organisation"
import { Completeness, Directory, Routing, Visiting } from "@louyu/roles"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import type { City } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const person = Identifier.PersonId.make
const at = (moment: string): number => Date.parse(`${moment}+08:00`)
const told = day("2024-10-21")
const hub = unit("hub")

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
})
afterAll(() => story[Symbol.asyncDispose]())

const caseOf = async (id: string) =>
  (await story.city.casework.cases()).get(Case.CaseId.make(`case-${id}`)) ?? expect.fail(`${id} was raised`)
const whose = async (id: string, on: string) =>
  (await story.city.casework.whose(Case.CaseId.make(`case-${id}`), day(on))) ?? expect.fail(`${id} was raised`)
const directory = async (on: string) => (await story.city.roles.on(day(on))).directory

/** The first command of a sort that is about a case. */
const comesTo = (_tag: City.Command["_tag"], id: string) => (command: City.Command) =>
  command._tag === _tag && (command as { readonly case?: unknown }).case === `case-${id}`

describe("the folder", () => {
  it("is what make.ts writes, and reads without a finding", () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
  })
})

describe("who brings together, step by step", () => {
  const appoint = (role: string, comesFrom?: string) => ({
    _tag: "Appoint",
    roster: "hub",
    scheme: "incubatorPosts",
    role,
    unit: "hub",
    person: "p-799",
    from: "2024-10-21",
    ...(comesFrom === undefined ? {} : { comesFrom })
  })

  it("H-27 H-35 a building with its committee, the operator in it, and a university and an equity exchange beside it", async () => {
    await story.until(({ _tag }) => _tag === "RaiseCase")
    const view = await story.city.organisation.on(told)
    const sorts = ["hub", "hub-committee", "operator", "ctgu", "exchange"].map((id) => `${View.kind(view, unit(id))}`)
    expect(sorts).toEqual(["building", "building-committee", "operator", "university", "equity-exchange"])
    expect(View.ancestors(view, "command", unit("hub-committee"))).toEqual(["dc-district"])
    expect(View.superior(view, "location", unit("operator"))).toBe("hub")
    // A committee of a building has its seat in one, and nowhere else.
    const second = { kind: "building-committee", name: { zh: "又一楼宇党委" }, under: "dc-district", from: told }
    const establish = { _tag: "EstablishUnit", unit: "second", ...second }
    expect(await story.refused({ ...establish, within: "district" })).toEqual(["organisation/SuperiorRejected"])
    expect(await story.refused({ ...establish, within: "hub" })).toEqual([])
  })

  it("H-27 the posts of the committee and the incubator are filled, the manager's by one after another", async () => {
    const fillings = Completeness.of(await directory("2024-10-21"), unit("district"))
    const held = fillings.map(({ at: { post }, filling, holders }) => [
      post.role,
      filling,
      holders.map((one) => `${one.person}`)
    ])
    expect(held).toEqual(
      expect.arrayContaining([
        ["secretary", "filled", ["p-701"]],
        ["incubationManager", "filled", ["p-705"]],
        ["technologyExpert", "filled", ["p-703"]]
      ])
    )
    const roles = async (id: string, on: string) =>
      Directory.postsOf(await directory(on), person(id)).map(({ post }) => `${post.role}`)
    expect([await roles("p-702", "2021-12-31"), await roles("p-702", "2022-01-01")]).toEqual([
      ["incubationManager"],
      []
    ])
  })

  it("H-27 an expert comes from a university and the manager from the operator, and nobody else may hold their posts", async () => {
    const [unqualified, expert, manager] = ["roles/HolderUnqualified", "technologyExpert", "incubationManager"]
    for (const comesFrom of [undefined, "operator", "f001", "hub-committee"]) {
      expect(await story.refused(appoint(expert, comesFrom))).toEqual([unqualified])
    }
    expect(await story.refused(appoint(expert, "ctgu"))).toEqual([])
    expect(await story.refused(appoint(manager, "ctgu"))).toEqual([unqualified])
    expect(await story.refused(appoint(manager, "operator"))).toEqual([])
  })

  it("H-27 interns are for the manager and diagnosis for the experts; before there were experts, that was for the manager too", async () => {
    const answers = async (matter: string, on: string) =>
      Routing.route(await directory(on), { matter, unit: unit("f001") }).answers.map((id) => `${id}`)
    expect(await answers("interns", "2019-05-06")).toEqual(["p-702"])
    expect([await answers("diagnosis", "2019-05-05"), await answers("diagnosis", "2019-05-06")]).toEqual([
      ["p-702"],
      ["p-703", "p-704"]
    ])
    expect(await answers("other", "2024-10-21")).toEqual(["p-705"])
  })
})

describe("what a firm lacked, brought together step by step", () => {
  const of = { case: "case-talent", at: at("2019-03-19T09:00") }

  it("H-27 H-21 its need for talent is found on a visit of the committee's secretary, who raises it for the firm", async () => {
    await story.until(comesTo("MatchCase", "talent"))
    const { raised, stage, category, route } = await caseOf("talent")
    expect(raised).toMatchObject({
      channel: "visit",
      reference: "visit-01",
      by: { person: "p-701" },
      behalfOf: { unit: "f001" }
    })
    expect([stage, category, route]).toEqual(["raised", "interns", "incubationManager"])
    const { by, post, answers } = await whose("talent", "2019-03-19")
    expect([by, post, answers]).toEqual(["place", expect.objectContaining({ role: "incubationManager" }), ["p-702"]])
  })

  it("H-27 of all that is to be had, interns and experts of the university fit best what the firm says, and its need is met", async () => {
    const { lists } = await story.city.matching.lists()
    const need = (id: string) => State.need(lists, Need.NeedId.make(id)) ?? expect.fail(`${id} was registered`)
    const best = async (id: string, on: string) =>
      Matchmaking.candidates(await story.city.matching.market(day(on)), need(id)).map(({ offer }) => offer)[0]
    const at = { list: "incubator-services", place: "hub" }
    expect(await best("need-talent", "2019-03-19")).toMatchObject({ ...at, item: "I-01" })
    expect(await best("need-research", "2019-05-14")).toMatchObject({ ...at, item: "I-02" })
    const list = State.list(lists, ServiceItem.ListId.make("incubator-services"), day("2019-03-19"))
    const owners = (list?.items ?? []).map(({ code, owners: [leads] }) => [`${code}`, `${leads}`])
    expect(owners.filter(([, leads]) => leads === "ctgu").map(([code]) => code)).toEqual(["I-01", "I-02"])
    expect(ServiceList.counts(list ?? expect.fail("it is in force")).byOwner.size).toBe(3)
    expect(State.amounts(lists, need("need-talent"))).toMatchObject({ open: 0 })
  })

  it("H-27 it is matched, then helped with, then resolved: no step is left out", async () => {
    const [match, start] = [
      { _tag: "MatchCase", ...of, item: "I-01" },
      { _tag: "StartCase", ...of }
    ]
    const resolve = { _tag: "ResolveCase", ...of, result: "实习" }
    expect(await story.refused(start)).toEqual(["casework/ActionNotAllowed"])
    expect(await story.refused(match, resolve)).toEqual(["casework/ActionNotAllowed"])
    expect(await story.refused(match, start, { _tag: "CloseCase", ...of, reason: "solved" })).toEqual([
      "casework/ReasonNotAllowed"
    ])
    expect(await story.refused(match, start, resolve)).toEqual([])
    const dispatch = { _tag: "DispatchCase", ...of, by: "hub-committee", to: "ctgu" }
    expect(await story.refused(dispatch)).toEqual(["casework/ActionNotAllowed"])
  })

  it("H-27 raised, matched, being helped, resolved, followed up, closed: that is the way it went", async () => {
    await story.toTheEnd()
    const talent = await caseOf("talent")
    expect(talent.steps.map(({ stage }) => `${stage}`)).toEqual([
      "raised",
      "matched",
      "inProgress",
      "resolved",
      "followedUp",
      "closed"
    ])
    expect([talent.standing, talent.closures.at(-1)?.reason]).toEqual(["closed", "solved"])
    expect(CaseState.toTell(talent)).toEqual([{ unit: "f001" }])
  })

  it("H-27 the experts were not done at first: not satisfied opens it again, and the second time it is solved", async () => {
    const research = await caseOf("research")
    expect(research.followUps.map(({ solved, rating }) => [solved, rating])).toEqual([
      [false, "dissatisfied"],
      [true, "satisfied"]
    ])
    expect([research.stage, research.reopenings.length, research.results.length]).toEqual(["closed", 1, 2])
    expect((await whose("research", "2019-05-20")).answers).toEqual(["p-703", "p-704"])
  })

  it("H-27 what is beyond the incubator goes up to the secretary of the building's committee", async () => {
    expect((await caseOf("rooms")).escalations).toMatchObject([{ from: "incubator", to: "building" }])
    const { by, post, answers } = await whose("rooms", "2022-04-01")
    expect([by, post?.role, answers]).toEqual(["ladder", "secretary", ["p-701"]])
    const up = { _tag: "EscalateCase", case: "case-interns", cause: "beyondMeans", at: at("2024-07-01T09:00") }
    expect(await story.refused({ ...up, to: "district" })).toEqual(["casework/LevelSkipped"])
    expect(await story.refused({ ...up, to: "building" })).toEqual([])
  })

  it("H-27 R5-18 what a firm cannot solve is seen by its own, and by the expert it is shared with, not by people of other firms", async () => {
    const seen = async (id: string) =>
      (await story.city.casework.seenBy(person(id))).map(({ raised }) => `${raised.case}`).includes("case-research")
    expect([await seen("p-801"), await seen("p-703")]).toEqual([true, true])
    expect([await seen("p-802"), await seen("p-704")]).toEqual([false, false])
    const known = await caseOf("research")
    expect(["p-801", "p-703", "p-802"].map((id) => CaseState.rightOf(known, person(id)))).toEqual([
      "view",
      "edit",
      "none"
    ])
    // What is not private everybody may see.
    const all = await story.city.casework.seenBy(person("p-802"))
    expect(all.map(({ raised }) => `${raised.case}`)).toEqual(["case-talent", "case-rooms", "case-interns"])
  })

  it("H-27 R5-18 at the command line its title is told to those who may see it only", async () => {
    const title = "科研攻关难题，请专家诊断"
    const told = async (as: string) =>
      (await louyu(`case case-research --folder examples/yichang/city --on 2019-09-01${as}`)).text
    expect(await told(" --as p-801")).toContain(title)
    expect(await told(" --as p-703")).toContain(title)
    for (const as of [" --as p-802", ""]) expect(await told(as)).not.toContain(title)
  })

  it("H-27 P-41 whom to talk to in a firm is read by the manager, masked for the expert, and not at all by another firm's people", async () => {
    const { people } = story.city
    const mobile = "10000000801"
    await people.keep("p-801", {
      unit: unit("f001"),
      class: "contact",
      name: Redacted.make("示例甲"),
      mobile: Redacted.make(mobile)
    })
    const read = (by: string) => people.read("p-801", { by, purpose: "service", on: told })
    expect(await read("p-705")).toEqual({ _tag: "Seen", fields: { name: "示例甲", mobile } })
    const masked = await read("p-703")
    expect(masked).toMatchObject({ _tag: "Seen" })
    expect(JSON.stringify(masked)).not.toContain(mobile)
    await expect(read("p-802")).rejects.toMatchObject({ code: "roles/AccessDenied" })
    // The manager of before is none any more.
    await expect(read("p-702")).rejects.toMatchObject({ code: "roles/AccessDenied" })
  })

  it("H-21 three of four needs were found by going there, one was raised by the firm itself", async () => {
    const needs = Visiting.needs(await story.city.visits.of(hub), { from: day("2019-01-01") })
    expect(needs.map(({ need, origin }) => [need, origin])).toEqual([
      ["need-talent", "visit"],
      ["need-research", "selfRaised"],
      ["need-press", "visit"],
      ["need-interns", "visit"]
    ])
    expect(Visiting.foundShare(needs)).toBe(0.75)
  })

  it("H-27 three of four matters are closed, each of them solved, followed up and in time", async () => {
    const all = [...(await story.city.casework.cases())]
    const range = { from: at("2019-01-01T00:00"), to: at("2025-01-01T00:00"), asOf: at("2024-10-21T18:00") }
    const settings = await story.city.casework.settings()
    const calendar = await story.city.calendar()
    const due = (known: CaseState.CaseKnown) => {
      const flow = CaseworkSettings.flow(settings, known.raised.flow, known.raised.version)
      return flow && Result.getOrUndefined(Deadlines.promised(flow, calendar, known))
    }
    const { closure, followUp, resolution, onTime } = Rates.of(all, { ...range, due })
    const shares = [closure, followUp, resolution, onTime].map(({ numerator, denominator }) => [numerator, denominator])
    // The one that is open is later than was promised.
    expect(shares).toEqual([
      [3, 4],
      [3, 3],
      [3, 3],
      [3, 4]
    ])
  })
})

describe("the folder, once more", () => {
  it("R1-4 telling the folder again changes nothing", async () => {
    expect(await story.toTheEnd()).toBe(0)
  })
})
