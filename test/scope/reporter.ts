import { existsSync, readFileSync } from "node:fs"
import type { Reporter } from "vitest/node"
import * as Inventory from "./Inventory.ts"
import * as Page from "./Page.ts"
import * as ScopeReporter from "./ScopeReporter.ts"
import * as Verdict from "./Verdict.ts"

/** Fails a whole run of the tests in this folder when its page of the scope is not what they prove. */
export const scopeReporter = (root: string, inventory = Inventory.read()): Reporter => {
  const page = `${root}/${Page.path}`
  return ScopeReporter.make({
    judge: (run) => Verdict.judge(inventory, run, existsSync(page) ? readFileSync(page, "utf8") : undefined),
    refuse: (findings) => {
      process.stderr.write(Verdict.tell(findings))
      process.exitCode = 1
    }
  })
}
