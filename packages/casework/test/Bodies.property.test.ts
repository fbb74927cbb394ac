import { CivilDate, Decider, Period } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Bodies from "../src/Bodies.ts"
import type * as Command from "../src/BodyCommand.ts"
import type { Event } from "../src/BodyEvent.ts"
import type { BodyKind } from "../src/BodyKind.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as BodyReview from "../src/BodyReview.ts"
import * as State from "../src/BodyState.ts"
import { command, day, type Encoded, facts, found, seatAll, to } from "./bodyScene.ts"

const days = Array.from({ length: 150 }, (_, n) => CivilDate.addDays(day("2024-01-01"), n))
const of = <const A extends string>(...values: ReadonlyArray<A>) => fc.constantFrom(...values)
const meeting = of("m1", "m2", "m3")
const item = of("i1", "i2", "i3")
const task = of("t1", "t2", "t3", "t4")
const milestones = ["s1", "s2"].map((id) => ({ milestone: id, names: { zh: "节点" }, by: "2024-02-15" }))

// What people may try at the body, sensible or not, day after day.
const single = (kind: BodyKind): fc.Arbitrary<(date: string) => Encoded> => {
  const parties = kind.seats.map(({ party }) => party)
  const unit = fc.constantFrom<string>(...parties, "a", "c", "committee")
  const party = fc.constantFrom(...parties)
  const make = (_tag: string, fields: Record<string, fc.Arbitrary<unknown>>, weight = 1) => ({
    weight,
    arbitrary: fc.record(fields).map((made) => (date: string) => to(_tag, date, made))
  })
  const names = fc.constant({ zh: "办理" })
  return fc.oneof(
    make("SeatMember", { unit, party }, 2),
    make("UnseatMember", { unit }),
    make("ElectChair", { unit, person: fc.constant("p"), until: fc.constant("2024-12-31") }, 2),
    make("EndTerm", {}),
    { weight: 3, arbitrary: meeting.map((id) => (date: string) => to("ScheduleMeeting", date, { meeting: id, date })) },
    {
      weight: 2,
      arbitrary: fc.tuple(meeting, unit).map(
        ([id, by]) =>
          (date: string) =>
            to("CallMeeting", date, { meeting: id, date, by, matter: "急事" })
      )
    },
    make("RecordAttendance", { meeting, units: fc.uniqueArray(party, { minLength: 1 }) }, 6),
    make("PutOnAgenda", { meeting, item, subject: fc.constantFrom({ case: "c1" }, { title: "事" }) }, 6),
    make("CarryItemOver", { meeting, item }, 2),
    make("MakeProposal", { item, proposal: of("p1", "p2"), by: unit, text: of("议"), contributions: fc.constant([]) }),
    make("DecideItem", { meeting, item, outcome: of("agreed", "agreed", "agreed", "rejected", "deferred") }, 12),
    make("AdjournMeeting", { meeting }),
    make("DispatchItem", { item, task, names, by: unit, to: unit }, 12),
    make("DispatchItem", { item, task, names, by: unit }, 8),
    make("ClaimTask", { task, by: unit }, 8),
    make("AcceptTask", { task, by: unit }, 12),
    make("ReportTask", { task, by: unit, text: of("进展") }, 2),
    make("ReturnTask", { task, by: unit, reason: of("退回") }, 3),
    make("FulfilTask", { task, by: unit }, 16),
    make("FollowUpItem", { item, satisfied: fc.boolean() }, 4),
    make("CloseItem", { item }, 8),
    make("ObserveResult", { item, recurrences: fc.nat(3) }, 2),
    make("PublishWorkList", {
      year: fc.constantFrom(2024, 2025),
      tasks: fc.constant([{ task: "t4", names: { zh: "办" }, milestones }])
    }),
    make("ReachMilestone", { task: fc.constant("t4"), milestone: of("s1", "s2"), by: unit }, 6)
  )
}

