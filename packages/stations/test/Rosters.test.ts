import { CivilDate, Decider } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Fairness from "../src/Fairness.ts"
import * as Event from "../src/RosterEvent.ts"
import * as State from "../src/RosterState.ts"
import * as Rosters from "../src/Rosters.ts"
import {
  after,
  atTime,
  command,
  decide,
  drafted,
  duty,
  type Encoded,
  facts,
  fortnight,
  holder,
  manager,
  published,
  roster,
  slot,
  to
} from "./rosterLife.ts"
import { members, names, shift, unit } from "./rosterScene.ts"

const live = published()
const first = "2026-03-02/day/a/1"
const beside = "2026-03-02/day/b/1"
const later = "2026-03-10/day/a/1"
const a = holder(live, first)
const b = holder(live, beside)

/** Somebody who is not on duty on a day. */
const idle = (state: State.State, date: string): ReadonlyArray<string> =>
  names("m", 4).filter(
    (id) => !State.dutiesOf(roster(state), unit(id)).some((one) => one.slot.date === date && one.standing === "planned")
  )
const [spare = "", other = ""] = idle(live, "2026-03-02")
const of = (state: State.State, id: string, date: string): string =>
  State.dutiesOf(roster(state), unit(id)).find((one) => one.slot.date === date)?.slot.slot ?? ""

