import * as bodies from "./checks/bodies.ts"
import { type Findings, when } from "./checks/Check.ts"
import * as grids from "./checks/grids.ts"
import * as placing from "./checks/placing.ts"
import type * as Finding from "./Finding.ts"
import * as Scope from "./Scope.ts"
import * as Unit from "./Unit.ts"
import type * as View from "./View.ts"

/**
 * Everything that is wrong, or looks wrong, with the organisation on the date.
 *
 * Shape: errors first, then warnings, each in the order units were set up, alliances last. What commands refuse cannot
 * appear unless the structure changed since, or facts came from elsewhere; what commands allow because people need time
 * (gaps, missing answers, too few members) does. `Finding.tally` counts what was found.
 * Cost: O(units x depth).
 * Source: R1-15, invariants 3 to 5, A-08.
 */
export const report = (view: View.View): Findings => {
  const checks = [...placing.checks(), ...bodies.checks, ...grids.checks(view)]
  const found: Array<Finding.Finding> = []
  for (const unit of Scope.units(view)) {
    const kindId = Unit.kindOn(unit, view.on)
    const kind = view.index.kinds.get(kindId ?? "")
    if (kind === undefined) found.push(...when(view, true, "kindUnknown", unit.id, () => kindId ?? ""))
    else for (const check of checks) found.push(...check(view, unit, kind))
  }
  found.push(...bodies.alliances(view))
  return [...found.filter((one) => one.severity === "error"), ...found.filter((one) => one.severity === "warning")]
}
