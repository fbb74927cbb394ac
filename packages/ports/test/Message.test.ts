import { Message } from "@louyu/ports"
import { describe, expect, it } from "vitest"

const key = (text: string) => Message.DeliveryKey.make(text)

describe("the short reference of a delivery", () => {
  it("is eight digits and letters that survive being read out, the same every time", () => {
    expect(Message.reference(key("delivery-1"))).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
    expect(Message.reference(key("delivery-1"))).toBe(Message.reference(key("delivery-1")))
  })

  it("differs for 100,000 keys that differ only at their end, and in every place of it", () => {
    const references = Array.from({ length: 100_000 }, (_, index) => Message.reference(key(`delivery-${index}`)))
    expect(new Set(references).size).toBe(100_000)
    for (let place = 0; place < 8; place += 1) {
      const counts = new Map<string, number>()
      for (const one of references) counts.set(one[place] ?? "", (counts.get(one[place] ?? "") ?? 0) + 1)
      // 3,125 of each digit are expected; the deviation of a fair draw is 55.
      expect(Math.max(...[...counts.values()].map((count) => Math.abs(count - 3_125)))).toBeLessThan(330)
      expect(counts.size).toBe(32)
    }
  })
})
