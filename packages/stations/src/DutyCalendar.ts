import { CivilDate, type Identifier, Instant, Text, type WorkCalendar } from "@louyu/kernel"
import * as Duty from "./Duty.ts"
import * as RosterPlan from "./RosterPlan.ts"
import * as State from "./RosterState.ts"
import * as Calendar from "./roster/ICalendar.ts"
import type { StationId } from "./StationCode.ts"

type UnitId = Identifier.UnitId

/**
 * What a feed is written with.
 *
 * Shape: `stamp` is when it is written; `domain` makes the ids of its entries unique in the world. With `timeZone` times are
 * local, in a zone of that name at the calendar's fixed distance from UTC; without it they are in UTC. `unitNames` and
 * `stationNames` give what people read, else ids are shown.
 */
export interface Feed {
  readonly calendar: WorkCalendar.WorkCalendar
  readonly stamp: Instant.Instant
  readonly domain: string
  readonly language: Text.Tag
  readonly timeZone?: string
  readonly title?: string
  readonly unitNames?: (unit: UnitId) => Text.Text | undefined
  readonly stationNames?: (station: StationId) => Text.Text | undefined
}

interface Entry {
  readonly roster: State.Roster
  readonly duty: State.Duty
  readonly unit: UnitId | undefined
  readonly cancelled: boolean
}

const localTime = (calendar: WorkCalendar.WorkCalendar, at: Instant.Instant): string => {
  const date = Instant.dateOf(at, calendar)
  const minute = Math.floor(Instant.minuteOf(at, calendar))
  const two = (value: number): string => String(value).padStart(2, "0")
  return `${date.replaceAll("-", "")}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`
}

const utc = (at: Instant.Instant): string => {
  const day = Math.floor(at / 86_400_000)
  const seconds = Math.floor((at - day * 86_400_000) / 1000)
  const two = (value: number): string => String(value).padStart(2, "0")
  const time = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`
  return `${CivilDate.fromEpochDay(day).replaceAll("-", "")}T${time}Z`
}

const time = ({ calendar, timeZone }: Feed, name: string, at: Instant.Instant): Calendar.Property =>
  timeZone === undefined
    ? Calendar.plain(name, utc(at))
    : { name, parameters: [["TZID", timeZone]], value: localTime(calendar, at) }

const shown = (names: Text.Text | undefined, id: string, language: Text.Tag): string =>
  names === undefined ? id : Text.read(names, language)

const vevent = (feed: Feed, { roster, duty, unit, cancelled }: Entry, ofUnit: boolean): Calendar.Component => {
  const { language, unitNames, stationNames } = feed
  const { slot, changes } = duty
  const { from, to } = Duty.span(roster, slot, feed.calendar)
  const shift = RosterPlan.shift(roster.plan, slot.shift)
  const theme = RosterPlan.theme(roster.plan, slot.date)
  const station = shown(stationNames?.(slot.station), slot.station, language)
  const holder = unit === undefined ? undefined : shown(unitNames?.(unit), unit, language)
  const what = shown(shift?.names, slot.shift, language)
  const whom = ofUnit ? station : (holder ?? Text.read(Text.of("无人值班", "nobody on duty"), language))
  const key = ofUnit && unit !== undefined ? `${slot.slot}/${unit}` : slot.slot
  return {
    name: "VEVENT",
    properties: [
      Calendar.text("UID", `${roster.drafted.roster}/${key}@${feed.domain}`),
      Calendar.plain("DTSTAMP", utc(feed.stamp)),
      // Later versions of an entry have greater numbers: each change since publication counts, whoever it concerned.
      Calendar.plain("SEQUENCE", String(changes.filter(({ published }) => published).length)),
      time(feed, "DTSTART", from),
      time(feed, "DTEND", to),
      Calendar.text("SUMMARY", `${what} · ${whom}`),
      Calendar.text("LOCATION", station),
      ...(theme === undefined ? [] : [Calendar.text("CATEGORIES", Text.read(theme.names, language))]),
      Calendar.plain("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
    ],
    components: []
  }
}

const written = (feed: Feed, entries: ReadonlyArray<Entry>, ofUnit: boolean): string => {
  const events = entries.map((entry) => vevent(feed, entry, ofUnit))
  const { timeZone, title } = feed
  const offset = feed.calendar.utcOffsetMinutes ?? 480
  // A calendar has at least one component; where there is no duty, that of UTC says nothing wrong.
  const zone = timeZone ?? (events.length === 0 ? "Etc/UTC" : undefined)
  return Calendar.write({
    name: "VCALENDAR",
    properties: [
      Calendar.plain("VERSION", "2.0"),
      Calendar.text("PRODID", "-//Louyu//Duty rosters//EN"),
      Calendar.plain("CALSCALE", "GREGORIAN"),
      Calendar.plain("METHOD", "PUBLISH"),
      ...(title === undefined ? [] : [Calendar.text("X-WR-CALNAME", title)])
    ],
    components: [
      ...(zone === undefined ? [] : [Calendar.fixedZone(zone, timeZone === undefined ? 0 : offset)]),
      ...events
    ]
  })
}

/**
 * The published duties of a member as iCalendar text, for its calendar to subscribe to.
 *
 * Shape: one entry for each slot the member is on, or was on since it was published; those that went to somebody else or were
 * taken back are `CANCELLED`. Ids stay the same however often a roster is generated. Lines end in CRLF and are folded at 75
 * octets.
 * Source: R3-20, RFC 5545.
 */
export const ofMember = (rosters: Iterable<State.Roster>, unit: UnitId, feed: Feed): string => {
  const entries = [...rosters].flatMap((roster) =>
    State.duties(roster).flatMap((duty): ReadonlyArray<Entry> => {
      if (duty.published === undefined) return []
      const holds = duty.unit === unit
      const held = duty.changes.some(({ published, from }) => published && from === unit)
      return holds || held ? [{ roster, duty, unit, cancelled: !holds }] : []
    })
  )
  return written(feed, entries, true)
}

/**
 * The published duties at a station as iCalendar text: one entry for each slot, with whoever is on it.
 *
 * Shape: slots that were taken back are `CANCELLED`; where nobody is on duty, the entry says so.
 * Source: R3-20, RFC 5545.
 */
export const ofStation = (rosters: Iterable<State.Roster>, station: StationId, feed: Feed): string => {
  const entries = [...rosters].flatMap((roster) =>
    State.duties(roster).flatMap((duty): ReadonlyArray<Entry> => {
      if (duty.published === undefined || duty.slot.station !== station) return []
      return [{ roster, duty, unit: duty.unit, cancelled: duty.standing === "cancelled" }]
    })
  )
  return written(feed, entries, false)
}