describe("drafting and generating", () => {
  it("P-19 a roster is drafted once, for units and stations there are", () => {
    const problem = (input: Encoded) => decide(State.initial, input)
    expect(decide(after([drafted()]), drafted(fortnight({ restDays: 1 })))).toMatchObject({
      code: "stations/RosterIdTaken"
    })
    const unknown = { code: "stations/RosterPartUnknown" }
    expect(problem(drafted(fortnight({ members: members(["m1", "nobody"]) })))).toMatchObject({
      ...unknown,
      sort: "unit"
    })
    expect(problem(drafted(fortnight({ shifts: [shift(["nowhere"])] })))).toMatchObject({ ...unknown, sort: "station" })
    expect(problem(to("GenerateRoster", "2026-02-21", { generation: 1 }))).toMatchObject({ ...unknown, sort: "roster" })
    expect(problem(drafted(fortnight(), "2026-03-16"))).toMatchObject({ code: "stations/CycleWithoutDays" })
    const named = shift(["a"], { names: { zh: "联系 13800005678" } })
    expect(problem(drafted(fortnight({ shifts: [named] })))).toMatchObject({ code: "stations/RosterTextPersonal" })
  })

  it("P-19 what is said again is no news, and time does not run backwards", () => {
    const inputs = [
      drafted(),
      to("GenerateRoster", "2026-02-21", { generation: 1 }),
      to("PublishRoster", "2026-02-23", { generation: 1 })
    ]
    for (const input of inputs) expect(decide(live, input)).toEqual([])
    expect(decide(live, to("GenerateRoster", "2026-02-22", { generation: 2 }))).toMatchObject({
      code: "stations/RosterOutOfOrder",
      last: "2026-02-23"
    })
    expect(decide(live, to("GenerateRoster", "2026-02-24", { generation: 3 }))).toMatchObject({
      code: "stations/GenerationOutOfOrder",
      next: 2
    })
    expect(decide(after([drafted()]), to("PublishRoster", "2026-02-23", { generation: 1 }))).toMatchObject({
      code: "stations/RosterNotGenerated"
    })
  })

  it("P-19 a refusal says in both languages what to do instead", () => {
    const words = (input: Encoded): ReadonlyArray<string | undefined> => {
      const refused = decide(live, input)
      if (!("code" in refused)) throw new Error(`${input._tag} is refused`)
      return [refused.text.zh, refused.text.en]
    }
    const again = after([to("GenerateRoster", "2026-02-24", { generation: 2 })], live)
    expect(decide(again, to("PublishRoster", "2026-02-24", { generation: 1 }))).toMatchObject({
      message: expect.stringContaining("Generation 2 of the roster is due, not 1; use that number.")
    })
    expect(words(to("AmendRoster", "2026-04-24", { plan: fortnight() }))).toEqual([
      "轮值周期到 2026-03-16 已经结束，2026-04-24 起没有值班日；请延长周期，或另建轮值表。",
      "The cycle ended by 2026-03-16, so it has no days from 2026-04-24 on; let it end later, or draft another roster."
    ])
    const short = fortnight({ cycle: { from: "2026-03-04", to: "2026-03-16" } })
    expect(words(to("AmendRoster", "2026-02-24", { plan: short }))).toEqual([
      `班次“day”已有发布、指定或已过的值班（${first}），不能改变其时段、站点、人数，也不能取消或移出周期；请另设新班次，并保留原周期的起止。`,
      `The shift "day" has duties that are published, given or past (${first}), so its window, stations and seats stay, and the cycle keeps their days; add another shift instead.`
    ])
  })

  it("R3-15 generating again moves nothing that is published, and nothing else without need", () => {
    const again = after([to("GenerateRoster", "2026-02-24", { generation: 2 })], live)
    for (const one of State.duties(roster(live))) expect(holder(again, one.slot.slot)).toBe(one.unit)
    const away = members(names("m", 4), { [a]: { unavailable: [{ from: "2026-03-02" }] } })
    const half = after([
      drafted(),
      to("GenerateRoster", "2026-02-21", { generation: 1 }),
      to("PublishRoster", "2026-02-23", { generation: 1, through: "2026-03-08" }),
      to("AmendRoster", "2026-02-24", { plan: fortnight({ members: away }) }),
      to("GenerateRoster", "2026-02-24", { generation: 2 })
    ])
    for (const one of State.duties(roster(half))) {
      if (one.slot.date < "2026-03-09") expect(one.unit).toBe(holder(live, one.slot.slot))
      else expect(one.unit).not.toBe(a)
    }
  })

  it("R3-15 what is past stays, and nobody is put on a day that is over", () => {
    const state = after([
      drafted(),
      to("GenerateRoster", "2026-03-05", { generation: 1 }),
      to("AmendRoster", "2026-03-10", { plan: fortnight({ members: members(names("n", 4)) }) }),
      to("GenerateRoster", "2026-03-10", { generation: 2 })
    ])
    const all = State.duties(roster(state))
    expect(all.filter((one) => one.slot.date < "2026-03-05")).toEqual([])
    expect(all.filter((one) => one.slot.date < "2026-03-10").every((one) => one.unit?.startsWith("m"))).toBe(true)
    expect(all.filter((one) => one.slot.date >= "2026-03-10").every((one) => one.unit?.startsWith("n"))).toBe(true)
    expect(all).toHaveLength(14)
  })

  it("P-19 a shift with published duties keeps its window and stations", () => {
    const amend = (shifts: ReadonlyArray<object>) =>
      decide(live, to("AmendRoster", "2026-02-24", { plan: fortnight({ shifts }) }))
    const changed = { code: "stations/SettledShiftChanged", shift: "day" }
    expect(amend([shift(["a"])])).toMatchObject(changed)
    expect(amend([shift(["a", "b"], { window: { open: "09:00", close: "18:00" } })])).toMatchObject(changed)
    expect(amend([shift(["a", "b", "c"], { needed: 2 })])).toMatchObject([{ _tag: "RosterAmended" }])
  })
})

