import type { Text } from "@louyu/kernel"
import * as Finding from "../Finding.ts"
import type { Kind } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as View from "../View.ts"

/** What was found. */
export type Findings = ReadonlyArray<Finding.Finding>

/** One thing to look at in every unit; the kind is what the structure in force says of it. */
export type Check = (view: View.View, unit: Unit.Unit, kind: Kind) => Findings

const nothing: Findings = []

/** A finding about a unit, if there is something wrong with it. */
export const when = (
  view: View.View,
  isWrong: boolean,
  code: Finding.FindingCode,
  unit: Unit.Unit["id"],
  detail: () => string = () => "",
  name?: Text.Text
): Findings => (isWrong ? [Finding.make(code, unit, detail(), name ?? View.label(view, unit))] : nothing)
