import { fileURLToPath } from "node:url"
import { Workshop } from "./shell.ts"

/** A small city with prospects in every state, those who look after them, and a transitional office. */
export const folder = fileURLToPath(new URL("../fixtures/prospects", import.meta.url))

/** Every question about prospects and stays, as it is typed. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["funnel", ["funnel", "--by", "source"]],
  ["funnel-building", ["funnel", "--cohort", "2026-01-01..2026-04-01", "--by", "building"]],
  ["funnel-talent", ["funnel", "--pipeline", "talent", "--by", "liaison"]],
  ["funnel-nothing", ["funnel", "--on", "2026-01-31", "--by", "place"]],
  ["prospects", ["prospects"]],
  ["prospects-as", ["prospects", "--as", "p-9"]],
  ["prospects-pool", ["prospects", "--pool", "--as", "p-4"]],
  ["prospects-idle", ["prospects", "--idle", "--on", "2026-10-08", "--as", "p-1"]],
  ["prospects-overdue", ["prospects", "--overdue", "--as", "p-1"]],
  ["prospects-assign", ["prospects", "--assign", "--as", "p-9"]],
  ["prospects-stranger", ["prospects", "--as", "p-77"]],
  ["stays", ["stays", "--as", "p-1"]],
  ["stays-expiring", ["stays", "--expiring", "30d"]],
  ["stays-nothing", ["stays", "--on", "2026-01-31"]]
]

/** Asks that city a question in JSON. */
export const ask = async (...argv: ReadonlyArray<string>) => {
  using shop = new Workshop()
  const { code, out } = await shop.run([...argv, "--folder", folder, "--json"])
  return { code, answer: JSON.parse(out) }
}