describe("who and what is no more", () => {
  const six = { from: "2026-03-02", to: "2026-04-13" }
  const begun = (plan: object): ReadonlyArray<Encoded> => [
    drafted(plan),
    to("GenerateRoster", "2026-02-21", { generation: 1 }),
    to("PublishRoster", "2026-02-23", { generation: 1, through: "2026-03-08" })
  ]
  const goesOn = (plan: object): ReadonlyArray<Encoded> => [
    to("AmendRoster", "2026-03-17", { plan }),
    to("GenerateRoster", "2026-03-17", { generation: 2 })
  ]

  it("P-19 nobody is sent to a station that is closed by then, and its past does not keep the plan from changing", () => {
    const plan = fortnight({ cycle: six, shifts: [shift(["a", "closing"])] })
    const stationsOn = (state: State.State) =>
      Map.groupBy(State.duties(roster(state)), (one) => `${one.slot.station} ${one.slot.date < "2026-03-16"}`)
    const found = stationsOn(after(begun(plan)))
    expect(found.get("closing true")).toHaveLength(10)
    expect(found.has("closing false")).toBe(false)
    expect(found.get("a false")).toHaveLength(19)
    const five = fortnight({ cycle: six, members: members(names("m", 5)), shifts: [shift(["a", "closing"])] })
    const amended = after([...begun(plan), ...goesOn(five)])
    expect(State.dutiesOf(roster(amended), unit("m5")).length).toBeGreaterThan(0)
    expect(stationsOn(amended).get("closing true")).toHaveLength(10)
    expect(stationsOn(amended).has("closing false")).toBe(false)
    const other = shift(["none"], { shift: "late" })
    expect(decide(amended, to("AmendRoster", "2026-03-18", { plan: { ...five, shifts: [other] } }))).toMatchObject({
      code: "stations/RosterPartUnknown",
      sort: "station",
      id: "none"
    })
  })

  it("P-19 whoever leaves is on duty no more, stays in the plan with what it did, and is excused by the plan", () => {
    const crew = ["m1", "m2", "m3", "leaving"]
    const plan = fortnight({ cycle: six, members: members(crew) })
    const before = after(begun(plan))
    const mine = (state: State.State) => State.dutiesOf(roster(state), unit("leaving"))
    expect(mine(before).length).toBeGreaterThan(0)
    expect(mine(before).every(({ slot: { date } }) => date < "2026-03-16")).toBe(true)
    const excused = {
      leaving: { excused: [{ from: "2026-03-16" }] },
      m5: { excused: [{ from: "2026-03-02", to: "2026-03-17" }] }
    }
    const state = after(goesOn(fortnight({ cycle: six, members: members([...crew, "m5"], excused) })), before)
    expect(mine(state).filter(({ slot: { date } }) => date >= "2026-03-16")).toEqual([])
    const lines = new Map(Fairness.report(roster(state)).map((line) => [String(line.unit), line]))
    expect([...lines.values()].reduce((sum, { beyondShare }) => sum + beyondShare, 0)).toBeCloseTo(0, 1)
    for (const id of ["m1", "m2", "m3"]) {
      expect(Math.abs((lines.get(id)?.beyondShare ?? 9) - (lines.get("m1")?.beyondShare ?? 0))).toBeLessThanOrEqual(1)
    }
    expect(lines.get("m5")?.assigned).toBeLessThan(lines.get("m1")?.assigned ?? 0)
    const vacant = State.duties(roster(state)).find(({ slot: { date } }) => date > "2026-03-20")?.slot.slot ?? ""
    const by = { manager: "street" }
    expect(decide(state, to("SubstituteDuty", "2026-03-18", { slot: vacant, to: "leaving", by }))).toMatchObject({
      code: "stations/RosterPartUnknown",
      sort: "unit",
      id: "leaving"
    })
  })

  it("R3-15 rest and weeks reach over the ends of a cycle into the rosters before and after", () => {
    const everyDay = (unitIds: ReadonlyArray<string>, more: object) =>
      fortnight({ members: members(unitIds), shifts: [shift(["a"], { days: { on: {} } })], ...more })
    const next = (plan: object): ReadonlyArray<Encoded> => [
      { ...drafted(plan), roster: "q" },
      { ...to("GenerateRoster", "2026-02-21", { generation: 1 }), roster: "q" }
    ]
    const line = (state: State.State) =>
      ["r", "q"].flatMap((id) => State.duties(roster(state, id)).map((one) => ({ ...one.slot, unit: one.unit })))
    const later = { from: "2026-03-16", to: "2026-03-30" }
    for (const order of [names("m", 4), names("m", 4).toReversed(), ["m2", "m1", "m4", "m3"]]) {
      const rest = { restDays: 2 }
      const rested = after([
        ...begun(everyDay(names("m", 4), rest)),
        ...next(everyDay(order, { ...rest, cycle: later }))
      ])
      const days = line(rested)
      expect(days).toHaveLength(28)
      for (const [n, one] of days.entries()) {
        expect(days.slice(n + 1, n + 3).map((two) => two.unit)).not.toContain(one.unit)
      }
    }
    const midweek = { from: "2026-03-12", to: "2026-03-26" }
    const weekly = after([
      ...begun(everyDay(names("m", 7), { maxPerWeek: 1, cycle: { from: "2026-03-02", to: "2026-03-12" } })),
      ...next(everyDay(names("m", 7).toReversed(), { maxPerWeek: 1, cycle: midweek }))
    ])
    const inWeek = line(weekly).filter(({ date }) => date >= "2026-03-09" && date < "2026-03-16")
    expect(inWeek).toHaveLength(7)
    expect(new Set(inWeek.map((one) => one.unit)).size).toBe(7)
    const [taken, given] = [inWeek[0], inWeek[6]]
    const swap = { slot: given?.slot, to: taken?.unit, by: { manager: "street" } }
    expect(decide(weekly, { ...to("SubstituteDuty", "2026-02-25", swap), roster: "q" } as Encoded)).toMatchObject({
      code: "stations/DutyLimitReached",
      limit: "maxPerWeek"
    })
  })
})

