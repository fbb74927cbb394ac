import * as fc from "fast-check"
import { moment } from "./caseRows.ts"
import { cell, id, named } from "./listWords.ts"
import { from, given, list, maybe, text, to, unit, type Written } from "./rows.ts"
import { days, time } from "./stationRows.ts"

const station = id("st")
const roster = id("ro")
const absences = fc.constantFrom(
  {
    cell: "2024-02-01..2024-03-01;2024/5/1",
    data: [
      { from: "2024-02-01", to: "2024-03-01" },
      { from: "2024-05-01", to: "2024-05-02" }
    ]
  },
  { cell: "2024-09-01..", data: [{ from: "2024-09-01" }] }
)
const turns = fc.constantFrom({ cell: "1", data: 100 }, { cell: "-0.5", data: -50 }, { cell: "+2.25", data: 225 })
const listed = fc.constantFrom({ cell: "2024-05-02;2024-05-01", data: ["2024-05-01", "2024-05-02"] })
const stations = fc.uniqueArray(station, { minLength: 1, maxLength: 3 })

const shift = fc.record({
  name: text,
  nameEn: maybe(text),
  stations,
  time,
  days: maybe(days),
  also: listed,
  except: maybe(listed),
  needed: maybe(fc.integer({ min: 1, max: 9 })),
  only: maybe(fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }))
})
const member = fc.record({
  plans: fc.constantFrom("", "1;2", "2"),
  share: maybe(fc.integer({ min: 1, max: 1000 })),
  carried: maybe(turns),
  excused: maybe(absences),
  unavailable: maybe(absences),
  weekdays: maybe(fc.constantFrom({ cell: "周三、五", data: [3, 5] }, { cell: "1-2", data: [1, 2] }))
})
const rhythm = fc.constantFrom(["周", "week"] as const, ["month", "month"] as const)

const drafted = fc
  .record({
    roster,
    name: text,
    nameEn: maybe(text),
    from,
    to,
    plans: fc.array(
      fc.record({
        shifts: fc.array(shift, { minLength: 1, maxLength: 2 }),
        on: from,
        maxPerWeek: maybe(fc.constant(2)),
        restDays: maybe(fc.constant(0)),
        checkIn: maybe(fc.constant(30))
      }),
      { minLength: 1, maxLength: 2 }
    ),
    first: unit,
    members: fc.uniqueArray(fc.tuple(unit, member), { selector: ([one]) => one, maxLength: 3 }),
    themes: fc.array(fc.tuple(text, maybe(text)), { maxLength: 2 }),
    rhythm: maybe(rhythm)
  })
  .map((one): ReadonlyArray<Written> => {
    const known = one.plans.length
    const others = one.members
      .filter(([of, { plans }]) => of !== one.first && (known > 1 || plans === ""))
      .map(([of, rest]) => ({ of, ...rest }))
    const dataOf = ({ of, share, carried, excused, unavailable, weekdays }: (typeof others)[number]) =>
      given({
        unit: of,
        sharePercent: share,
        carried: carried?.data,
        excused: excused?.data,
        unavailable: unavailable?.data,
        unavailableWeekdays: weekdays?.data
      })
    const every = one.themes.length === 0 ? undefined : one.rhythm
    const themes = one.themes.map(([name, nameEn], n) => ({ theme: `t-${n}`, names: named(name, nameEn) }))
    const dated = themes.map((theme, n) => ({
      ...theme,
      period: given({ from: `202${n}-01-01`, to: n === 0 ? "2021-01-01" : undefined })
    }))
    const themesData = every === undefined ? { dated } : { every: every[1], themes }
    const shiftData = (s: (typeof one.plans)[number]["shifts"][number], n: number) =>
      given({
        shift: `s-${n}`,
        names: named(s.name, s.nameEn),
        stations: s.stations,
        window: s.time.data,
        days: given({ on: s.days?.data, also: s.days === undefined ? s.also.data : undefined, except: s.except?.data }),
        needed: s.needed ?? 1,
        members: s.only
      })
    const rows = one.plans.flatMap((plan, at): ReadonlyArray<Written> => {
      const inPlan = others.filter(({ plans }) => plans === "" || plans.includes(`${at + 1}`))
      const made = given({
        cycle: { from: one.from, to: one.to },
        members: [{ unit: one.first }, ...inPlan.map(dataOf)],
        shifts: plan.shifts.map(shiftData),
        themes: themes.length === 0 ? undefined : themesData,
        maxPerWeek: plan.maxPerWeek,
        restDays: plan.restDays,
        checkInMinutes: plan.checkIn
      })
      const command =
        at === 0
          ? { _tag: "DraftRoster", roster: one.roster, names: named(one.name, one.nameEn), plan: made, on: plan.on }
          : { _tag: "AmendRoster", roster: one.roster, plan: made, on: plan.on }
      return plan.shifts.map((s, n) => ({
        file: "rosters.csv",
        cells: {
          roster: one.roster,
          plan: at === 0 ? "" : `${at + 1}`,
          name: one.name,
          nameEn: one.nameEn ?? "",
          from: one.from,
          to: one.to,
          shift: `s-${n}`,
          shiftName: s.name,
          shiftNameEn: s.nameEn ?? "",
          stations: list(s.stations),
          time: s.time.cell,
          days: s.days?.cell ?? "",
          also: s.days === undefined ? s.also.cell : "",
          except: s.except?.cell ?? "",
          needed: cell(s.needed),
          only: list(s.only),
          maxPerWeek: cell(plan.maxPerWeek),
          restDays: cell(plan.restDays),
          checkInMinutes: cell(plan.checkIn),
          themeEvery: every?.[0] ?? "",
          on: plan.on
        },
        commands: n === 0 ? [command] : []
      }))
    })
    const memberRows = [
      { roster: one.roster, unit: one.first },
      ...others.map(({ of, plans, share, carried, excused, unavailable, weekdays }) => ({
        roster: one.roster,
        plans,
        unit: of,
        share: cell(share),
        carried: carried?.cell ?? "",
        excused: excused?.cell ?? "",
        unavailable: unavailable?.cell ?? "",
        unavailableWeekdays: weekdays?.cell ?? ""
      }))
    ]
    const themeRows = one.themes.map(([name, nameEn], n) => ({
      roster: one.roster,
      theme: `t-${n}`,
      name,
      nameEn: nameEn ?? "",
      from: every === undefined ? `202${n}-01-01` : "",
      to: every === undefined && n === 0 ? "2021-01-01" : ""
    }))
    return [
      ...rows,
      ...memberRows.map((cells) => ({ file: "roster-members.csv", cells, commands: [] })),
      ...themeRows.map((cells) => ({ file: "roster-themes.csv", cells, commands: [] }))
    ]
  })

