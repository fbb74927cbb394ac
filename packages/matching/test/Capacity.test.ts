import { describe, expect, it } from "vitest"
import * as Capacity from "../src/Capacity.ts"
import { day } from "./scene.ts"

describe("capacity", () => {
  it("R3-2 what is left counts per day, week, month, year, in all, or at once", () => {
    const of = (per: Capacity.Capacity["per"]) => ({ amount: 10, unit: "seat", per })
    const use = (from: string, to: string, quantity: number) => ({ quantity, period: { from: day(from), to: day(to) } })
    const uses = [
      use("2022-03-01", "2022-03-08", 4),
      use("2022-03-04", "2022-03-05", 5),
      use("2022-04-01", "2022-04-02", 1)
    ]
    const left = (per: Capacity.Capacity["per"], from: string, to: string) =>
      Capacity.left(of(per), uses, { from: day(from), to: day(to) })
    expect(left("atOnce", "2022-03-01", "2022-03-04")).toBe(6)
    expect(left("atOnce", "2022-03-01", "2022-03-31")).toBe(1)
    expect(left("atOnce", "2022-03-05", "2022-03-08")).toBe(6)
    expect(left("day", "2022-03-04", "2022-03-05")).toBe(5)
    expect(left("week", "2022-03-06", "2022-03-07")).toBe(1)
    expect(left("week", "2022-03-07", "2022-03-08")).toBe(10)
    expect(left("month", "2022-03-31", "2022-04-01")).toBe(1)
    expect(left("year", "2022-12-31", "2023-01-01")).toBe(0)
    expect(left("total", "2030-01-01", "2030-01-02")).toBe(0)
  })
})
