import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** How a hard problem is broken through: several departments together, one topic for many, or stationed on site. */
export const Mode = Schema.Literals(["linked", "thematic", "onSite"])
export type Mode = typeof Mode.Type

/** Whom it helps. Shape: independent of the mode, because no source pairs them. */
export const Target = Schema.Literals(["enterprise", "industry", "building"])
export type Target = typeof Target.Type

/** The names of the modes, in the order of the source. Source: P-38. */
export const modes: ReadonlyArray<{ readonly id: Mode; readonly names: Text.Text }> = [
  { id: "linked", names: Text.of("联动破难", "Linked breakthrough") },
  { id: "thematic", names: Text.of("专题破难", "Thematic breakthrough") },
  { id: "onSite", names: Text.of("驻点破难", "On-site breakthrough") }
]

/**
 * The names of the targets, in the order of the source. Source: P-38.
 *
 * ```ts
 * Breakthrough.targets.map(({ names }) => names.zh) // => ["企业", "行业", "楼宇"]
 * ```
 */
export const targets: ReadonlyArray<{ readonly id: Target; readonly names: Text.Text }> = [
  { id: "enterprise", names: Text.of("企业", "Enterprise") },
  { id: "industry", names: Text.of("行业", "Industry") },
  { id: "building", names: Text.of("楼宇", "Building") }
]
