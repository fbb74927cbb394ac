import { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import * as fc from "fast-check"
import type { CityDomain } from "../../src/index.ts"

// Few ids and few days, so that commands meet: cycles, double ids, moves of units that are gone.
const ids = ["a", "b", "c", "d", "e"].map((id) => Identifier.UnitId.make(id))
const days = ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"].map(CivilDate.make)
const kinds = ["city", "street", "building", "floor", "enterprise"].map((id) => Structure.KindId.make(id))

const unit = fc.constantFrom(...ids)
const day = fc.constantFrom(...days)
const kind = fc.constantFrom(...kinds)
const name = fc.constantFrom("甲", "乙", "丙").map((zh) => Text.of(zh))
const tag = <const T extends string>(t: T) => fc.constant(t)
const optional = { requiredKeys: [] as [] }

const establish = fc
  .tuple(
    fc.record({ _tag: tag("EstablishUnit"), unit, kind, name, from: day }),
    fc.record({ within: unit, under: unit }, optional)
  )
  .map(([required, rest]) => ({ ...required, ...rest }))

const relocate = fc
  .tuple(fc.record({ _tag: tag("RelocateUnit"), unit, from: day }), fc.record({ within: unit }, optional))
  .map(([required, rest]) => ({ ...required, ...rest }))

/** Any command among a few units on a few days; many are refused, many change nothing. */
export const command: fc.Arbitrary<CityDomain.Command> = fc.oneof(
  { weight: 4, arbitrary: establish },
  { weight: 2, arbitrary: relocate },
  fc.record({ _tag: tag("RenameUnit"), unit, name, from: day }),
  fc.record({ _tag: tag("DissolveUnit"), unit, on: day }),
  fc.record({ _tag: tag("ReportActivity"), unit, on: day, activity: fc.constantFrom("会议", "走访") }),
  fc.record({ _tag: tag("AttachIdentifier"), unit, scheme: tag("legacy"), value: fc.constantFrom("1", "2"), from: day })
)

/** The days on which views are compared. */
export const dates: ReadonlyArray<CivilDate.CivilDate> = days