// The way most matters go, with steps left out now and then.
const way = (kind: BodyKind): fc.Arbitrary<(date: string) => ReadonlyArray<Encoded>> =>
  fc
    .record({
      meeting,
      item,
      task,
      lead: fc.constantFrom(...kind.seats.map(({ party }) => party)),
      satisfied: fc.boolean(),
      length: fc.nat(12),
      omitted: fc.nat(24)
    })
    .map((made) => (date) => {
      const { lead, satisfied, length, omitted, ...ids } = made
      const by = kind.dispatch.by === "named" ? "committee" : kind.dispatch.parties[0]
      const on = (tag: string, more: object = {}) => to(tag, date, { ...ids, ...more })
      return [
        on("ScheduleMeeting", { date }),
        on("RecordAttendance", { units: kind.seats.map(({ party }) => party) }),
        on("PutOnAgenda", { subject: { case: "c1" } }),
        on("DecideItem", { outcome: "agreed" }),
        on("DispatchItem", { names: { zh: "办理" }, by, to: lead }),
        on("AcceptTask", { by: lead }),
        on("ReportTask", { by: lead, text: "进展" }),
        on("FulfilTask", { by: lead }),
        on("FollowUpItem", { satisfied }),
        on("CloseItem"),
        on("ObserveResult", { recurrences: 1 }),
        on("FollowUpItem", { satisfied })
      ].filter((_, n) => n <= length && n !== omitted)
    })

const attempt = (kind: BodyKind): fc.Arbitrary<(date: string) => ReadonlyArray<Encoded>> =>
  fc.oneof(
    { weight: 8, arbitrary: single(kind).map((make) => (date: string) => [make(date)]) },
    { weight: 1, arbitrary: way(kind) }
  )

interface Told {
  readonly kind: BodyKind
  readonly accepted: ReadonlyArray<Command.Command>
  readonly events: ReadonlyArray<Event>
  readonly state: State.State
  readonly body: State.Body
}

const tell = (kind: BodyKind, inputs: ReadonlyArray<Encoded>): Told => {
  const accepted: Array<Command.Command> = []
  const events: Array<Event> = []
  let state = State.initial
  for (const one of inputs.map(command)) {
    const stepped = Decider.step(Bodies.decider, state, one, facts)
    if (Result.isFailure(stepped)) continue
    accepted.push(one)
    events.push(...stepped.success.events)
    state = stepped.success.state
  }
  const [body] = State.bodies(state)
  if (body === undefined) throw new Error("the body is founded first")
  return { kind, accepted, events, state, body }
}

/** The commands that were accepted, in order, several a day. */
const told = fc
  .constantFrom(...BodyPresets.all)
  .chain((kind) =>
    fc
      .array(attempt(kind), { minLength: 50, maxLength: 200 })
      .map((attempts) =>
        tell(kind, [
          found(kind),
          ...seatAll(kind),
          to("SeatMember", "2024-01-01", { unit: "a", party: kind.seats[0].party }),
          ...attempts.flatMap((make, n) => make(days[Math.floor(n / 2)] ?? ""))
        ])
      )
  )

const check = (property: (one: Told) => void, numRuns = 100, seed?: number): void => {
  fc.assert(
    fc.property(told, (one) => {
      property(one)
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) }
  )
}

