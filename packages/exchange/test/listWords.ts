import * as fc from "fast-check"
import { count, given } from "./rows.ts"

export const yes = (flag: boolean | undefined): string => (flag === undefined ? "" : flag ? "是" : "no")
export const cell = (value: string | number | undefined): string => (value === undefined ? "" : `${value}`)
export const named = (name: string, nameEn: string | undefined) => given({ zh: name, en: nameEn })

export const id = (prefix: string) => fc.integer({ min: 0, max: 9_999 }).map((n) => `${prefix}-${n}`)
export const categories = [
  ["停车", "parking"],
  ["parking", "parking"],
  ["Loans and finance", "finance"],
  ["共享办公", "shared-space"]
] as const
export const category = fc.constantFrom(...categories)
export const amount = fc.integer({ min: 1, max: 500 })

export const windows = fc.constantFrom(
  { cell: "1-5 12:00-13:00", data: [{ weekdays: [1, 2, 3, 4, 5], open: "12:00", close: "13:00" }] },
  {
    cell: "周6，7 9:30-17:00；1、3 18:00–24:00",
    data: [
      { weekdays: [6, 7], open: "09:30", close: "17:00" },
      { weekdays: [1, 3], open: "18:00", close: "24:00" }
    ]
  }
)
export const pers = [
  ["同时", "atOnce"],
  ["每周", "week"],
  ["total", "total"]
] as const
export const capacity = fc.record({
  amount: count,
  unit: fc.constantFrom("座", "seats"),
  per: fc.constantFrom(...pers)
})
export const capacityCells = (one: { amount: number; unit: string; per: (typeof pers)[number] } | undefined) => ({
  capacity: cell(one?.amount),
  countedIn: one?.unit ?? "",
  per: one?.per[0] ?? ""
})
export const capacityData = (one: { amount: number; unit: string; per: (typeof pers)[number] } | undefined) =>
  one && { amount: one.amount, unit: one.unit, per: one.per[1] }