const generated = fc
  .record({
    roster,
    generation: fc.integer({ min: 1, max: 9 }),
    on: maybe(from),
    published: fc.array(fc.record({ on: from, through: maybe(to) }), { maxLength: 2 })
  })
  .filter(({ on, published }) => on !== undefined || published.length > 0)
  .map(({ roster: of, generation, on, published }): ReadonlyArray<Written> => {
    const cells = { roster: of, generation: `${generation}`, generated: on ?? "" }
    const command = on === undefined ? [] : [{ _tag: "GenerateRoster", roster: of, generation, on }]
    if (published.length === 0) return [{ file: "roster-generations.csv", cells, commands: command }]
    return published.map((one, n) => ({
      file: "roster-generations.csv",
      cells: { ...cells, published: one.on, through: one.through ?? "" },
      commands: [
        ...(n === 0 ? command : []),
        given({ _tag: "PublishRoster", roster: of, generation, through: one.through, on: one.on })
      ]
    }))
  })

const duty = fc
  .record({
    roster,
    date: from,
    station,
    seat: maybe(fc.integer({ min: 1, max: 9 })),
    other: fc.record({ date: from, shift: maybe(id("sh")), station: maybe(station), seat: maybe(fc.constant(2)) }),
    unit,
    said: fc.oneof(
      fc
        .uniqueArray(unit, { minLength: 1, maxLength: 2 })
        .map((members) => ({ cells: { members: list(members) }, data: { members } })),
      fc
        .tuple(unit, maybe(text))
        .map(([manager, reason]) => ({ cells: { manager, reason: reason ?? "" }, data: given({ manager, reason }) }))
    ),
    manager: unit,
    reason: text,
    on: from,
    at: moment
  })
  .chain((one) => {
    const shiftId = "day"
    const of = { roster: one.roster, slot: `${one.date}/${shiftId}/${one.station}/${one.seat ?? 1}` }
    const row = (cells: Written["cells"], command: Written["commands"][number]): Written => ({
      file: "duties.csv",
      cells: {
        roster: one.roster,
        date: one.date,
        shift: shiftId,
        station: one.station,
        seat: cell(one.seat),
        ...cells
      },
      commands: [command]
    })
    const { other } = one
    const otherSlot = `${other.date}/${other.shift ?? shiftId}/${other.station ?? one.station}/${other.seat ?? 1}`
    const swapped = {
      otherDate: other.date,
      otherShift: other.shift ?? "",
      otherStation: other.station ?? "",
      otherSeat: cell(other.seat)
    }
    const decided = { manager: one.manager, reason: one.reason, on: one.on }
    return fc.constantFrom(
      row(
        { what: "换班", ...swapped, ...one.said.cells, on: one.on },
        { _tag: "SwapDuty", ...of, other: otherSlot, by: one.said.data, on: one.on }
      ),
      row(
        { what: "substitute", unit: one.unit, ...one.said.cells, on: one.on },
        { _tag: "SubstituteDuty", ...of, to: one.unit, by: one.said.data, on: one.on }
      ),
      row({ what: "指定", unit: one.unit, ...decided }, { _tag: "OverrideDuty", ...of, to: one.unit, ...decided }),
      row({ what: "取消", ...decided }, { _tag: "CancelDuty", ...of, ...decided }),
      row(
        { what: "check in", unit: one.unit, at: one.at.cell },
        { _tag: "CheckInDuty", ...of, unit: one.unit, at: one.at.at }
      ),
      row({ what: "缺岗", at: one.at.cell }, { _tag: "MissDuty", ...of, at: one.at.at })
    )
  })

/** Rows about rosters and duties, on the units of the other rows. */
export const rosterRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.uniqueArray(drafted, { selector: ([row]) => row?.cells.roster, maxLength: 2 }).map((all) => all.flat()),
    fc
      .uniqueArray(generated, { selector: ([row]) => `${row?.cells.roster} ${row?.cells.generation}`, maxLength: 2 })
      .map((all) => all.flat()),
    fc.array(duty, { maxLength: 4 })
  )
  .map((parts) => parts.flat())
