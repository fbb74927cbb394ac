import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Level } from "./RoleScheme.ts"

/** How a value is made unreadable when only its shape may be shown. */
export const Mask = Schema.Literals(["name", "mobile", "email", "identity", "text"])
export type Mask = typeof Mask.Type

/**
 * Who may read a field of a record.
 *
 * Shape: `level` is the clearance that shows it, `masked` the lower one that shows it masked by `mask`; without `masked`
 * it is hidden from everybody else. `stays` is a sort of unit the field does not leave: who has access from above the
 * nearest such unit around the record does not see it at all, whatever the clearance (P-41).
 */
export const FieldRule = Schema.Struct({
  level: Level,
  masked: Schema.optionalKey(Level),
  mask: Schema.optionalKey(Mask),
  stays: Schema.optionalKey(Schema.NonEmptyString)
})
export type FieldRule = typeof FieldRule.Type

/**
 * A class of records: which fields they have and who may read them, and for which purposes they may be read at all.
 *
 * Shape: a field without a rule is never shown.
 */
export const RecordClass = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  purposes: Schema.NonEmptyArray(Schema.NonEmptyString),
  fields: Schema.Record(Schema.String, FieldRule)
})
export type RecordClass = typeof RecordClass.Type

/**
 * The rules of access of a city.
 *
 * Shape: reading a field of `auditFrom` or above leaves an audit entry.
 */
export const AccessPolicy = Schema.Struct({ auditFrom: Level, classes: Schema.Array(RecordClass) })
export type AccessPolicy = typeof AccessPolicy.Type

const rule = (level: Level, rest: Omit<FieldRule, "level"> = {}): FieldRule => ({ level, ...rest })

/**
 * A policy to start from: political status, members' files and data of minors are sensitive by policy; of opinions from
 * chat groups themes and counts go up, text and names stay in the building.
 *
 * Source: domain 2.8, P-41, H-16, R2-19.
 */
export const cautious: AccessPolicy = {
  auditFrom: 2,
  classes: [
    {
      id: "contact",
      names: Text.of("联系人", "contact"),
      purposes: ["service", "visit", "emergency"],
      fields: {
        name: rule(2, { masked: 1, mask: "name" }),
        mobile: rule(2, { masked: 1, mask: "mobile" }),
        email: rule(2, { masked: 1, mask: "email" }),
        duty: rule(0)
      }
    },
    {
      id: "member",
      names: Text.of("党员", "Party member"),
      purposes: ["membership"],
      fields: {
        name: rule(3, { masked: 2, mask: "name" }),
        standing: rule(3),
        politicalStatus: rule(3),
        file: rule(4),
        mobile: rule(3, { masked: 2, mask: "mobile" }),
        identityNumber: rule(4, { masked: 3, mask: "identity" })
      }
    },
    {
      id: "minor",
      names: Text.of("未成年人", "minor"),
      purposes: ["childcare", "emergency"],
      fields: {
        name: rule(3, { mask: "name", stays: "building" }),
        guardianMobile: rule(3, { mask: "mobile", stays: "building" }),
        notes: rule(4, { stays: "building" })
      }
    },
    {
      id: "opinion",
      names: Text.of("民意", "opinion"),
      purposes: ["service", "governance"],
      fields: {
        theme: rule(0),
        count: rule(0),
        text: rule(2, { stays: "building" }),
        author: rule(3, { masked: 2, mask: "name", stays: "building" })
      }
    }
  ]
}
