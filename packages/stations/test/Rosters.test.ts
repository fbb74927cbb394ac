import { CivilDate, Decider } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
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
      from: "2026-03-02T00:00:00.000Z",
      to: "2026-03-02T09:00:00.000Z"
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

  it("P-19 a duty is missed once it is over, and then nobody checks in to it", () => {
    const miss = (moment: string) => atTime("MissDuty", moment, { slot: first })
    expect(decide(live, miss("2026-03-02T16:59"))).toMatchObject({ code: "stations/DutyUntimely", action: "miss" })
    const missed = after([miss("2026-03-02T17:00")], live)
    expect(duty(missed, first)).toMatchObject({ unit: a, standing: "missed" })
    expect(decide(missed, atTime("CheckInDuty", "2026-03-02T16:00", { slot: first, unit: a }))).toMatchObject({
      code: "stations/DutySettled",
      standing: "missed"
    })
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
