import { fileURLToPath } from "node:url"
import { Workshop } from "./shell.ts"

/** A small city with spaces, leases, tax, enterprises and published figures. */
export const folder = fileURLToPath(new URL("../fixtures/economy", import.meta.url))

/** Every question about the economy, as it is typed. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["occupancy", ["occupancy", "--vacant", "--wanted", "90..120", "--limit", "5"]],
  ["occupancy-at", ["occupancy", "--at", "b2"]],
  ["occupancy-nothing", ["occupancy", "--at", "b4"]],
  ["tiers", ["tiers", "--year", "2025", "--base", "2023"]],
  ["tiers-before", ["tiers", "--year", "2025", "--on", "2026-03-01", "--at", "cbd"]],
  ["tiers-nothing", ["tiers", "--year", "2020"]],
  ["figures", ["figures", "--year", "2025"]],
  ["figures-at", ["figures", "--at", "b2"]],
  ["figures-panel", ["figures", "--at", "b1", "--panel", "yield", "--year", "2025"]],
  ["figures-nothing", ["figures", "--at", "u1"]]
]

/** Asks that city a question in JSON. */
export const ask = async (...argv: ReadonlyArray<string>) => {
  using shop = new Workshop()
  const { code, out } = await shop.run([...argv, "--folder", folder, "--json"])
  return { code, answer: JSON.parse(out) }
}

/** The same city in a store, in which traces can be left; `ask` asks it there. */
export const stored = async () => {
  const shop = new Workshop()
  const { code, err } = await shop.run(["load", folder, "--store", "sqlite:store.db"])
  if (code !== 0) throw new Error(`the folder of these tests cannot be loaded: ${err}`)
  return {
    shop,
    ask: async (...argv: ReadonlyArray<string>) => {
      const asked = await shop.run([...argv, "--store", "sqlite:store.db", "--json"])
      return { code: asked.code, out: asked.out, answer: JSON.parse(asked.out) }
    }
  }
}
