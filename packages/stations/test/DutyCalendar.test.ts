import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as DutyCalendar from "../src/DutyCalendar.ts"
import * as State from "../src/RosterState.ts"
import * as ICalendar from "../src/roster/ICalendar.ts"
import { StationId } from "../src/StationCode.ts"
import { after, fortnight, holder, manager, published, roster, to } from "./rosterLife.ts"
import { china, members, names, shift, unit } from "./rosterScene.ts"

interface Read {
  readonly name: string
  readonly lines: ReadonlyMap<string, { readonly parameters: string; readonly value: string }>
  readonly inner: ReadonlyArray<Read>
}

// A content line by the grammar of RFC 5545, 3.1: name, parameters, value; the value without control characters but tabs.
const contentLine =
  /^(?<name>[A-Z0-9-]+)(?<parameters>(?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):(?<value>(?:\t|\P{Cc})*)$/u
const textValue = /^(?:\\[\\;,nN]|[^\\;,])*$/u
const texts = new Set(["UID", "SUMMARY", "LOCATION", "CATEGORIES", "X-WR-CALNAME", "PRODID", "TZID"])

/** Reads iCalendar text strictly; anything that is not by the grammar throws. */
const parse = (text: string): Read => {
  if (!text.endsWith("\r\n")) throw new Error("the last line has an end")
  const raw = text.slice(0, -2).split("\r\n")
  for (const line of raw) {
    if (/[\r\n]/u.test(line)) throw new Error("a line break by itself")
    if (new TextEncoder().encode(line).length > 75) throw new Error(`more than 75 octets: ${line}`)
    if (!line.isWellFormed()) throw new Error("half a character")
  }
  const unfolded = text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/gu, "")
    .split("\r\n")
  const open: Array<{ name: string; lines: Map<string, { parameters: string; value: string }>; inner: Array<Read> }> =
    []
  let whole: Read | undefined
  for (const line of unfolded) {
    const { name = "", parameters = "", value = "" } = contentLine.exec(line)?.groups ?? {}
    if (name === "") throw new Error(`no content line: ${line}`)
    if (texts.has(name) && !textValue.test(value)) throw new Error(`not escaped: ${line}`)
    if (name === "BEGIN") open.push({ name: value, lines: new Map(), inner: [] })
    else if (name === "END") {
      const closed = open.pop()
      if (closed === undefined || closed.name !== value) throw new Error(`${value} ends without beginning`)
      const above = open.at(-1)
      if (above === undefined) whole = closed
      else above.inner.push(closed)
    } else {
      const lines = open.at(-1)?.lines
      if (lines === undefined || lines.has(name)) throw new Error(`${name} stands outside, or twice`)
      lines.set(name, { parameters, value })
    }
  }
  if (whole === undefined || open.length > 0) throw new Error("something does not end")
  return whole
}

const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/gu, (_, of: string) => (of.toLowerCase() === "n" ? "\n" : of))
const value = (component: Read | undefined, name: string): string => unescaped(component?.lines.get(name)?.value ?? "")
const events = (text: string): ReadonlyArray<Read> => parse(text).inner.filter(({ name }) => name === "VEVENT")

const feed: DutyCalendar.Feed = {
  calendar: china,
  stamp: Date.UTC(2026, 1, 24, 1, 2, 3),
  domain: "example.org",
  language: "zh"
}
const live = published()
const a = holder(live, "2026-03-02/day/a/1")
const ofMember = (state: State.State, id: string, more: Partial<DutyCalendar.Feed> = {}) =>
  DutyCalendar.ofMember(State.rosters(state), unit(id), { ...feed, ...more })
const ofStation = (state: State.State, id: string, more: Partial<DutyCalendar.Feed> = {}) =>
  DutyCalendar.ofStation(State.rosters(state), StationId.make(id), { ...feed, ...more })

