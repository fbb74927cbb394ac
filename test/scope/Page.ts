import { type Family, type Inventory, type Item, items } from "./Inventory.ts"
import { holds, type Proof } from "./Proof.ts"

type Proofs = ReadonlyMap<string, ReadonlyArray<Proof>>

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#~]/gu, "\\$&")

/** The packages whose tests prove something; what is proved by none of them alone has no package. */
const packages = (proofs: ReadonlyArray<Proof>): string => {
  const names = proofs.map(({ file }) => /^(?:packages\/)?([^/]+)/u.exec(file)?.[1] ?? "")
  return [...new Set(names)].toSorted(order).join(", ")
}

// A test that failed is not listed; one that is skipped where something is not laid out is, so that the page reads the
// same on every machine, but only one that ran and passed proves.
const listed = (proofs: Proofs, id: string): ReadonlyArray<Proof> =>
  (proofs.get(id) ?? []).filter(({ state }) => state !== "failed")

const row = (proofs: Proofs, { id, en, zh }: Item): string => {
  const all = listed(proofs, id)
  const [link, mark] = [all.length === 0 ? id : `[${id}](#${id.toLowerCase()})`, holds(all) ? "✓ pass" : "✗ missing"]
  return `| ${link} | ${en} | ${zh} | ${packages(all)} | ${all.length} | ${mark} |`
}

const table = (proofs: Proofs, family: Family): string =>
  [
    `## ${family.en} · ${family.zh}`,
    "",
    `${family.items.filter(({ id }) => holds(listed(proofs, id))).length} / ${family.items.length}`,
    "",
    "| Id · 编号 | Mechanism | 机制 | Where · 所在 | Tests · 测试 | Result · 结果 |",
    "| --- | --- | --- | --- | ---: | --- |",
    ...family.items.map((item) => row(proofs, item)),
    ""
  ].join("\n")

const evidence = (proofs: Proofs, { id, en, zh }: Item): ReadonlyArray<string> => {
  const all = listed(proofs, id)
  if (all.length === 0) return []
  const files = [...new Set(all.map(({ file }) => file))].toSorted(order)
  const shortly = (file: string): string => plain(file.replace(/^packages\//u, "").replace("/test/", "/"))
  return [
    `### ${id}`,
    "",
    `${en} · ${zh}`,
    "",
    ...files.flatMap((file) => [
      `- [${shortly(file)}](../${file})`,
      ...all
        .filter((proof) => proof.file === file)
        .map(({ title }) => `  - ${plain(title)}`)
        .toSorted(order)
    ]),
    ""
  ]
}

/** Where the page stands in the workspace; its links start there. */
export const path = "docs/scope.md"

/** The page as it must be: every item with what proves it, the same for the same titles in any order. */
export const write = (inventory: Inventory, proofs: Proofs): string => {
  const all = items(inventory)
  const proved = all.filter(({ id }) => holds(listed(proofs, id))).length
  return [
    "# What is in scope, and what proves it · 范围与证据",
    "",
    `Louyu covers five published systems, their figures, and what comparable systems offer or lack: ${all.length} items, of which ${proved} are proved. An item is proved by a test that passes and whose title begins with the id of the item.`,
    `楼宇覆盖五套公开的体系及其数字，以及同类系统所有与所缺，共 ${all.length} 项，已证 ${proved} 项。凡标题以编号开头且通过的测试，即为该项之证。`,
    "",
    `This page is written by \`pnpm scope\` from the titles and the results of the tests, and a whole run of the tests says when it is out of date.`,
    `本页由 \`pnpm scope\` 依测试标题与结果写成；整套测试运行时会指出本页是否过时。`,
    "",
    ...inventory.families.map((family) => table(proofs, family)),
    "## Tests by item · 逐项测试",
    "",
    ...all.flatMap((item) => evidence(proofs, item))
  ].join("\n")
}
