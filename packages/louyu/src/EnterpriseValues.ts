import { EnterpriseRegister, type RentRoll, RentRoll as Roll, SizeMix, SizeTable } from "@louyu/economy"
import { CivilDate, type Identifier } from "@louyu/kernel"
import type { Field } from "@louyu/matching"

/** What a city recorded of its enterprises. */
export interface Recorded {
  readonly enterprises: EnterpriseRegister.EnterpriseRegister
  readonly rentRoll: RentRoll.RentRoll
}

const firstDay = (roll: RentRoll.RentRoll, enterprise: Identifier.UnitId): CivilDate.CivilDate | undefined =>
  Roll.leasesOf(roll, enterprise)
    .map(({ signed }) => signed.from)
    .toSorted()[0]

/**
 * What eligibility may ask of an enterprise on a day: where it is, its industry, qualifications, staff, size and since
 * when it has been here.
 *
 * Shape: figures of a year are those of the year before, as they were known on the day; what was never told is left out,
 * so that a condition on it is not known instead of not met.
 * Source: R3-3, domain 2.5.
 */
export const of =
  ({ enterprises, rentRoll }: Recorded, on: CivilDate.CivilDate) =>
  (enterprise: Identifier.UnitId): Field.Values => {
    const known = EnterpriseRegister.enterprise(enterprises, enterprise)
    const year = CivilDate.year(on) - 1
    const { employees: staff } = EnterpriseRegister.year(known, year, on)
    const size = SizeMix.sizeOf(enterprises, enterprise, { year, knownOn: on }, SizeTable.edition2017)
    const settledOn = firstDay(rentRoll, enterprise)
    const industry = EnterpriseRegister.industry(known, on, on)
    const held = EnterpriseRegister.qualifications(known, on).map(({ kind }) => String(kind))
    return {
      place: enterprise,
      ...(industry === undefined ? {} : { industry }),
      // Of a firm nobody ever told a qualification of, nobody knows whether it has any.
      ...(known.qualifications.length === 0 ? {} : { qualifications: [...new Set(held)].toSorted() }),
      ...(staff === undefined ? {} : { staff }),
      ...(size._tag === "classified" ? { size: size.size } : {}),
      ...(settledOn === undefined || settledOn > on ? {} : { settledOn })
    }
  }
