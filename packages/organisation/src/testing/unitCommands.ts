import type { Identifier } from "@louyu/kernel"
import * as fc from "fast-check"
import type { SplitPart } from "../Command.ts"
import {
  classes,
  counts,
  date,
  few,
  formation,
  identifier,
  kind,
  name,
  nature,
  of,
  often,
  type Pool,
  person,
  record,
  span,
  tag,
  type Weighted
} from "./pools.ts"

type UnitId = Identifier.UnitId

// What may be set up, and where it would fit.
const shape = (kinds: ReadonlyArray<string>, under: ReadonlyArray<Pool>, within: ReadonlyArray<Pool>) =>
  record(
    { kind: kind(...kinds) },
    {
      ...(under.length === 0 ? {} : { under: of(...under) }),
      ...(within.length === 0 ? {} : { within: of(...within) })
    }
  )

const anything = fc.oneof(
  shape(["branch", "good-neighbour-branch", "chamber-branch", "temporary-branch"], ["committee"], ["building"]),
  shape(["comprehensive-committee"], ["committee"], ["area"]),
  shape(["building-committee", "council", "owners-committee"], ["committee"], ["building"]),
  shape(["department", "task-force"], ["department"], []),
  shape(["region"], [], ["region"]),
  shape(["building", "cluster"], ["committee"], ["region", "area"]),
  shape(["floor", "lettable-unit", "micro-grid", "tower"], [], ["building", "inside"]),
  shape(["enterprise", "sole-trader"], [], ["room"]),
  shape(["mystery"], ["committee"], ["building"])
)

const extras = record({}, { nature, formation, classes, identifiers: fc.array(identifier, { maxLength: 2 }) })
const sometimes = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extras })

/** What a new unit is to be. */
export const spec = (shapes = anything) =>
  fc
    .tuple(of("fresh"), name, shapes, sometimes)
    .map(([unit, named, shaped, rest]) => ({ unit, name: named, ...shaped, ...rest }))

const part = (kinds: ReadonlyArray<string>, taken: Partial<Record<"below" | "inside", fc.Arbitrary<UnitId>>>) =>
  fc
    .tuple(
      spec(shape(kinds, [], [])),
      record(
        {},
        {
          ...(taken.below === undefined ? {} : { subordinates: fc.array(taken.below, { maxLength: 2 }) }),
          ...(taken.inside === undefined ? {} : { occupants: fc.array(taken.inside, { maxLength: 2 }) }),
          ...(kinds.includes("branch")
            ? {
                enterprises: fc.array(of("enterprise"), { maxLength: 2 }),
                members: fc.array(person, { maxLength: 2 }),
                memberCounts: counts
              }
            : {})
        }
      )
    )
    .map(([described, given]): SplitPart => ({ ...described, ...given }))

const split = (pool: Pool, parts: fc.Arbitrary<SplitPart>) =>
  often(3, record({ _tag: tag("SplitUnit"), unit: of(pool), on: date, parts: few(parts) }, { remainderTo: of(pool) }))

const merge = (pool: Pool) =>
  often(
    3,
    fc
      .uniqueArray(of(pool), { minLength: 2, maxLength: 3 })
      .chain(([into, first, ...others]) =>
        into === undefined || first === undefined
          ? fc.record({ _tag: tag("MergeUnits"), units: few(of(pool)), into: of(pool), on: date })
          : date.map((on) => ({ _tag: "MergeUnits" as const, units: [first, ...others] as const, into, on }))
      )
  )

/** Commands about units: set up, changed, moved and closed. */
export const unitCommands: ReadonlyArray<Weighted> = [
  often(
    8,
    fc.tuple(tag("EstablishUnit"), spec(), span).map(([_tag, described, days]) => ({ _tag, ...described, ...days }))
  ),
  often(2, fc.record({ _tag: tag("RenameUnit"), unit: of("branch", "enterprise"), name, from: date })),
  often(
    2,
    fc
      .record({
        _tag: tag("AddAlias"),
        unit: of("branch", "enterprise"),
        alias: fc.constantFrom("旧名", "简称"),
        sort: fc.constantFrom("former", "short"),
        days: span
      })
      .map(({ days, ...given }) => ({ ...given, ...days }))
  ),
  often(
    5,
    record(
      { _tag: tag("ReclassifyUnit"), unit: of("branch", "functional", "enterprise"), from: date },
      { nature, formation, classes }
    )
  ),
  often(
    5,
    fc.record({
      _tag: tag("ReclassifyUnit"),
      unit: of("branch", "functional", "enterprise", "building", "grid", "room"),
      from: date,
      kind: kind("branch", "good-neighbour-branch", "council", "enterprise", "site", "micro-grid", "region", "mystery")
    })
  ),
  often(6, record({ _tag: tag("MoveUnit"), unit: of("department"), from: date }, { under: of("department") })),
  often(3, record({ _tag: tag("MoveUnit"), unit: of("branch", "functional"), from: date }, { under: of("committee") })),
  often(7, record({ _tag: tag("RelocateUnit"), unit: of("region"), from: date }, { within: of("region") })),
  often(
    8,
    record(
      { _tag: tag("RelocateUnit"), unit: of("inside", "room", "grid"), from: date },
      { within: of("building", "inside") }
    )
  ),
  often(4, record({ _tag: tag("RelocateUnit"), unit: of("building"), from: date }, { within: of("area", "region") })),
  often(
    3,
    fc.record({
      _tag: tag("DissolveUnit"),
      unit: of("branch", "department", "room", "grid", "enterprise", "functional"),
      on: date
    })
  ),
  often(
    3,
    record(
      { _tag: tag("DissolveUnit"), unit: of("branch", "department", "committee"), on: date },
      { subordinatesTo: of("committee", "department"), membersTo: of("branch") }
    )
  ),
  often(
    3,
    record(
      { _tag: tag("DissolveUnit"), unit: of("inside", "area", "building"), on: date },
      { occupantsTo: of("building", "inside", "area", "region") }
    )
  )
]

/** Commands that put units in the place of others. */
export const successionCommands: ReadonlyArray<Weighted> = [
  ...(
    ["branch", "branch", "department", "enterprise", "inside", "grid", "functional", "region", "building"] as const
  ).map(merge),
  split("branch", part(["branch", "chamber-branch"], {})),
  split("department", part(["department"], { below: of("department") })),
  split("region", part(["region"], { inside: of("region", "area") })),
  split("building", part(["building"], { inside: of("inside", "room", "grid"), below: of("branch") })),
  split("inside", part(["floor", "tower"], { inside: of("inside", "room", "grid") })),
  split("grid", part(["micro-grid"], {}))
]