describe("changing hands", () => {
  it("R3-16 two members change places, said by both or by a manager for them", () => {
    const theirs = of(live, spare, "2026-03-03")
    const swap = (by: object) => to("SwapDuty", "2026-02-25", { slot: first, other: theirs, by })
    for (const by of [{ members: [a, spare] }, { members: [spare, a] }, manager]) {
      const swapped = after([swap(by)], live)
      expect([holder(swapped, first), holder(swapped, theirs)]).toEqual([spare, a])
      expect(decide(swapped, swap(by))).toEqual([])
    }
    const notAgreed = { code: "stations/SwapNotAgreed", members: [a, spare] }
    for (const members of [[a], [spare], [a, other]]) expect(decide(live, swap({ members }))).toMatchObject(notAgreed)
    expect(decide(live, swap({ manager: "nobody" }))).toMatchObject({
      code: "stations/RosterPartUnknown",
      sort: "unit"
    })
  })

  it("R3-16 a swap that double-books is refused with the slot it would meet", () => {
    // Both are on duty on Wednesday too, beside each other: with the other's slot each would be at both stations.
    const wednesday = of(live, b, "2026-03-04")
    const swap = to("SwapDuty", "2026-02-25", { slot: first, other: wednesday, by: { members: [a, b] } })
    expect(decide(live, swap)).toMatchObject({
      code: "stations/DutyDoubleBooked",
      unit: a,
      slot: wednesday,
      other: of(live, a, "2026-03-04")
    })
    const take = to("SubstituteDuty", "2026-02-25", { slot: first, to: b, by: { members: [a, b] } })
    expect(decide(live, take)).toMatchObject({ code: "stations/DutyDoubleBooked", unit: b, slot: first, other: beside })
    const whole = decide(live, to("SwapDuty", "2026-02-25", { slot: first, other: beside, by: { members: [a, b] } }))
    expect(whole).toMatchObject([{ _tag: "DutySwapped" }])
  })

  it("R3-16 a swap onto a day on which somebody cannot is refused with the reason", () => {
    const special = { [spare]: { unavailable: [{ from: "2026-03-02", to: "2026-03-03" }] } }
    const amended = after(
      [to("AmendRoster", "2026-02-24", { plan: fortnight({ members: members(names("m", 4), special) }) })],
      live
    )
    const theirs = of(live, spare, "2026-03-03")
    const by = { members: [a, spare] }
    expect(decide(amended, to("SwapDuty", "2026-02-25", { slot: first, other: theirs, by }))).toMatchObject({
      code: "stations/MemberUnavailable",
      unit: spare,
      on: "2026-03-02",
      reason: "unavailable"
    })
  })

  it("R3-16 limits hold for swaps and substitutes; a manager may override them with a reason, but nobody is in two places", () => {
    const strict = published(fortnight({ members: members(names("m", 6)), maxPerWeek: 2, restDays: 0 }))
    const full = names("m", 6).find(
      (id) => State.dutiesOf(roster(strict), unit(id)).filter((one) => one.slot.date < "2026-03-09").length === 2
    )
    const free = State.duties(roster(strict)).find(
      ({ slot: { date } }) => date < "2026-03-09" && of(strict, full ?? "", date) === ""
    )
    const id = free?.slot.slot ?? ""
    const take = to("SubstituteDuty", "2026-02-25", { slot: id, to: full, by: manager })
    expect(decide(strict, take)).toMatchObject({ code: "stations/DutyLimitReached", limit: "maxPerWeek", value: 2 })
    const override = to("OverrideDuty", "2026-02-25", { slot: id, to: full, ...manager })
    expect(holder(after([override], strict), id)).toBe(full)
    expect(decide(live, to("OverrideDuty", "2026-02-25", { slot: first, to: b, ...manager }))).toMatchObject({
      code: "stations/DutyDoubleBooked"
    })
    expect(decide(live, to("OverrideDuty", "2026-02-25", { slot: first, to: a, ...manager }))).toMatchObject({
      code: "stations/AlreadyOnDuty"
    })
  })

  it("R3-16 a member rests between turns, also after a swap", () => {
    const resting = published(fortnight({ members: members(names("m", 8)), restDays: 1 }))
    const eve = names("m", 8).find((id) => of(resting, id, "2026-03-03") !== "") ?? ""
    const by = { members: [holder(resting, first), eve] }
    expect(decide(resting, to("SubstituteDuty", "2026-02-25", { slot: first, to: eve, by }))).toMatchObject({
      code: "stations/DutyLimitReached",
      limit: "restDays"
    })
  })

  it("R3-16 a substitute takes a slot, and an empty one by itself", () => {
    const by = { members: [a, spare] }
    expect(holder(after([to("SubstituteDuty", "2026-02-25", { slot: first, to: spare, by })], live), first)).toBe(spare)
    const strangers = to("SubstituteDuty", "2026-02-25", { slot: first, to: "stranger", by: manager })
    expect(decide(live, strangers)).toMatchObject({ code: "stations/RosterMemberUnknown", unit: "stranger" })
    const gappy = published(
      fortnight({ members: members(names("m", 2)), shifts: [shift(["a", "b", "c"])], maxPerWeek: 4 })
    )
    const gap = State.duties(roster(gappy)).find((one) => one.unit === undefined && one.slot.date === "2026-03-06")
    const empty = gap?.slot.slot ?? ""
    expect(decide(gappy, to("SwapDuty", "2026-02-25", { slot: empty, other: first, by: manager }))).toMatchObject({
      code: "stations/SlotEmpty"
    })
    const helper = after(
      [
        to("AmendRoster", "2026-02-25", {
          plan: fortnight({ members: members(names("m", 3)), shifts: [shift(["a", "b", "c"])], maxPerWeek: 4 })
        }),
        to("SubstituteDuty", "2026-02-26", { slot: empty, to: "m3", by: { members: ["m3"] } })
      ],
      gappy
    )
    expect(holder(helper, empty)).toBe("m3")
    // Generating fills the other gaps, and leaves what was given by hand.
    const filled = after([to("GenerateRoster", "2026-02-27", { generation: 2 })], helper)
    expect(holder(filled, empty)).toBe("m3")
    expect(State.dutiesOf(roster(filled), unit("m3")).length).toBeGreaterThan(1)
  })

  it("R3-16 a swap survives a generation, also of a draft", () => {
    const draft = after([drafted(), to("GenerateRoster", "2026-02-21", { generation: 1 })])
    const theirs = of(draft, spare, "2026-03-03")
    const state = after(
      [
        to("SwapDuty", "2026-02-22", { slot: first, other: theirs, by: manager }),
        to("GenerateRoster", "2026-02-23", { generation: 2 })
      ],
      draft
    )
    expect([holder(state, first), holder(state, theirs)]).toEqual([spare, a])
  })

  it("P-19 a slot that is taken back is nobody's, and stays so", () => {
    const cancel = to("CancelDuty", "2026-02-25", { slot: first, ...manager })
    const state = after([cancel, to("GenerateRoster", "2026-02-26", { generation: 2 })], live)
    expect(duty(state, first)).toMatchObject({ unit: undefined, standing: "cancelled" })
    const take = to("SubstituteDuty", "2026-02-27", { slot: first, to: a, by: manager })
    expect(decide(state, take)).toMatchObject({ code: "stations/DutySettled", standing: "cancelled" })
    expect(
      decide(live, to("CancelDuty", "2026-02-25", { slot: first, ...manager, reason: "致电 13800005678" }))
    ).toMatchObject({ code: "stations/RosterTextPersonal" })
  })

  it("invariant 8: nobody is in two rosters at once, whether generated or swapped", () => {
    const second = (input: Encoded): Encoded => ({ ...input, roster: "s" }) as Encoded
    const plan = fortnight({ shifts: [shift(["c", "d"])] })
    const both = after(
      [second(drafted(plan, "2026-02-24")), second(to("GenerateRoster", "2026-02-24", { generation: 1 }))],
      live
    )
    for (const id of names("m", 4)) {
      const mine = State.dutiesOf(roster(both), unit(id)).map((one) => one.slot.date)
      const theirs = State.dutiesOf(roster(both, "s"), unit(id)).map((one) => one.slot.date)
      expect(mine.filter((date) => theirs.includes(date))).toEqual([])
    }
    const free = State.dutiesOf(roster(both, "s"), unit(spare)).find((one) => one.slot.date === "2026-03-02")
    expect(free).toBeDefined()
    const take = to("SubstituteDuty", "2026-02-25", { slot: first, to: spare, by: manager })
    expect(decide(both, take)).toMatchObject({ code: "stations/DutyDoubleBooked", other: free?.slot.slot })
  })
})

