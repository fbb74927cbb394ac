import { CivilDate, type Decider, Identifier } from "@louyu/kernel"
import { RoleScheme, type Sealed } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Domain from "./Domain.ts"

const { PersonId, UnitId } = Identifier
const label = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))

const entry = {
  actor: PersonId,
  record: label,
  class: label,
  unit: UnitId,
  purpose: label,
  on: CivilDate.CivilDate,
  fields: Schema.Array(
    Schema.Struct({
      field: label,
      showing: Schema.Literals(["show", "mask"]),
      unit: UnitId,
      role: Schema.optionalKey(RoleScheme.RoleCode)
    })
  )
}

/** Notes that somebody reads something sensitive. */
export const NoteReading = Schema.TaggedStruct("NoteReading", entry)

/** Somebody read something sensitive: who, what, what for and by what right; never what it said. */
export const RecordRead = Schema.TaggedStruct("RecordRead", entry)

/** What the audit can be asked to do. */
export const Command = Schema.Union([NoteReading]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type

/** What the audit records. */
export const Event = Schema.Union([RecordRead]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The command that notes an audit entry. */
export const note = ({ fields, ...rest }: Sealed.AuditEntry): Command => ({
  _tag: "NoteReading",
  ...rest,
  fields: fields.map(({ role, ...field }) =>
    role === undefined ? field : { ...field, role: RoleScheme.RoleCode.make(role) }
  )
})

// Every reading is a fact of its own, also the second of the same record; how many there were is all that is kept.
const decider: Decider.Decider<Command, number, Event, never, undefined> = {
  initial: 0,
  decide: (_count, { _tag, ...read }) => Result.succeed([{ _tag: "RecordRead", ...read }]),
  evolve: (count) => count + 1
}

/** The audit of a city as a domain of its ledger: one stream a month, and how many entries there are in all. */
export const audit: Domain.Domain<Command, Event, never, number> = Domain.define({
  name: "audit",
  command: Command,
  event: Event,
  schemaVersion: 1,
  decider,
  stream: ({ on }) => Identifier.StreamId.make(`audit:${on.slice(0, 7)}`),
  facts: () => undefined,
  view: (streams) => [...streams.entries()].reduce((sum, [, count]) => sum + count, 0)
})
