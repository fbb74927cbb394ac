import { CivilDate, type Decider, type Identifier, Period, PersonalData, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { StayCommand } from "./Stay.ts"
import * as StayBook from "./StayBook.ts"
import {
  ExtensionTooShort,
  IdTaken,
  NotFound,
  NotPossible,
  OfficeFull,
  OutOfOrder,
  PersonalDataFound,
  StayEmpty,
  type StayError,
  StayOverlaps,
  TermExceeded
} from "./StayError.ts"
import type { StayEvent } from "./StayEvent.ts"

type Date = CivilDate.CivilDate
type Decision = Result.Result<ReadonlyArray<StayEvent>, StayError>
type Checked = Result.Result<void, StayError>
type Of<T extends StayCommand["_tag"]> = Extract<StayCommand, { readonly _tag: T }>

/** What stays need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: Date) => boolean
}

const nothing: Decision = Result.succeed([])
const facts = (...events: ReadonlyArray<StayEvent>): Decision => Result.succeed(events)
const fine: Checked = Result.succeed(undefined)
const when = (checked: Checked, decide: () => Decision): Decision => Result.flatMap(checked, decide)

const existing = ({ exists }: Facts, on: Date, unit: Identifier.UnitId | undefined): Checked =>
  unit === undefined || exists(unit, on) ? fine : Result.fail(new NotFound({ sort: "unit", id: unit }))

const officeOf = (book: StayBook.StayBook, id: Of<"StartStay">["office"]) => {
  const known = StayBook.office(book, id)
  return known === undefined ? Result.fail(new NotFound({ sort: "office", id })) : Result.succeed(known)
}

const stayOf = (book: StayBook.StayBook, id: Of<"EndStay">["stay"]) => {
  const known = StayBook.stay(book, id)
  return known === undefined ? Result.fail(new NotFound({ sort: "stay", id })) : Result.succeed(known)
}

/** The first day on which more is taken of an office than it has; `undefined` when there is none. Source: H-26. */
export const overload = (
  book: StayBook.StayBook,
  office: StayBook.OfficeKnown,
  within: Period.Period
): OfficeFull | undefined => {
  const there = StayBook.during(book, office, within)
  // What is taken, and what there is, changes on these days only.
  const days = [
    within.from,
    ...there.map(({ period }) => period.from),
    ...office.amounts.map(({ from }) => from),
    office.closed
  ]
  const changes = days.flatMap((day) => (day !== undefined && Period.contains(within, day) ? [day] : []))
  for (const on of [...new Set(changes)].toSorted()) {
    const has = StayBook.amountsOn(office, on)
    for (const sort of ["seats", "rooms"] as const) {
      const taken = there.reduce(
        (sum, { known, period }) => sum + (Period.contains(period, on) ? known.started[sort] : 0),
        0
      )
      if (taken > has[sort])
        return new OfficeFull({ office: office.office.office, on, sort, wanted: taken, has: has[sort] })
    }
  }
  return undefined
}

// Decides whether an office holds everybody once a fact is added, and says by how much it is too small if not.
const fitting = (
  book: StayBook.StayBook,
  event: StayEvent,
  id: Of<"StartStay">["office"],
  within: Period.Period
): Checked => {
  const after = evolve(book, event)
  const office = StayBook.office(after, id)
  const full = office && overload(after, office, within)
  return full === undefined ? fine : Result.fail(full)
}

const startStay = (known: Facts, book: StayBook.StayBook, { _tag, ...fields }: Of<"StartStay">): Decision => {
  const { stay, office: id, prospect, enterprise, seats, rooms, from } = fields
  const before = StayBook.stay(book, stay)
  if (before !== undefined) {
    const { until: _until, ...told } = before.started
    return Equal.equals(told, fields) ? nothing : Result.fail(new IdTaken({ sort: "stay", id: stay }))
  }
  if ((prospect ?? enterprise) === undefined || seats + rooms === 0) return Result.fail(new StayEmpty({ stay }))
  return Result.flatMap(officeOf(book, id), (office) =>
    when(existing(known, from, enterprise), () => {
      const months = office.office.freeMonths
      const until = months === undefined ? {} : { until: CivilDate.addMonths(from, months) }
      const event: StayEvent = { _tag: "StayStarted", ...fields, ...until }
      const period = { from, ...(until.until === undefined ? {} : { to: until.until }) }
      const other = StayBook.ofGuest(book, fields).find((one) => {
        const life = StayBook.life(one)
        return life !== undefined && Period.overlaps(life, period)
      })
      if (other !== undefined) {
        const guest = prospect ?? enterprise ?? ""
        return Result.fail(new StayOverlaps({ stay, other: other.started.stay, guest }))
      }
      return when(fitting(book, event, id, period), () => facts(event))
    })
  )
}

const extendStay = (book: StayBook.StayBook, { _tag, ...fields }: Of<"ExtendStay">): Decision =>
  Result.flatMap(stayOf(book, fields.stay), (known): Decision => {
    const { stay, until, reason } = fields
    if (known.extensions.some((one) => Equal.equals(one, fields))) return nothing
    const term = known.until
    if (known.ended !== undefined || term === undefined) {
      const status = known.ended === undefined ? "withoutTerm" : "ended"
      return Result.fail(new NotPossible({ sort: "stay", id: stay, status, action: "ExtendStay" }))
    }
    if (until <= term) return Result.fail(new ExtensionTooShort({ stay, until, term }))
    const traces = PersonalData.traces(reason)
    if (traces.length > 0) return Result.fail(new PersonalDataFound({ id: stay, traces }))
    const other = StayBook.ofGuest(book, known.started).find((one) => {
      const life = StayBook.life(one)
      return one.started.stay !== stay && life !== undefined && Period.overlaps(life, { from: term, to: until })
    })
    if (other !== undefined) {
      const guest = known.started.prospect ?? known.started.enterprise ?? ""
      return Result.fail(new StayOverlaps({ stay, other: other.started.stay, guest }))
    }
    const event: StayEvent = { _tag: "StayExtended", ...fields }
    return when(fitting(book, event, known.started.office, { from: term, to: until }), () => facts(event))
  })

const endStay = (cityFacts: Facts, book: StayBook.StayBook, { _tag, ...fields }: Of<"EndStay">): Decision =>
  Result.flatMap(stayOf(book, fields.stay), ({ started, until, ended }): Decision => {
    const { stay, tenant, on } = fields
    if (ended !== undefined) {
      return Equal.equals(ended, fields)
        ? nothing
        : Result.fail(new NotPossible({ sort: "stay", id: stay, status: "ended", action: "EndStay" }))
    }
    if (on < started.from) return Result.fail(new OutOfOrder({ id: stay, on, last: started.from }))
    if (until !== undefined && until < on) return Result.fail(new TermExceeded({ stay, until, on }))
    return when(existing(cityFacts, on, tenant), () => facts({ _tag: "StayEnded", ...fields }))
  })

const changeOffice = (
  book: StayBook.StayBook,
  event: Extract<StayEvent, { readonly _tag: "OfficeResized" | "OfficeClosed" }>,
  from: Date
): Decision => when(fitting(book, event, event.office, { from }), () => facts(event))

const decide = (book: StayBook.StayBook, command: StayCommand, known: Facts): Decision => {
  switch (command._tag) {
    case "OpenOffice": {
      const { _tag, ...fields } = command
      const before = StayBook.office(book, fields.office)?.office
      if (before !== undefined) {
        return Equal.equals(before, fields) ? nothing : Result.fail(new IdTaken({ sort: "office", id: fields.office }))
      }
      return when(existing(known, fields.from, fields.place), () => facts({ _tag: "OfficeOpened", ...fields }))
    }
    case "ResizeOffice": {
      const { _tag, ...fields } = command
      const { seats, rooms, from } = fields
      return Result.flatMap(officeOf(book, fields.office), ({ office, resized }): Decision => {
        if (resized.some((one) => Equal.equals(one, { seats, rooms, from }))) return nothing
        // A day has one size: otherwise nobody could tell a correction from a history that is told again.
        const last = resized.at(-1)?.from ?? office.from
        return from > last
          ? changeOffice(book, { _tag: "OfficeResized", ...fields }, from)
          : Result.fail(new OutOfOrder({ id: fields.office, on: from, last }))
      })
    }
    case "CloseOffice": {
      const { _tag, ...fields } = command
      return Result.flatMap(officeOf(book, fields.office), ({ closed }): Decision => {
        if (closed === fields.on) return nothing
        return closed === undefined
          ? changeOffice(book, { _tag: "OfficeClosed", ...fields }, fields.on)
          : Result.fail(new NotPossible({ sort: "office", id: fields.office, status: "closed", action: "CloseOffice" }))
      })
    }
    case "StartStay":
      return startStay(known, book, command)
    case "ExtendStay":
      return extendStay(book, command)
    case "EndStay":
      return endStay(known, book, command)
  }
}

/** Adds a fact to the book. */
export const evolve = (book: StayBook.StayBook, event: StayEvent): StayBook.StayBook => {
  switch (event._tag) {
    case "OfficeOpened": {
      const { _tag, ...office } = event
      const { seats, rooms, from } = office
      const amounts = Timeline.since(from, { seats, rooms })
      return {
        ...book,
        offices: HashMap.set(book.offices, office.office, {
          office,
          amounts,
          resized: [],
          closed: undefined,
          stays: []
        })
      }
    }
    case "OfficeResized": {
      const { office, seats, rooms, from } = event
      return {
        ...book,
        offices: HashMap.modify(book.offices, office, (known) => ({
          ...known,
          amounts: Timeline.setFrom(known.amounts, from, { seats, rooms }),
          resized: [...known.resized, { seats, rooms, from }]
        }))
      }
    }
    case "OfficeClosed":
      return {
        ...book,
        offices: HashMap.modify(book.offices, event.office, (known) => ({ ...known, closed: event.on }))
      }
    case "StayStarted": {
      const { _tag, ...started } = event
      const stay: StayBook.StayKnown = { started, until: started.until, extensions: [], ended: undefined }
      return {
        offices: HashMap.modify(book.offices, started.office, (known) => ({
          ...known,
          stays: [...known.stays, started.stay]
        })),
        stays: HashMap.set(book.stays, started.stay, stay),
        byGuest: StayBook.guestKeys(started).reduce(
          (all, key) => HashMap.set(all, key, [...StayBook.underKey(book, key), started.stay]),
          book.byGuest
        )
      }
    }
    case "StayExtended": {
      const { _tag, ...extension } = event
      return {
        ...book,
        stays: HashMap.modify(book.stays, event.stay, (known) => ({
          ...known,
          until: event.until,
          extensions: [...known.extensions, extension]
        }))
      }
    }
    case "StayEnded": {
      const { _tag, ...ended } = event
      return { ...book, stays: HashMap.modify(book.stays, event.stay, (known) => ({ ...known, ended })) }
    }
  }
}

/**
 * The rules of transitional offices: never more seats or rooms than there are on any day, nobody in two places at once,
 * no stay beyond its term unless it is extended.
 *
 * Shape: a command that changes nothing gives no events.
 * Source: H-26, W-08.
 */
export const decider: Decider.Decider<StayCommand, StayBook.StayBook, StayEvent, StayError, Facts> = {
  initial: StayBook.initial,
  decide,
  evolve
}
