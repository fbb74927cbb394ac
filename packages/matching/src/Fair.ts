import { CivilDate, Identifier, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Category.ts"
import { ProjectId } from "./Project.ts"

/** Names a fair. */
export const FairId = Code.pipe(Schema.brand("FairId"))
export type FairId = typeof FairId.Type

/** A product offered at a fair. Units: amounts in fen; `subsidy` in percent of the interest. */
export const Product = Schema.Struct({
  code: Code,
  names: Text.Text,
  least: Money.Money,
  most: Money.Money,
  subsidy: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 })))
})
export type Product = typeof Product.Type

const on = CivilDate.CivilDate
const { UnitId } = Identifier
const amount = Money.Money
const fair = { fair: FairId }
const application = { ...fair, application: Code }

/**
 * Holds a fair: institutions come to where many have the same need, with products for it.
 *
 * Shape: `scope` is the place whose enterprises it is for, `invited` how many they are; `project` is the one it serves.
 * Source: W-05.
 */
export const OpenFair = Schema.TaggedStruct("OpenFair", {
  ...fair,
  project: Schema.optionalKey(ProjectId),
  scope: UnitId,
  invited: Schema.Int.check(Schema.isGreaterThan(0)),
  institutions: Schema.NonEmptyArray(UnitId),
  products: Schema.NonEmptyArray(Product),
  on
})

/** Records that an enterprise asked one of the institutions. */
export const RecordConsultation = Schema.TaggedStruct("RecordConsultation", {
  ...fair,
  enterprise: UnitId,
  institution: UnitId,
  on
})

/** Records that an enterprise applied for a product. */
export const RecordApplication = Schema.TaggedStruct("RecordApplication", {
  ...application,
  enterprise: UnitId,
  product: Code,
  amount,
  on
})

/** Records how an application was decided; without `granted` it was refused. */
export const DecideApplication = Schema.TaggedStruct("DecideApplication", {
  ...application,
  granted: Schema.optionalKey(amount),
  on
})

/** What can be asked of fairs. */
export const fairCommands = [OpenFair, RecordConsultation, RecordApplication, DecideApplication] as const

const { _tag: _1, ...opened } = OpenFair.fields
const { _tag: _2, ...consulted } = RecordConsultation.fields
const { _tag: _3, ...applied } = RecordApplication.fields
const { _tag: _4, ...decided } = DecideApplication.fields

/** A fair was held. */
export const FairOpened = Schema.TaggedStruct("FairOpened", opened)
/** An enterprise asked an institution. */
export const Consulted = Schema.TaggedStruct("Consulted", consulted)
/** An enterprise applied for a product. */
export const Applied = Schema.TaggedStruct("Applied", applied)
/** An application was decided. */
export const ApplicationDecided = Schema.TaggedStruct("ApplicationDecided", decided)

/** What is recorded of fairs. */
export const fairEvents = [FairOpened, Consulted, Applied, ApplicationDecided] as const

/** A fair with what came of it. */
export interface Fair {
  readonly opened: typeof FairOpened.Type
  readonly consultations: ReadonlyArray<typeof Consulted.Type>
  readonly applications: ReadonlyArray<typeof Applied.Type>
  readonly decisions: ReadonlyArray<typeof ApplicationDecided.Type>
}

/** What a fair came to. Shape: rates are `undefined` where there is nobody to divide by. */
export interface Outcome {
  readonly invited: number
  /** Enterprises that asked or applied, each once. */
  readonly reached: number
  readonly applied: number
  readonly granted: number
  readonly reach: number | undefined
  readonly conversion: number | undefined
}

/** Counts the enterprises a fair reached and how many of those applied. Source: W-05 (200 of 30,000). */
export const outcome = ({ opened: { invited }, consultations, applications, decisions }: Fair): Outcome => {
  const applied = new Set(applications.map(({ enterprise }) => enterprise))
  const reached = new Set([...applied, ...consultations.map(({ enterprise }) => enterprise)]).size
  return {
    invited,
    reached,
    applied: applied.size,
    granted: decisions.filter(({ granted }) => granted !== undefined).length,
    reach: reached / invited,
    conversion: reached === 0 ? undefined : applied.size / reached
  }
}
