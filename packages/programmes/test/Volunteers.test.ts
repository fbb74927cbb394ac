import { Count, Identifier, Period, Share } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import {
  Code,
  Volunteering,
  VolunteeringCommand,
  Volunteers,
  Wish,
  WishCommand,
  WishEvent,
  Wishes
} from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const fuli = Identifier.UnitId.make("fuli")
const desk = stage(Volunteers.decider, VolunteeringCommand.Command, facts, { place: "fuli" })
const form = (team: string, fields: object = {}) =>
  desk.to("FormVolunteerTeam", "2022-01-01", { team, names: { zh: team }, from: "2022-01-01", ...fields })
const join = (team: string, person: string, from = "2022-02-01") =>
  desk.to("JoinVolunteerTeam", "2022-02-01", { team, person, from })
const leave = (team: string, person: string, to: string) =>
  desk.to("LeaveVolunteerTeam", "2022-03-01", { team, person, to })
const at = (state: Volunteering.State) => there(Volunteering.get(state, fuli))

const teams = [
  "党务工作者服务队",
  "政务助企服务队",
  "青年志愿者服务队",
  "党员爱心服务队",
  "科技人才服务队",
  "江湾日行一善志愿服务队"
]

describe("volunteer teams", () => {
  it("D-13 A-14b five teams are declared and six listed: both are kept, and the difference is told", () => {
    const declare = desk.to("DeclareTeamCount", "2022-06-01", { count: Count.exact(5), source: "五支志愿队伍" })
    const state = desk.after([...teams.map((team) => form(team)), declare])
    expect(Volunteering.teamCount(at(state), day("2022-06-01"))).toEqual({
      declared: Count.exact(5),
      source: "五支志愿队伍",
      listed: 6,
      differs: true
    })
    expect(Volunteering.teamCount(at(state), day("2022-05-31"))).toMatchObject({ declared: undefined, differs: false })
    const bound = desk.after(
      [desk.to("DeclareTeamCount", "2022-06-02", { count: Count.atLeast(5), source: "余" })],
      state
    )
    expect(Volunteering.teamCount(at(bound), day("2022-06-02")).differs).toBe(false)
    const missed = desk.to("DeclareTeamCount", "2022-06-03", { count: Count.atLeast(7), source: "七支以上" })
    expect(Volunteering.teamCount(at(desk.after([missed], bound)), day("2022-06-03")).differs).toBe(true)
  })

  it("D-13 teams are found by what they know, while they last", () => {
    const state = desk.after([
      form("think-tank", { expertise: ["finance", "technology", "law"] }),
      form("stewards", { expertise: ["law"] }),
      desk.to("DisbandVolunteerTeam", "2022-03-01", { team: "stewards", to: "2022-04-01" })
    ])
    const found = (on: string) => Volunteering.withExpertise(at(state), "law", day(on)).map(({ formed }) => formed.team)
    expect([found("2022-03-31"), found("2022-04-01")]).toEqual([["stewards", "think-tank"], ["think-tank"]])
    expect(desk.decide(state, join("stewards", "p1", "2022-05-01"))).toBe("OutsideTerm")
  })

  it("D-13 G-12 seven services with their hours, by person and together", () => {
    const kinds = ["traffic", "rubbish", "snow", "clinic", "snow", "traffic", "rubbish"]
    const service = (n: number, fields: object = {}) =>
      desk.to("RecordVolunteerService", "2022-03-01", {
        service: `s${n}`,
        names: { zh: `服务 ${n}` },
        kind: kinds[n],
        date: `2022-02-0${n + 1}`,
        ...fields
      })
    const given = [
      { person: "p1", minutes: 90 },
      { person: "p2", minutes: 30 }
    ]
    const state = desk.after([
      form("youth"),
      join("youth", "p1"),
      join("youth", "p2"),
      service(0, { team: "youth", given }),
      ...[1, 2, 3, 4, 5].map((n) => service(n)),
      service(6, { given: [{ person: "p1", minutes: 45 }], people: Count.about(20) })
    ])
    const year = Period.ofYear(2022)
    expect(Volunteering.services(at(state), year)).toHaveLength(7)
    const { total, byPerson } = Volunteering.minutes(at(state), year)
    expect([total, [...byPerson]]).toEqual([
      165,
      [
        ["p1", 135],
        ["p2", 30]
      ]
    ])
    expect(Volunteering.minutes(at(state), { from: day("2022-02-07") }).total).toBe(45)
    const stranger = service(0, { service: "s9", team: "youth", given: [{ person: "p3", minutes: 1 }] })
    expect(desk.decide(state, stranger)).toBe("NotInTeam")
    expect(desk.decide(state, service(0, { service: "s1", date: "2022-02-09" }))).toBe("ProgrammeIdTaken")
    expect(desk.decide(state, service(0, { service: "s9", date: "2022-03-02" }))).toBe("ProgrammeOutOfOrder")
  })

  it("W-12 a person is in a team for a time, may come back, and is never in it twice", () => {
    const state = desk.after([form("joint"), join("joint", "p1"), leave("joint", "p1", "2022-04-01")])
    const is = (on: string) =>
      Volunteering.isInTeam(state, fuli, Code.TeamId.make("joint"), Identifier.PersonId.make("p1"), day(on))
    expect([is("2022-01-31"), is("2022-02-01"), is("2022-03-31"), is("2022-04-01")]).toEqual([false, true, true, false])
    expect(desk.decide(state, join("joint", "p1", "2022-03-15"))).toBe("AlreadyInTeam")
    expect(desk.decide(state, join("joint", "p1", "2022-04-01"))).toHaveLength(1)
    expect(desk.decide(state, leave("joint", "p1", "2022-05-01"))).toBe("NotInTeam")
    expect(desk.decide(state, leave("joint", "p2", "2022-05-01"))).toBe("NotInTeam")
  })
})

