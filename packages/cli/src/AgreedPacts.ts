import { CivilDate, type Identifier } from "@louyu/kernel"
import { Pact } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"

const { field, Count } = Answer

type Date = CivilDate.CivilDate

/** A pact of a place with who signed the version in force. */
export const Row = Schema.Struct({
  ...Word.fields,
  place: field(Answer.Unit, "whose pact it is"),
  version: field(Schema.NullOr(Count), "the version in force; `null` while none was adopted"),
  adopted: field(Schema.NullOr(CivilDate.CivilDate), "since when, or `null`"),
  clauses: field(Count, "its clauses, or those of the draft while none was adopted"),
  signatures: field(Count, "how many signed that version"),
  toSignAgain: field(Schema.Array(Answer.Unit), "units that signed an earlier version and not this one"),
  peopleToSignAgain: field(Count, "how many people did so"),
  draft: field(Schema.NullOr(Count), "a later version that is drafted and not adopted, or `null`")
})
export type Row = typeof Row.Type

const pactAsOf = (pact: Pact.Pact, on: Date): Pact.Pact => ({
  ...pact,
  versions: pact.versions
    .filter(({ drafted }) => drafted <= on)
    .map((version) => ({
      ...version,
      adopted: version.adopted !== undefined && version.adopted <= on ? version.adopted : undefined,
      signatures: HashMap.filter(version.signatures, (one) => one.on <= on)
    }))
})

/** The pacts of a city as they stood at the end of a day, by id. */
export const of = ({ view, on }: Scene.Scene, state: Pact.State, isMeant: IsMeant): ReadonlyArray<Row> =>
  [...HashMap.values(state)]
    .filter(({ drafted }) => drafted.on <= on && isMeant([drafted.place]))
    .map((known): Row => {
      const pact = pactAsOf(known, on)
      const now = Pact.inForce(pact)
      const last = pact.versions.at(-1)
      const again = Pact.toSignAgain(pact)
      return {
        id: pact.drafted.pact,
        names: pact.drafted.names,
        place: Naming.unit(view, pact.drafted.place),
        version: now?.version ?? null,
        adopted: now?.adopted ?? null,
        clauses: (now ?? last)?.clauses.length ?? 0,
        signatures: now === undefined ? 0 : HashMap.size(now.signatures),
        toSignAgain: again.flatMap((one) => ("unit" in one ? [Naming.unit(view, one.unit)] : [])),
        peopleToSignAgain: again.filter((one) => "person" in one).length,
        draft: last === undefined || last.adopted !== undefined ? null : last.version
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** What is asked about: whether any of some units is. */
export type IsMeant = (units: ReadonlyArray<Identifier.UnitId>) => boolean
