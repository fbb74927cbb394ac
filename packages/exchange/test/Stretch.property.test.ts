import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Stretch from "../src/Stretch.ts"

const two = (n: number): string => String(n).padStart(2, "0")
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))

interface Time {
  readonly hour: number
  readonly minute: number
}
const time: fc.Arbitrary<Time> = fc.record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) })
const plain = ({ hour, minute }: Time): string => `${two(hour)}:${two(minute)}`

const styles: ReadonlyArray<(time: Time) => string> = [
  plain,
  ({ hour, minute }) => `${hour}:${two(minute)}`,
  ({ hour, minute }) => `${hour}:${two(minute)}:00`,
  ({ hour, minute }) => `${hour}点${minute === 0 ? "" : `${minute}分`}`,
  ({ hour, minute }) => `${hour}时${minute === 30 ? "半" : two(minute)}`
]
const marks = ["-", "–", "—", "——", "~", "〜", "至", "到", "to", "−"]

/** Two times of a day and some way to write them. */
const written = fc
  .record({
    open: time,
    close: time,
    style: fc.constantFrom(...styles),
    mark: fc.constantFrom(...marks),
    gap: fc.constantFrom("", " ", "　"),
    isWide: fc.boolean()
  })
  .map(({ open, close, style, mark, gap, isWide }) => {
    const text = `${style(open)}${gap}${mark}${gap}${style(close)}`
    return { text: isWide && mark !== "to" ? fullWidth(text) : text, means: { open: plain(open), close: plain(close) } }
  })

describe("R1-16 Stretch", () => {
  it("reads two times of a day, whatever the style they are written in", () => {
    fc.assert(
      fc.property(written, ({ text, means }) => {
        expect(Stretch.read(text)).toEqual(means)
      }),
      { numRuns: 500 }
    )
  })

  it("reads several one after the other, whatever stands between them, as each is read by itself", () => {
    const separator = fc.constantFrom(";", "；", "|", "，", "、", "\n", " ; ")
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), separator, (all, between) => {
        const text = all.map((one) => one.text).join(between)
        expect(Stretch.readAll(text)).toEqual(all.map(({ means }) => means))
      }),
      { numRuns: 300 }
    )
  })

  it("reads nothing where anything else stands among them", () => {
    const other = fc.constantFrom("午休", "9:00", "x", "-", "1", "上午", "24:30-25:00", "9:60-10:00")
    fc.assert(
      fc.property(fc.array(written, { maxLength: 3 }), other, fc.nat(), (all, stray, at) => {
        const parts = all.map(({ text }) => text)
        parts.splice(at % (parts.length + 1), 0, stray)
        expect(Stretch.readAll(parts.join(" ; "))).toBeUndefined()
      }),
      { numRuns: 300 }
    )
  })
})
