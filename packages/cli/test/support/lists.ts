import { fileURLToPath } from "node:url"
import { Workshop } from "./shell.ts"

/** A small city with service lists, resources, needs, matches, projects and partners. */
export const folder = fileURLToPath(new URL("../fixtures/lists", import.meta.url))

/** Every question about the lists, as it is typed. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["services", ["services"]],
  ["services-unused", ["services", "--unused", "--missing"]],
  ["services-nothing", ["services", "--on", "2025-12-31"]],
  ["match", ["match", "--limit", "3"]],
  ["match-one", ["match", "--need", "n1", "--explain"]],
  ["match-unknown", ["match", "--need", "n3", "--explain"]],
  ["match-nobody", ["match", "--need", "n8"]],
  ["match-arranged", ["match", "--arrange"]],
  ["match-nothing", ["match", "--on", "2026-07-01"]],
  ["projects", ["projects", "--raisers", "2"]],
  ["projects-before", ["projects", "--on", "2026-09-05"]],
  ["projects-nothing", ["projects", "--on", "2026-08-01"]],
  ["select", ["select", "--k", "2"]],
  ["select-budget", ["select", "--k", "3", "--budget", "12万"]],
  ["select-nothing", ["select", "--on", "2026-08-01"]],
  ["partners", ["partners"]],
  ["partners-nothing", ["partners", "--on", "2025-12-31"]]
]

/** Asks that city a question in JSON. */
export const ask = async (...argv: ReadonlyArray<string>) => {
  using shop = new Workshop()
  const { code, out } = await shop.run([...argv, "--folder", folder, "--json"])
  return { code, answer: JSON.parse(out) }
}
