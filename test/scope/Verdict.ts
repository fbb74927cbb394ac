import { type Inventory, items } from "./Inventory.ts"
import type { Outcome, Run } from "./Outcome.ts"
import { write } from "./Page.ts"
import { gather, holds, leading } from "./Proof.ts"

/** What is wrong with the scope, and what to do about it. */
export interface Finding {
  readonly kind: "unknownId" | "unproved" | "outOfDate"
  readonly en: string
  readonly zh: string
}

const unknown = (inventory: Inventory, outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Finding> => {
  const known = new Set([...inventory.questions, ...items(inventory).map(({ id }) => id)])
  const slips = outcomes.flatMap(({ file, titles }) =>
    titles.flatMap((title) =>
      leading(title)
        .filter((id) => !known.has(id))
        .map((id): readonly [string, Finding] => [
          `${file} ${id} ${title}`,
          {
            kind: "unknownId",
            en: `${file}: there is no ${id}; correct the title “${title}”, or add the id to test/scope/inventory.json`,
            zh: `${file}：没有编号 ${id}；请更正标题“${title}”，或在 test/scope/inventory.json 中添加`
          }
        ])
    )
  )
  return [...new Map(slips).values()]
}

/**
 * What is wrong after a whole run: ids that do not exist, items no passing test proves, and a page that is not the one
 * these results give. While tests fail the page is not judged: it is right again as soon as they pass.
 */
export const judge = (
  inventory: Inventory,
  { outcomes, green }: Run,
  page: string | undefined
): ReadonlyArray<Finding> => {
  const proofs = gather(outcomes)
  const unproved = items(inventory)
    .filter(({ id }) => !holds(proofs.get(id) ?? []))
    .map(({ id, en, zh }): Finding => {
      const failed = (proofs.get(id) ?? []).some(({ state }) => state === "failed")
      return {
        kind: "unproved",
        en: `${id} ${en}: ${failed ? "the tests that prove it fail" : "no test that ran proves it; write one whose title begins with the id"}`,
        zh: `${id} ${zh}：${failed ? "证明该项的测试未通过" : "没有运行过的测试证明该项；请写一条标题以该编号开头的测试"}`
      }
    })
  const stale: ReadonlyArray<Finding> =
    !green || page === write(inventory, proofs)
      ? []
      : [
          {
            kind: "outOfDate",
            en: "docs/scope.md is out of date: run pnpm scope and commit the page",
            zh: "docs/scope.md 已过时：请运行 pnpm scope 并提交该页"
          }
        ]
  return [...unknown(inventory, outcomes), ...unproved, ...stale]
}

/** The findings as lines for a terminal, in both languages. */
export const tell = (findings: ReadonlyArray<Finding>): string =>
  findings.map(({ en, zh }) => `✗ scope: ${en}\n  范围：${zh}\n`).join("")
