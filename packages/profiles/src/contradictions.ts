import type { Structure } from "@louyu/organisation"
import { caseworkContradictions, economyContradictions, pipelineContradictions } from "./businessContradictions.ts"
import { catalogueContradictions } from "./catalogueContradictions.ts"
import { noticeContradictions } from "./noticeContradictions.ts"
import type { Profile } from "./Profile.ts"
import {
  KindUnreachable,
  LanguageMissing,
  PlaceImpossible,
  type ProfileError,
  SuperiorImpossible
} from "./ProfileError.ts"
import { reference, references } from "./reference.ts"
import { repeatedIds } from "./repeated.ts"
import { schemeContradictions } from "./schemeContradictions.ts"
import { stationContradictions } from "./stationContradictions.ts"

const lines = ["command", "location"] as const
type Line = (typeof lines)[number]
type Found = Iterable<ProfileError>

const listOf = { command: "under", location: "within" } as const
const allowed = (kind: Structure.Kind, line: Line): ReadonlyArray<string> | undefined => kind[listOf[line]]

function* ids({ structure }: Profile): Found {
  for (const line of lines) yield* repeatedIds(`structure.levels.${line}`, structure.levels[line])
  yield* repeatedIds("structure.kinds", structure.kinds)
  yield* repeatedIds("structure.classifications", structure.classifications)
  for (const [index, { options }] of structure.classifications.entries()) {
    yield* repeatedIds(`structure.classifications[${index}].options`, options)
  }
  yield* repeatedIds("structure.patterns", structure.patterns)
}

function* namesIn({ structure }: Profile): Found {
  const { levels, classifications, patterns } = structure
  const kinds = structure.kinds.map(({ id }) => id)
  for (const [index, kind] of structure.kinds.entries()) {
    const path = `structure.kinds[${index}]`
    for (const line of lines) {
      const known = levels[line].map(({ id }) => id)
      yield* reference(`${path}.level.${line}`, "level", kind.level?.[line], known)
      yield* references(`${path}.${listOf[line]}`, "kind", allowed(kind, line), kinds)
    }
    yield* references(`${path}.onePer`, "kind", kind.onePer, kinds)
  }
  for (const [index, { compulsoryFor }] of classifications.entries()) {
    yield* references(`structure.classifications[${index}].compulsoryFor`, "kind", compulsoryFor, kinds)
  }
  for (const [index, { around, groups }] of patterns.entries()) {
    const path = `structure.patterns[${index}]`
    yield* references(`${path}.around`, "kind", around, kinds)
    for (const [at, group] of groups.entries()) {
      yield* references(`${path}.groups[${at}].kinds`, "kind", group.kinds, kinds)
    }
  }
}

/** Why the levels keep one kind from standing below another, or `undefined` when they do not. */
const levelVerdict = (
  structure: Structure.Structure,
  line: Line,
  kind: Structure.Kind,
  superior: Structure.Kind
): "level" | "skipped" | undefined => {
  const levels = structure.levels[line]
  const own = levels.findIndex((level) => level.id === kind.level?.[line])
  const above = levels.findIndex((level) => level.id === superior.level?.[line])
  if (own < 0 || above < 0) return undefined
  if (above >= own) return "level"
  return levels.slice(above + 1, own).every((level) => level.skippable) ? undefined : "skipped"
}

const isOnLine = (kind: Structure.Kind, line: Line): boolean =>
  allowed(kind, line) !== undefined || kind.level?.[line] !== undefined

const mayStandBelow = (
  structure: Structure.Structure,
  line: Line,
  kind: Structure.Kind,
  superior: Structure.Kind
): boolean => {
  const list = allowed(kind, line)
  if (list === undefined) {
    return superior.level?.[line] !== undefined && levelVerdict(structure, line, kind, superior) === undefined
  }
  return list.includes(superior.id) && levelVerdict(structure, line, kind, superior) === undefined
}

function* superiors({ structure }: Profile): Found {
  for (const [index, kind] of structure.kinds.entries()) {
    for (const line of lines) {
      for (const [at, id] of (allowed(kind, line) ?? []).entries()) {
        const superior = structure.kinds.find((one) => one.id === id)
        const reason = superior && levelVerdict(structure, line, kind, superior)
        const path = `structure.kinds[${index}].${listOf[line]}[${at}]`
        if (reason !== undefined) yield new SuperiorImpossible({ path, kind: kind.id, superior: id, reason })
      }
    }
    for (const [at, place] of (kind.onePer ?? []).entries()) {
      const found = structure.kinds.find((one) => one.id === place)
      if (found !== undefined && !mayStandBelow(structure, "location", kind, found)) {
        yield new PlaceImpossible({ path: `structure.kinds[${index}].onePer[${at}]`, kind: kind.id, place })
      }
    }
  }
}

function* reach({ structure }: Profile): Found {
  for (const line of lines) {
    const grounded = new Set(structure.kinds.filter((kind) => !isOnLine(kind, line) || kind.root?.includes(line)))
    for (let before = -1; before !== grounded.size; ) {
      before = grounded.size
      for (const kind of structure.kinds) {
        if ([...grounded].some((superior) => mayStandBelow(structure, line, kind, superior))) grounded.add(kind)
      }
    }
    for (const [index, kind] of structure.kinds.entries()) {
      if (!grounded.has(kind)) yield new KindUnreachable({ path: `structure.kinds[${index}]`, kind: kind.id, line })
    }
  }
}

function* languages({ languages: offered, defaults }: Profile): Found {
  if (offered?.includes(defaults.language) === false) {
    yield new LanguageMissing({ path: "defaults.language", language: defaults.language })
  }
}

const checks = [
  ids,
  namesIn,
  superiors,
  reach,
  languages,
  schemeContradictions,
  catalogueContradictions,
  pipelineContradictions,
  economyContradictions,
  caseworkContradictions,
  stationContradictions,
  noticeContradictions
]

/** Everything in a profile that contradicts something else in it, in reading order. */
export function* contradictions(profile: Profile): Found {
  for (const check of checks) yield* check(profile)
}
