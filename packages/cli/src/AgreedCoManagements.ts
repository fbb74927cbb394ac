import { CivilDate, Period } from "@louyu/kernel"
import { CoManagement, CoManagementCommand } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import type * as AgreedPacts from "./AgreedPacts.ts"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"

const { field } = Answer

/** A pact by which four parties manage something together. */
export const Row = Schema.Struct({
  ...Word.fields,
  subject: field(Schema.String, "the id of what they manage"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day without it, or `null`"),
  parties: field(
    Schema.Array(
      Schema.Struct({
        kind: field(CoManagementCommand.PartyKind, "the kind of party"),
        managers: field(
          Schema.Array(
            Schema.Struct({ unit: field(Answer.Unit, "who"), duty: field(Schema.String, "what it answers for") })
          ),
          "who of that kind is there on the day"
        )
      })
    ),
    "the four kinds of party"
  ),
  missing: field(Schema.Array(CoManagementCommand.PartyKind), "kinds that are not there")
})
export type Row = typeof Row.Type

/** The co-management pacts that run on a day, by id. */
export const of = (
  { view, on }: Scene.Scene,
  state: CoManagement.State,
  isMeant: AgreedPacts.IsMeant
): ReadonlyArray<Row> =>
  [...HashMap.values(state)]
    .filter((one) => Period.contains(CoManagement.life(one), on))
    .filter((one) =>
      isMeant(CoManagement.kinds.flatMap((kind) => CoManagement.duties(one, kind, on).map(({ unit }) => unit)))
    )
    .map(
      (one): Row => ({
        id: one.formed.coManagement,
        names: one.formed.names,
        subject: one.formed.subject,
        to: one.to ?? null,
        parties: CoManagement.kinds.map((kind) => ({
          kind,
          managers: CoManagement.duties(one, kind, on).map(({ unit, duty }) => ({
            unit: Naming.unit(view, unit),
            duty
          }))
        })),
        missing: CoManagement.missing(one, on)
      })
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