describe("feeds", () => {
  it("R3-20 a member's feed has an entry for each of its published duties, in UTC", () => {
    const calendar = parse(ofMember(live, a, { title: "轮值" }))
    expect([calendar.name, value(calendar, "VERSION"), value(calendar, "X-WR-CALNAME")]).toEqual([
      "VCALENDAR",
      "2.0",
      "轮值"
    ])
    expect(calendar.inner).toHaveLength(5)
    const [first] = calendar.inner
    expect(Object.fromEntries([...(first?.lines ?? [])].map(([name, line]) => [name, line.value]))).toEqual({
      UID: `r/2026-03-02/day/a/1/${a}@example.org`,
      DTSTAMP: "20260224T010203Z",
      SEQUENCE: "0",
      DTSTART: "20260302T010000Z",
      DTEND: "20260302T090000Z",
      SUMMARY: "日间值班 · a",
      LOCATION: "a",
      STATUS: "CONFIRMED"
    })
  })

  it("R3-20 times may be local in a named zone, which is then described", () => {
    const calendar = parse(ofMember(live, a, { timeZone: "Asia/Shanghai" }))
    const [zone, first] = calendar.inner
    expect([zone?.name, value(zone, "TZID")]).toEqual(["VTIMEZONE", "Asia/Shanghai"])
    expect(value(zone?.inner[0], "TZOFFSETTO")).toBe("+0800")
    expect(first?.lines.get("DTSTART")).toEqual({ parameters: ";TZID=Asia/Shanghai", value: "20260302T090000" })
    const midnight = fortnight({ shifts: [shift(["a"], { window: { open: "18:00", close: "24:00" } })] })
    const [late] = events(ofStation(published(midnight), "a", { timeZone: "Asia/Shanghai" }))
    expect([value(late, "DTSTART"), value(late, "DTEND")]).toEqual(["20260302T180000", "20260303T000000"])
  })

  it("R3-20 a station's feed says who is there, by name", () => {
    const unitNames = () => ({ zh: "市税务局", en: "Tax office" })
    const stationNames = () => ({ zh: "红领驿站, 一号", en: "Red station; one" })
    const themes = { every: "week", themes: [{ theme: "tax", names: { zh: "税收政策", en: "Tax, and more" } }] }
    const state = published(fortnight({ themes }))
    const [zh] = events(ofStation(state, "a", { unitNames, stationNames }))
    expect([value(zh, "SUMMARY"), value(zh, "LOCATION")]).toEqual(["日间值班 · 市税务局", "红领驿站, 一号"])
    const [en] = events(ofStation(state, "a", { unitNames, stationNames, language: "en" }))
    expect(en?.lines.get("LOCATION")?.value).toBe("Red station\\; one")
    expect([value(en, "SUMMARY"), value(en, "CATEGORIES")]).toEqual(["Day duty · Tax office", "Tax, and more"])
  })

  it("R3-20 a swapped duty is cancelled for one and new for the other; the station's entry is a later version of itself", () => {
    const spare = holder(live, "2026-03-03/day/a/1")
    const slot = "2026-03-02/day/a/1"
    const state = after([to("SubstituteDuty", "2026-02-25", { slot, to: spare, by: manager })], live)
    const find = (text: string) => events(text).find((one) => value(one, "UID").includes(slot))
    const [old, fresh, station] = [find(ofMember(state, a)), find(ofMember(state, spare)), find(ofStation(state, "a"))]
    expect([value(old, "STATUS"), value(old, "SEQUENCE")]).toEqual(["CANCELLED", "1"])
    expect([value(fresh, "STATUS"), value(fresh, "SEQUENCE")]).toEqual(["CONFIRMED", "1"])
    expect(value(old, "UID")).toBe(value(find(ofMember(live, a)), "UID"))
    expect(value(station, "UID")).toBe(value(find(ofStation(live, "a")), "UID"))
    expect([value(station, "SUMMARY"), value(station, "SEQUENCE")]).toEqual([`日间值班 · ${spare}`, "1"])
    const back = after([to("SubstituteDuty", "2026-02-26", { slot, to: a, by: manager })], state)
    expect([value(find(ofMember(back, a)), "STATUS"), value(find(ofMember(back, a)), "SEQUENCE")]).toEqual([
      "CONFIRMED",
      "2"
    ])
    expect(value(find(ofMember(back, spare)), "STATUS")).toBe("CANCELLED")
  })

  it("R3-20 what is taken back is cancelled, for the member and at the station", () => {
    const slot = "2026-03-02/day/a/1"
    const state = after([to("CancelDuty", "2026-02-25", { slot, ...manager })], live)
    for (const text of [ofMember(state, a), ofStation(state, "a")]) {
      const found = events(text).filter((one) => value(one, "STATUS") === "CANCELLED")
      expect(found.map((one) => [value(one, "UID").includes(slot), value(one, "SEQUENCE")])).toEqual([[true, "1"]])
    }
  })

  it("R3-20 ids stay the same when the roster is generated again; drafts are in no feed", () => {
    const plan = fortnight({ members: members(names("m", 5)) })
    const again = after(
      [to("AmendRoster", "2026-02-24", { plan }), to("GenerateRoster", "2026-02-24", { generation: 2 })],
      live
    )
    expect(ofMember(again, a)).toBe(ofMember(live, a))
    const longer = fortnight({ cycle: { from: "2026-03-02", to: "2026-04-01" } })
    const more = after(
      [to("AmendRoster", "2026-02-24", { plan: longer }), to("GenerateRoster", "2026-02-24", { generation: 2 })],
      live
    )
    expect(State.duties(roster(more)).length).toBeGreaterThan(20)
    expect(ofMember(more, a)).toBe(ofMember(live, a))
  })

  it("R3-20 a feed without duties is a calendar all the same", () => {
    expect(parse(ofMember(live, "stranger")).inner.map(({ name }) => name)).toEqual(["VTIMEZONE"])
  })
})

