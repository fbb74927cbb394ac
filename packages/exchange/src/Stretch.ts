import { TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"

type TimeOfDay = TimeWindow.TimeOfDay

/** Two times of one day as they stand in a cell; the second may well be the earlier one. */
export interface Stretch {
  readonly open: TimeOfDay
  readonly close: TimeOfDay
}

/** Whatever people put between a beginning and an end: any dash, a wave, or a word. */
export const between = "(?:[-‐‒–—―−~〜]+|[至到]|to)"

const time = "\\d{1,2}(?::\\d{2}(?::00)?|[点时](?:\\d{1,2}分?|[半整])?)"
const whole = new RegExp(`^(${time})\\s*${between}\\s*(${time})$`, "u")
const several = new RegExp(`${time}\\s*${between}\\s*${time}`, "gu")
const parts = /^(\d{1,2})\D(?:(\d{1,2})|(半))?/u
const separators = /^[\s;|,、]*$/u

const isTime = Schema.is(TimeWindow.TimeOfDay)

const timeOf = (text: string): TimeOfDay | undefined => {
  const [, hour = "", minute = "", half] = parts.exec(text) ?? []
  const found = `${hour.padStart(2, "0")}:${half === undefined ? minute.padStart(2, "0") : "30"}`
  return isTime(found) ? found : undefined
}

/** Reads two times of one day, `9:00-17:30` or `９：００—１７：３０` or `9点至17点半`; `undefined` where it is something else. */
export const read = (text: string): Stretch | undefined => {
  const [, from = "", to = ""] = whole.exec(text.normalize("NFKC").trim()) ?? []
  const [open, close] = [timeOf(from), timeOf(to)]
  return open === undefined || close === undefined ? undefined : { open, close }
}

/** Reads several of them, one after the other; `undefined` where anything else stands among them, or nothing at all. */
export const readAll = (text: string): ReadonlyArray<Stretch> | undefined => {
  const plain = text.normalize("NFKC")
  const found = (plain.match(several) ?? []).flatMap((one) => read(one) ?? [])
  const rest = plain.split(several)
  const isAll = found.length > 0 && found.length === rest.length - 1
  return isAll && rest.every((between) => separators.test(between)) ? found : undefined
}
