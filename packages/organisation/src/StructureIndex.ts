import * as Result from "effect/Result"
import type { Archetype } from "./Archetype.ts"
import { ClassificationUnknown, KindUnknown } from "./OrganisationError.ts"
import type { Kind, KindId, Level, Line, Structure } from "./Structure.ts"

/** Why a kind may not stand below another; `undefined` when it may. */
export type Verdict = "kind" | "level" | "skipped" | "none" | undefined

/** A structure prepared for questions. */
export interface StructureIndex {
  readonly structure: Structure
  readonly kinds: ReadonlyMap<string, Kind>
  /** Whether a kind may stand below another on a line. Cost: O(1) after the first question about a pair. */
  readonly verdict: (line: Line, kind: Kind, superior: Kind) => Verdict
}

const judge = (levels: ReadonlyArray<Level>, line: Line, kind: Kind, superior: Kind): Verdict => {
  const allowed = line === "command" ? kind.under : kind.within
  const own = kind.level?.[line]
  if (allowed === undefined && own === undefined) return "none"
  if (allowed !== undefined && !allowed.includes(superior.id)) return "kind"
  const above = superior.level?.[line]
  if (own === undefined || (above === undefined && allowed !== undefined)) return undefined
  const ownRank = levels.findIndex((level) => level.id === own)
  const aboveRank = levels.findIndex((level) => level.id === above)
  if (aboveRank < 0 || aboveRank >= ownRank) return "level"
  return levels.slice(aboveRank + 1, ownRank).every((level) => level.skippable) ? undefined : "skipped"
}

/** Prepares a structure. Cost: O(kinds). */
export const make = (structure: Structure): StructureIndex => {
  const verdicts = { command: new Map<Kind, Map<Kind, Verdict>>(), location: new Map<Kind, Map<Kind, Verdict>>() }
  return {
    structure,
    kinds: new Map(structure.kinds.map((kind) => [kind.id as string, kind])),
    verdict: (line, kind, superior) => {
      const row = verdicts[line].get(kind) ?? new Map<Kind, Verdict>()
      if (!row.has(superior)) {
        verdicts[line].set(kind, row.set(superior, judge(structure.levels[line], line, kind, superior)))
      }
      return row.get(superior)
    }
  }
}

const made = new WeakMap<Structure, StructureIndex>()

/** A structure prepared for questions, once. Cost: O(kinds) the first time. */
export const of = (structure: Structure): StructureIndex => {
  const index = made.get(structure) ?? make(structure)
  made.set(structure, index)
  return index
}

/** The kind of an id. Fails: `KindUnknown`, naming the kinds there are. */
export const kind = (index: StructureIndex, id: KindId): Result.Result<Kind, KindUnknown> => {
  const found = index.kinds.get(id)
  return found === undefined
    ? Result.fail(new KindUnknown({ kind: id, known: index.structure.kinds.map((k) => k.id) }))
    : Result.succeed(found)
}

/** What a kind is to the rules; `undefined` when the structure no longer knows the kind. */
export const archetype = (index: StructureIndex, id: KindId | undefined): Archetype | undefined =>
  id === undefined ? undefined : index.kinds.get(id)?.archetype

/** Checks answers to classifications. Fails: `ClassificationUnknown` at the first that does not exist. */
export const checkClasses = (
  index: StructureIndex,
  classes: Readonly<Record<string, string>> | undefined
): Result.Result<void, ClassificationUnknown> => {
  for (const [classification, option] of Object.entries(classes ?? {})) {
    const found = index.structure.classifications.find((one) => one.id === classification)
    if (found?.options.some((one) => one.id === option) !== true) {
      const known = found?.options.map((one) => one.id) ?? []
      return Result.fail(new ClassificationUnknown({ classification, option, known }))
    }
  }
  return Result.succeed(undefined)
}