describe("the text itself", () => {
  it("R3-20 lines are folded at 75 octets, never within a character, and unfold to what they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200, size: "max" }), (line) => {
        const plain = line.replaceAll(/\p{Cc}/gu, "")
        const folded = ICalendar.fold(`X:${plain}`)
        for (const part of folded.split("\r\n")) {
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
          expect(part.isWellFormed()).toBe(true)
        }
        expect(folded.replaceAll("\r\n ", "")).toBe(`X:${plain}`)
      })
    )
    const long = ICalendar.fold(`SUMMARY:${"楼".repeat(40)}`)
    expect(long.split("\r\n").map((part) => new TextEncoder().encode(part).length)).toEqual([74, 55])
  })

  it("R3-20 whatever people write is read back as it was", () => {
    const words = fc.string({
      unit: fc.constantFrom("楼", "宇", ";", ",", "\\", "\n", ":", '"', "n", " ", "𠮷", "é", "=", "\t"),
      minLength: 1,
      maxLength: 120,
      size: "max"
    })
    fc.assert(
      fc.property(words, words, (zh, title) => {
        const text = ofMember(live, a, { stationNames: () => ({ zh }), title })
        expect(value(parse(text), "X-WR-CALNAME")).toBe(title)
        expect(events(text).map((one) => value(one, "LOCATION"))).toEqual(Array.from({ length: 5 }, () => zh))
      }),
      { numRuns: 60 }
    )
  })

  it("R3-20 control characters are left out, and every kind of line break is one", () => {
    const stationNames = () => ({ zh: "一\r\n二\r三\u2028四\u0007五\u0000" })
    const [first] = events(ofMember(live, a, { stationNames, timeZone: 'Zone: "own", 1' }))
    expect(value(first, "LOCATION")).toBe("一\n二\n三\n四五")
    expect(first?.lines.get("DTSTART")?.parameters).toBe(';TZID="Zone: own, 1"')
  })
})
