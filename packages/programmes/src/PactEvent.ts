import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./PactCommand.ts"

/** A pact was drafted. */
export const PactDrafted = Fact.of("PactDrafted", Command.DraftPact.fields)
export type PactDrafted = typeof PactDrafted.Type
/** A version of a pact is in force. */
export const PactAdopted = Fact.of("PactAdopted", Command.AdoptPact.fields)
/** The next version of a pact was drafted. */
export const PactAmended = Fact.of("PactAmended", Command.AmendPact.fields)
/** Somebody signed a version of a pact. */
export const PactSigned = Fact.of("PactSigned", Command.SignPact.fields)

/** Everything that is recorded of pacts. */
export const Event = Schema.Union([PactDrafted, PactAdopted, PactAmended, PactSigned]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