describe("whatever is tried at any kind of body", () => {
  it("telling the whole history again in its order changes nothing", () => {
    check(({ accepted, state }) => {
      const again = Decider.run(Bodies.decider, state, accepted, facts)
      expect(again.failures.map(({ failure }) => failure.text.en)).toEqual([])
      expect(again.events).toEqual([])
    })
  })

  it("the facts alone lead to the same state", () => {
    check(({ events, state }) => {
      expect(Equal.equals(Decider.fold(Bodies.decider, events), state)).toBe(true)
    }, 50)
  })

  it("D-06 only whoever may hand out does, and what is fulfilled was decided, handed out and accepted before, by its lead", () => {
    check(({ kind, events }) => {
      let state = State.initial
      for (const [at, event] of events.entries()) {
        const before = events.slice(0, at)
        // As it was known then: a member may lose its seat later on the same day.
        const [then] = State.bodies(state)
        state = Bodies.decider.evolve(state, event)
        if (event._tag === "ItemDispatched") {
          const party = then && State.party(then, event.by, event.on)
          const may =
            kind.dispatch.by === "named"
              ? event.by === "committee"
              : party !== undefined && kind.dispatch.parties.includes(party)
          expect(may).toBe(true)
          expect(
            before.some((one) => one._tag === "ItemDecided" && one.item === event.item && one.outcome === "agreed")
          ).toBe(true)
        }
        if (event._tag !== "TaskFulfilled") continue
        const taken = before.filter(
          (one) => (one._tag === "TaskAccepted" || one._tag === "TaskClaimed") && one.task === event.task
        )
        expect(taken.at(-1)).toMatchObject({ by: event.by })
        const isOffered = before.some(
          (one) =>
            (one._tag === "ItemDispatched" && one.task === event.task) ||
            (one._tag === "WorkListPublished" && one.tasks.some((listed) => listed.task === event.task))
        )
        expect(isOffered).toBe(true)
      }
    })
  })

  it("W-19 a task has one lead at a time, and another one only after it was given back", () => {
    check(({ events }) => {
      const leads = new Map<string, string>()
      for (const event of events) {
        if (event._tag === "TaskReturned") {
          expect(leads.get(event.task)).toBe(event.by)
          leads.delete(event.task)
        }
        const lead = event._tag === "ItemDispatched" ? event.to : event._tag === "TaskClaimed" ? event.by : undefined
        if (lead === undefined || !("task" in event)) continue
        expect(leads.get(event.task)).toBeUndefined()
        leads.set(event.task, lead)
      }
    })
  })

  it("R5-15 what is told of a promise agrees with counting the facts, milestone by milestone", () => {
    check(({ events, body }) => {
      const on = day("2024-02-20")
      for (const { task: id, lead, standing, reached, next, late } of BodyReview.promises(body, 2024, on) ?? []) {
        const of = events.filter((one) => "task" in one && one.task === id)
        const steps = of.flatMap((one) => (one._tag === "MilestoneReached" ? [one.milestone] : []))
        expect(new Set(steps).size).toBe(steps.length)
        expect(reached).toMatchObject({ numerator: steps.length, denominator: milestones.length })
        const isDone = of.some(({ _tag }) => _tag === "TaskFulfilled")
        expect(standing === "fulfilled").toBe(isDone)
        const open = isDone ? [] : milestones.filter(({ milestone }) => !steps.some((one) => one === milestone))
        expect(next?.milestone).toBe(open[0]?.milestone)
        expect(late.map(({ milestone }) => milestone)).toEqual(open.map(({ milestone }) => milestone))
        const taken = of.findLast(({ _tag }) => _tag === "TaskClaimed" || _tag === "TaskReturned")
        expect(lead).toBe(taken?._tag === "TaskClaimed" ? taken.by : undefined)
        let holder: string | undefined
        for (const one of of) {
          if (one._tag === "TaskClaimed") holder = one.by
          if (one._tag === "MilestoneReached") expect(one.by).toBe(holder)
        }
      }
    })
  })

  it("W-17 whoever chairs sits in the body, on every day", () => {
    check(({ body }) => {
      for (const date of days) {
        const chair = State.chair(body, date)
        if (chair !== undefined) expect(State.party(body, chair.unit, date)).toBeDefined()
      }
    }, 50)
  })

  it("D-06 every decision was taken by enough members, whatever was told afterwards", () => {
    check(({ body }) => {
      for (const { decisions } of HashMap.values(body.items)) {
        for (const { meeting: id } of decisions) {
          const at = State.meeting(body, id)
          if (at === undefined) throw new Error("there is a meeting")
          expect(State.quorum(body, at).reached).toBe(true)
          // Counted by hand: more than half of those who sat on the day.
          const sat = State.members(body, at.date).length
          expect(at.present.length * 2).toBeGreaterThan(sat)
        }
      }
    })
  })

  it("D-06 W-17 seats told of late, on any day, change neither a quorum that was counted nor leave a chair without a seat", () => {
    const units = ["a", "b", "c", "d"] as const
    const change = fc.record({
      tag: of("SeatMember", "UnseatMember", "UnseatMember", "ElectChair"),
      unit: of(...units),
      date: fc.constantFrom(...days)
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const base = [
          found(BodyPresets.buildingCouncil),
          ...units.slice(0, 3).map((unit) => to("SeatMember", "2024-01-01", { unit, party: "memberUnit" })),
          to("ElectChair", "2024-01-02", { unit: "a", person: "p", until: "2024-04-01" }),
          to("ScheduleMeeting", "2024-01-01", { meeting: "m1", date: "2024-02-10" }),
          to("RecordAttendance", "2024-02-10", { meeting: "m1", units: ["a", "b"] })
        ]
        const late = changes.map(({ tag, unit, date }) =>
          to(tag, date, {
            unit,
            ...(tag === "SeatMember" ? { party: "memberUnit" } : {}),
            ...(tag === "ElectChair" ? { person: "p", until: "2024-12-31" } : {})
          })
        )
        const { body } = tell(BodyPresets.buildingCouncil, [...base, ...late])
        const [meeting] = BodyReview.held(body, Period.ofYear(2024))
        if (meeting === undefined) throw new Error("the meeting was held")
        expect(State.quorum(body, meeting)).toEqual({ present: 2, members: 3, needed: 2, reached: true })
        for (const date of days) {
          const chair = State.chair(body, date)
          if (chair !== undefined) expect(State.party(body, chair.unit, date)).toBe("memberUnit")
        }
      }),
      { numRuns: 300 }
    )
  })

  it("F-09 P-27 what is closed has nothing left to do, and in a chamber a follow-up that found it good", () => {
    check(({ kind, body }) => {
      for (const one of HashMap.values(body.items)) {
        const dates = [one.raised, ...one.decisions.map(({ on }) => on), ...one.closings]
        expect(dates).toEqual(dates.toSorted())
        if (one.standing !== "closed") continue
        expect(State.tasksOf(body, one).filter(({ fulfilled }) => fulfilled === undefined)).toEqual([])
        expect(one.tasks.length).toBeGreaterThan(0)
        if (kind.followUp) expect(one.followUps.at(-1)?.satisfied).toBe(true)
      }
    })
  })

  it("P-27 D-06 W-21 counts agree with counting day by day and event by event", () => {
    check(({ kind, events, body }) => {
      const period = Period.ofYear(2024)
      const closed = new Set<string>()
      for (const event of events) {
        if (event._tag === "ItemClosed") closed.add(event.item)
        if (event._tag === "ItemFollowedUp" && !event.satisfied) closed.delete(event.item)
      }
      expect(BodyReview.solved(body, period).map((one) => one.item)).toEqual([...closed].toSorted())
      const finished = new Set(events.flatMap((one) => (one._tag === "TaskFulfilled" ? [one.task] : [])))
      const out = events
        .flatMap((one) =>
          one._tag === "ItemDispatched"
            ? [one.task]
            : one._tag === "WorkListPublished"
              ? one.tasks.map((listed) => listed.task)
              : []
        )
        .filter((one) => !finished.has(one))
      expect(BodyReview.openTasks(body).map((one) => one.task)).toEqual(out.toSorted())
      for (const { unit, attended } of BodyReview.participation(body, period)) {
        const came = events.filter((one) => one._tag === "AttendanceRecorded" && one.units.includes(unit))
        expect(attended.numerator).toBe(
          new Set(came.map((one) => (one._tag === "AttendanceRecorded" ? one.meeting : ""))).size
        )
      }
      const date = days[60] ?? day("2024-03-01")
      for (const { party, min } of kind.seats) {
        let seated = 0
        for (const one of new Set(events.flatMap((event) => (event._tag === "MemberSeated" ? [event.unit] : [])))) {
          const last = events.findLast(
            (event) =>
              (event._tag === "MemberSeated" || event._tag === "MemberUnseated") &&
              event.unit === one &&
              event.on <= date
          )
          if (last?._tag === "MemberSeated" && last.party === party) seated += 1
        }
        const missing = BodyReview.missingSeats(body, date).find((one) => one.party === party)
        expect(missing?.seated).toBe(seated < min ? seated : undefined)
      }
    })
  })

  it("D-06 months without a regular meeting are those in which no day had one", () => {
    const dates = fc.array(fc.tuple(fc.constantFrom(...days), fc.boolean(), fc.boolean()), { maxLength: 6 })
    fc.assert(
      fc.property(dates, fc.constantFrom(...days), (planned, asOf) => {
        const { body } = tell(BodyPresets.jointMeeting, [
          found(BodyPresets.jointMeeting),
          ...seatAll(BodyPresets.jointMeeting),
          ...planned.flatMap(([date, isRegular, isHeld], n) => [
            isRegular
              ? to("ScheduleMeeting", "2024-01-01", { meeting: `m${n}`, date })
              : to("CallMeeting", "2024-01-01", { meeting: `m${n}`, date, by: "tenant", matter: "急事" }),
            ...(isHeld ? [to("RecordAttendance", date, { meeting: `m${n}`, units: ["tenant"] })] : [])
          ])
        ])
        const expected = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"].filter(
          (month) =>
            month < asOf.slice(0, 7) &&
            !planned.some(([date, isRegular, isHeld]) => isRegular && isHeld && date.startsWith(month))
        )
        expect(BodyReview.monthsWithout(body, asOf)).toEqual(expected.map((month) => `${month}-01`))
      }),
      { numRuns: 100 }
    )
  })
})

describe("what is tried here", () => {
  it("gets everywhere: matters are closed, taken up again and watched, tasks claimed, meetings adjourned", () => {
    const seen = new Set<string>()
    check(
      ({ events }) => {
        for (const { _tag } of events) seen.add(_tag)
      },
      100,
      20240101
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "ItemClosed",
        "ItemFollowedUp",
        "ResultObserved",
        "TaskClaimed",
        "TaskReported",
        "MilestoneReached",
        "TaskReturned",
        "ItemCarriedOver",
        "MeetingAdjourned",
        "ChairElected",
        "TermEnded",
        "MemberUnseated"
      ])
    )
  })
})