describe("on the day", () => {
  it("P-19 a member checks in to its own duty, from an hour before until it ends", () => {
    const checkIn = (moment: string, id = a, at = first) => atTime("CheckInDuty", moment, { slot: at, unit: id })
    expect(decide(live, checkIn("2026-03-02T07:59"))).toMatchObject({
      code: "stations/DutyUntimely",
      from: "2026-03-02T08:00",
      to: "2026-03-02T17:00"
    })
    expect(decide(live, checkIn("2026-03-02T17:00"))).toMatchObject({ code: "stations/DutyUntimely" })
    expect(decide(live, checkIn("2026-03-02T08:00"))).toMatchObject([{ _tag: "DutyStarted" }])
    expect(decide(live, checkIn("2026-03-02T16:59"))).toMatchObject([{ _tag: "DutyStarted" }])
    expect(decide(live, checkIn("2026-03-02T09:00", b))).toMatchObject({ code: "stations/NotOnDuty", holder: a })
    expect(decide(live, checkIn("2026-03-02T09:00", a, "2026-03-02/day/z/1"))).toMatchObject({ sort: "slot" })
    const started = after([checkIn("2026-03-02T08:30")], live)
    expect(duty(started, first).standing).toBe("started")
    expect(decide(started, checkIn("2026-03-02T08:30"))).toEqual([])
    expect(decide(started, checkIn("2026-03-02T08:40"))).toMatchObject({ code: "stations/DutySettled" })
    expect(decide(started, to("SubstituteDuty", "2026-03-02", { slot: first, to: spare, by: manager }))).toMatchObject({
      code: "stations/DutySettled",
      standing: "started"
    })
  })

  it("P-19 a duty is missed once it is over; who came in time came, though it is told later", () => {
    const miss = (moment: string) => atTime("MissDuty", moment, { slot: first })
    expect(decide(live, miss("2026-03-02T16:59"))).toMatchObject({ code: "stations/DutyUntimely", action: "miss" })
    const missed = after([miss("2026-03-02T17:00")], live)
    expect(duty(missed, first)).toMatchObject({ unit: a, standing: "missed" })
    const late = (moment: string) => atTime("CheckInDuty", moment, { slot: first, unit: a })
    expect(decide(missed, late("2026-03-02T17:00"))).toMatchObject({ code: "stations/DutyUntimely", action: "checkIn" })
    const came = after([late("2026-03-02T16:00")], missed)
    expect(duty(came, first)).toMatchObject({ unit: a, standing: "started", checkedIn: 1772438400000 })
    expect(decide(came, miss("2026-03-02T17:00"))).toEqual([])
    expect(decide(came, miss("2026-03-02T17:01"))).toMatchObject({ code: "stations/DutySettled", standing: "started" })
    const by = { members: [a, spare] }
    const given = decide(missed, to("SubstituteDuty", "2026-03-02", { slot: first, to: spare, by }))
    expect(given).toMatchObject({ code: "stations/DutySettled", standing: "missed" })
    if (!("code" in given)) throw new Error("what was missed does not change hands")
    expect(given.text.zh).toBe(`值班岗次“${first}”已记为缺岗，不能再变更；请核对岗次，或另选尚未值班的岗次。`)
    expect(given.text.en).toBe(
      `The slot "${first}" was missed and stays so; check the slot, or choose one that is still to come.`
    )
    const draft = after([drafted(), to("GenerateRoster", "2026-02-21", { generation: 1 })])
    expect(decide(draft, miss("2026-03-02T17:00"))).toMatchObject({ code: "stations/DutyNotPublished" })
  })

  it("P-19 what is over does not change hands", () => {
    const by = { members: [a, spare] }
    expect(decide(live, to("SubstituteDuty", "2026-03-03", { slot: first, to: spare, by }))).toMatchObject({
      code: "stations/DutySettled",
      standing: "past"
    })
  })
})

