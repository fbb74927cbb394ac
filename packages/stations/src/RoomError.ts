import { type KernelError, Problem } from "@louyu/kernel"
import type { CommonError, HoursContradict } from "./StationError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

/** A room is out of service at that time. */
export class RoomOutOfService extends define("RoomOutOfService")<{
  readonly room: string
  readonly outage: string
  readonly date: string
}>((e) => ({
  zh: `功能室“${e.room}”在 ${e.date} 停用（${e.outage}），请改期或换一间。`,
  en: `The room "${e.room}" is out of service on ${e.date} (${e.outage}); choose another day or room.`
})) {}

/** Somebody has the room at that time. */
export class RoomAlreadyBooked extends define("RoomAlreadyBooked")<{
  readonly room: string
  readonly booking: string
  readonly date: string
  readonly open: string
  readonly close: string
}>((e) => ({
  zh: `功能室“${e.room}”在 ${e.date} ${e.open} 至 ${e.close} 已被预订（${e.booking}），请改时间或换一间。`,
  en: `The room "${e.room}" is booked on ${e.date} from ${e.open} to ${e.close} (${e.booking}); choose another time or room.`
})) {}

/** More people come than a room holds. */
export class RoomTooSmall extends define("RoomTooSmall")<{
  readonly room: string
  readonly capacity: number
  readonly attendees: number
}>((e) => ({
  zh: `功能室“${e.room}”最多容纳 ${e.capacity} 人，不够 ${e.attendees} 人使用；请换一间。`,
  en: `The room "${e.room}" holds ${e.capacity} people, not ${e.attendees}; choose another one.`
})) {}

/** Every reason for which a command to a room is refused. */
export type RoomError =
  | CommonError
  | HoursContradict
  | RoomOutOfService
  | RoomAlreadyBooked
  | RoomTooSmall
  | KernelError.PeriodReversed
