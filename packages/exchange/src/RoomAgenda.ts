import { CivilDate } from "@louyu/kernel"
import type { RoomCommand } from "@louyu/stations"
import type { FacilitiesStep, PointsStep, RoomsStep, StationingsStep, Step } from "./Report.ts"

type Day = CivilDate.CivilDate

/** Steps by some key, then by rank; steps of one key and rank keep their order. */
export const byKey = <C, K extends string | number>(
  steps: ReadonlyArray<Step<C>>,
  keyOf: (command: C) => K,
  rankOf: (command: C) => number
): ReadonlyArray<Step<C>> =>
  steps
    .map((step) => ({ step, key: keyOf(step.command), rank: rankOf(step.command) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank))
    .map(({ step }) => step)

// On one day, what ends makes room for what begins, and nothing is booked before it is known whether it can be.
export const roomRanks: Readonly<Record<RoomsStep["command"]["_tag"], number>> = {
  FurnishRoom: 0,
  SetRoomHours: 1,
  RetireRoom: 2,
  TakeRoomOut: 3,
  PutRoomBack: 4,
  BookRoom: 5,
  CancelBooking: 6
}

// At one moment, what comes back can go out again.
export const pointRanks: Readonly<Record<PointsStep["command"]["_tag"], number>> = {
  ListServiceItem: 0,
  InstallServicePoint: 1,
  RestoreServicePoint: 2,
  AssignPointItems: 3,
  FailServicePoint: 4,
  RemoveServicePoint: 5,
  RecordPointUse: 6
}

// On one day, what is released or added can be given out; windows are there before what lies in them.
export const facilityRanks: Readonly<Record<FacilitiesStep["command"]["_tag"], number>> = {
  RegisterFacility: 0,
  ReleaseSpaces: 1,
  ResizeFacility: 2,
  SetSharedWindows: 3,
  AllocateSpaces: 4,
  CloseFacility: 5
}

export const stationingRanks: Readonly<Record<StationingsStep["command"]["_tag"], number>> = {
  StationDepartment: 0,
  EndStationing: 1,
  SkipStationing: 2,
  MoveStationing: 3
}

const roomDay = (command: Exclude<RoomCommand.Command, { _tag: "CancelBooking" }>): Day =>
  command._tag === "RetireRoom" ? command.to : command._tag === "BookRoom" ? command.date : command.from

/**
 * Puts steps about rooms into an order in which they can be carried out: bookings that were taken back stand in nobody's
 * way, so they come with the rooms themselves; all else by day.
 */
export const orderRooms = (steps: ReadonlyArray<RoomsStep>): ReadonlyArray<RoomsStep> => {
  const keyOf = (command: { readonly room: string; readonly booking: string }) => `${command.room} ${command.booking}`
  const cancelled = new Map<string, RoomsStep>()
  for (const step of steps) if (step.command._tag === "CancelBooking") cancelled.set(keyOf(step.command), step)
  const furnished: Array<RoomsStep> = []
  const takenBack: Array<RoomsStep> = []
  const rest: Array<Step<Exclude<RoomCommand.Command, { _tag: "CancelBooking" }>>> = []
  const booked = new Set<string>()
  for (const step of steps) {
    const { command, origin } = step
    if (command._tag === "CancelBooking") continue
    if (command._tag === "FurnishRoom") furnished.push(step)
    else if (command._tag === "BookRoom" && cancelled.has(keyOf(command))) {
      const end = cancelled.get(keyOf(command))
      booked.add(keyOf(command))
      takenBack.push(step, ...(end === undefined ? [] : [end]))
    } else rest.push({ command, origin })
  }
  const elsewhere = [...cancelled].flatMap(([key, step]) => (booked.has(key) ? [] : [step]))
  return [...furnished, ...takenBack, ...elsewhere, ...byKey(rest, roomDay, ({ _tag }) => roomRanks[_tag])]
}

/** Puts steps about devices, desks and items into an order in which they can be carried out: items, then by moment, then uses. */
export const orderPoints = (steps: ReadonlyArray<PointsStep>): ReadonlyArray<PointsStep> =>
  byKey(
    steps,
    (command) => ("at" in command ? command.at : command._tag === "ListServiceItem" ? -Infinity : Infinity),
    ({ _tag }) => pointRanks[_tag]
  )

/** Puts steps about facilities into an order in which they can be carried out: by day. */
export const orderFacilities = (steps: ReadonlyArray<FacilitiesStep>): ReadonlyArray<FacilitiesStep> =>
  byKey(
    steps,
    (command) => (command._tag === "CloseFacility" ? command.to : command.from),
    ({ _tag }) => facilityRanks[_tag]
  )

const stationingDay = (command: StationingsStep["command"]): Day => {
  switch (command._tag) {
    case "StationDepartment":
      return command.from
    case "EndStationing":
      return command.to
    case "SkipStationing":
      return command.date
    // A day that comes instead of a later one is there before anything becomes of it.
    case "MoveStationing":
      return CivilDate.min(command.to, command.date)
  }
}

/** Puts steps about departments at stations into an order in which they can be carried out: by day. */
export const orderStationings = (steps: ReadonlyArray<StationingsStep>): ReadonlyArray<StationingsStep> =>
  byKey(steps, stationingDay, ({ _tag }) => stationingRanks[_tag])
