import { fileURLToPath } from "node:url"
import { Workshop } from "./shell.ts"

/** A small city with cases in every state, two bodies that deliberate, and whistles. */
export const folder = fileURLToPath(new URL("../fixtures/cases", import.meta.url))

/** Every question about casework, as it is typed. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["cases", ["cases"]],
  ["cases-overdue", ["cases", "--overdue", "--place", "b1"]],
  ["cases-due-in", ["cases", "--due-in", "2wd", "--as", "p-77"]],
  ["cases-nothing", ["cases", "--on", "2026-01-31"]],
  ["case", ["case", "c2"]],
  ["case-escalated", ["case", "c10"]],
  ["case-closed", ["case", "c5"]],
  ["case-private", ["case", "c4"]],
  ["case-then", ["case", "c11", "--on", "2026-11-12T10:30"]],
  ["meeting", ["meeting"]],
  ["meeting-nothing", ["meeting", "--on", "2026-07-31"]],
  ["meeting-before", ["meeting", "--on", "2026-11-08"]],
  ["meeting-one", ["meeting", "m-11"]],
  ["meeting-ahead", ["meeting", "m-12"]],
  ["meeting-called", ["meeting", "x-1"]],
  ["meeting-minutes", ["meeting", "m-11", "--minutes"]],
  ["whistle", ["whistle"]],
  ["whistle-usual", ["whistle", "--year", "2026", "--usual", "1..1", "--limit", "2"]],
  ["whistle-one", ["whistle", "w1"]],
  ["whistle-closed", ["whistle", "w3"]],
  ["whistle-nothing", ["whistle", "--on", "2026-10-01"]],
  ["rates", ["rates"]],
  [
    "rates-by",
    ["rates", "--from", "2026-11-01", "--to", "2026-12-01", "--flow", "propertyCouncilHall", "--by", "category"]
  ],
  ["rates-nothing", ["rates", "--year", "2025"]]
]

/** What is asked of the clock, as it is typed; the store is the one of {@link stored}. */
export const ticked: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [["tick", ["tick"]]]

/** Asks that city a question in JSON. */
export const ask = async (...argv: ReadonlyArray<string>) => {
  using shop = new Workshop()
  const { code, out } = await shop.run([...argv, "--folder", folder, "--json"])
  return { code, answer: JSON.parse(out) }
}

/** The same city in a store, which the clock can write to; `ask` asks it there. */
export const stored = async () => {
  const shop = new Workshop()
  const { code, err } = await shop.run(["load", folder, "--store", "sqlite:store.db"])
  if (code !== 0) throw new Error(`the folder of these tests cannot be loaded: ${err}`)
  return {
    shop,
    ask: async (...argv: ReadonlyArray<string>) => {
      const asked = await shop.run([...argv, "--store", "sqlite:store.db", "--json"])
      return { code: asked.code, answer: JSON.parse(asked.out) }
    }
  }
}
