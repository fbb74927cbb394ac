import * as Schema from "effect/Schema"

/**
 * A time of day to the minute, `HH:mm`, from `00:00` to `24:00`; the last is the end of the day.
 *
 * Shape: texts sort as the times do.
 */
export const TimeOfDay = Schema.String.check(Schema.isPattern(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u)).pipe(
  Schema.brand("TimeOfDay")
)
export type TimeOfDay = typeof TimeOfDay.Type

/** Minutes from the beginning of the day, 0 to 1440. */
export const minuteOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * A stretch of one day: from `open` on, up to but not including `close`.
 *
 * What goes on over midnight is two windows, one on each day.
 */
export const TimeWindow = Schema.Struct({ open: TimeOfDay, close: TimeOfDay }).check(
  Schema.makeFilter((w) => (w.open < w.close ? undefined : { path: ["close"], issue: "close must be after open" }))
)
export type TimeWindow = typeof TimeWindow.Type

const firstDisorder = (windows: ReadonlyArray<TimeWindow>): number =>
  windows.findIndex((window, index) => {
    const before = windows[index - 1]
    return before !== undefined && window.open < before.close
  })

/** The windows of one day, in order of time; none is open while another is, and none at all means closed. */
export const TimeWindows = Schema.Array(TimeWindow).check(
  Schema.makeFilter((windows) => {
    const at = firstDisorder(windows)
    return at < 0 ? undefined : { path: [at, "open"], issue: "a window must open after the one before it has closed" }
  })
)
export type TimeWindows = typeof TimeWindows.Type

const decode = Schema.decodeSync(TimeWindows)

/**
 * The windows of a day, written in code as pairs of `HH:mm`; bad ones are a bug and throw.
 *
 * ```ts
 * TimeWindow.make(["09:00", "12:00"], ["13:30", "17:30"])[1] // => { open: "13:30", close: "17:30" }
 * ```
 */
export const make = (...pairs: ReadonlyArray<readonly [open: string, close: string]>): TimeWindows =>
  decode(pairs.map(([open, close]) => ({ open, close })))

/** The length of all windows together, in minutes. */
export const minutes = (windows: TimeWindows): number =>
  windows.reduce((sum, window) => sum + minuteOf(window.close) - minuteOf(window.open), 0)