describe("what is recorded", () => {
  it("P-19 events read back from JSON give the same state", () => {
    const inputs = [
      drafted(
        fortnight({
          members: members(names("m", 4), { m1: { unavailable: [{ from: "2026-03-04", to: "2026-03-05" }] } })
        })
      ),
      to("GenerateRoster", "2026-02-21", { generation: 1 }),
      to("PublishRoster", "2026-02-23", { generation: 1 }),
      to("CancelDuty", "2026-02-24", { slot: later, ...manager }),
      atTime("MissDuty", "2026-03-02T18:00", { slot: first })
    ].map(command)
    const { events, failures, state } = Decider.run(Rosters.decider, State.initial, inputs, facts)
    expect(failures).toEqual([])
    const told = events.map((event) =>
      Schema.decodeUnknownSync(Event.Event)(JSON.parse(JSON.stringify(Schema.encodeSync(Event.Event)(event))))
    )
    expect(Decider.fold(Rosters.decider, told)).toEqual(state)
    expect(Event.schemaVersion).toBe(1)
  })

  it("P-19 slots and their dates are checked when they come in", () => {
    const bad = ["2026-02-30/day/a/1", "2026-03-02/day/a", "2026-03-02/day/a/0", "x/day/a/1"]
    for (const id of bad) expect(() => slot(id)).toThrow()
    expect(CivilDate.is(slot(first).slice(0, 10))).toBe(true)
  })
})