describe("micro-wishes", () => {
  const wishes = stage(Wishes.decider, WishCommand.Command, facts, { wish: "w1" })
  const post = (wish = "w1", on = "2022-03-01") =>
    wishes.to("PostWish", on, { wish, owner: "resident-1", kind: "studyLamp", place: "yuntian" })
  const team = { place: "fuli", team: "joint" }
  const say = (tag: WishCommand.Command["_tag"], on: string, fields: Record<string, unknown> = {}) =>
    wishes.to(tag, on, fields)
  const claimed = wishes.after([post(), say("ClaimWish", "2022-03-02", { by: team })])

  it("W-12 a claimed wish cannot be claimed until it is released, and then by anybody", () => {
    const other = { by: { unit: "firm-1" } }
    expect(wishes.decide(claimed, say("ClaimWish", "2022-03-03", other))).toBe("WishAlreadyClaimed")
    expect(wishes.decide(claimed, say("ReleaseWish", "2022-03-03", other))).toBe("NotClaimant")
    const released = wishes.after([say("ReleaseWish", "2022-03-03", { by: team, reason: "人手不足" })], claimed)
    expect(Wish.open(released).map(({ posted }) => posted.wish)).toEqual(["w1"])
    expect(wishes.decide(released, say("ClaimWish", "2022-03-03", other))).toHaveLength(1)
    expect(wishes.decide(released, say("ClaimWish", "2022-03-03", { by: { unit: "nobody" } }))).toBe(
      "ProgrammePartUnknown"
    )
  })

  it("W-12 a member of the team or a delegate fulfils it, and nobody else", () => {
    const fulfil = (person: string) => say("FulfilWish", "2022-03-05", { by: { person } })
    expect(wishes.decide(claimed, fulfil("x1"))).toBe("NotClaimant")
    expect(wishes.decide(claimed, fulfil("m1"))).toHaveLength(1)
    const delegated = wishes.after(
      [say("DelegateWish", "2022-03-03", { by: { person: "m1" }, to: { person: "x1" } })],
      claimed
    )
    expect(wishes.decide(delegated, fulfil("x1"))).toHaveLength(1)
    const release = say("ReleaseWish", "2022-03-05", { by: { person: "x1" } })
    expect(wishes.decide(delegated, release)).toBe("NotClaimant")
    const told = [release, fulfil("x2")].map((one) => there(wishes.run([one], delegated).failures[0]).failure.text.en)
    expect(told.map((text) => text.includes("or a delegate may"))).toEqual([false, true])
  })

  it("W-12 its owner confirms it, and a wish that is not fulfilled goes back to its claimant", () => {
    const confirm = (by: string, satisfied: boolean) => say("ConfirmWish", "2022-03-06", { by, satisfied })
    const done = wishes.after([say("FulfilWish", "2022-03-05", { by: team })], claimed)
    expect(wishes.decide(done, confirm("resident-2", true))).toBe("NotWishOwner")
    expect(wishes.decide(claimed, confirm("resident-1", true))).toBe("ProgrammeActionNotAllowed")
    const back = wishes.after([confirm("resident-1", false)], done)
    expect(there(Wish.get(back, Code.WishId.make("w1"))).standing).toBe("claimed")
    const again = wishes.after(
      [
        say("FulfilWish", "2022-03-07", { by: team }),
        say("ConfirmWish", "2022-03-08", { by: "resident-1", satisfied: true })
      ],
      back
    )
    expect(there(Wish.get(again, Code.WishId.make("w1")))).toMatchObject({
      standing: "confirmed",
      confirmed: "2022-03-08"
    })
    expect(wishes.decide(again, say("WithdrawWish", "2022-03-09", { by: "resident-1" }))).toBe(
      "ProgrammeActionNotAllowed"
    )
  })

  it("W-12 D-13 G-12 ten wishes and more, with the share claimed, fulfilled and confirmed", () => {
    const all = Array.from({ length: 12 }, (_, n) => {
      const wish = `w${n}`
      const step = (tag: WishCommand.Command["_tag"], fields: Record<string, unknown>) =>
        say(tag, "2022-03-02", { wish, ...fields })
      return [
        post(wish),
        ...(n < 11 ? [step("ClaimWish", { by: team })] : []),
        ...(n < 10 ? [step("FulfilWish", { by: team })] : []),
        ...(n < 9 ? [step("ConfirmWish", { by: "resident-1", satisfied: true })] : [])
      ]
    })
    const rates = Wish.rates(wishes.after(all.flat()), Period.ofYear(2022))
    expect(
      [rates.claimed, rates.fulfilled, rates.confirmed].map((one) => [one.numerator, Share.percent(one, 2)])
    ).toEqual([
      [11, "91.67"],
      [10, "83.33"],
      [9, "75.00"]
    ])
    expect(Wish.rates(wishes.after(all.flat()), Period.ofYear(2021)).claimed.rate).toBeUndefined()
  })

  it("W-12 nothing a wish says is recorded: a fact holds ids, a kind and days", () => {
    const fields = Object.values(WishEvent.WishPosted.fields).length
    expect([fields, Object.keys(WishEvent.WishPosted.fields).toSorted()]).toEqual([
      6,
      ["_tag", "kind", "on", "owner", "place", "wish"]
    ])
    const named = wishes.to("PostWish", "2022-03-01", {
      wish: "w2",
      owner: "13800005678",
      kind: "lamp",
      place: "yuntian"
    })
    expect(wishes.decide(claimed, named)).toBe("ProgrammeTextPersonal")
    const told = say("ReleaseWish", "2022-03-03", { by: team, reason: "联系 138 0000 5678" })
    expect(wishes.decide(claimed, told)).toBe("ProgrammeTextPersonal")
  })
})
