import { expect, it } from "vitest"

const offsets: Readonly<Record<string, readonly [winter: number, summer: number]>> = {
  "Asia/Shanghai": [-480, -480],
  "America/Los_Angeles": [480, 420]
}

it("runs in the time zone it is meant to run in", () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const expected = offsets[process.env.TZ ?? zone]
  const found = [new Date(2026, 0, 1), new Date(2026, 6, 1)].map((date) => date.getTimezoneOffset())
  expect(expected, `no offsets are known for ${zone}`).toBeDefined()
  expect(found).toEqual(expected)
})
