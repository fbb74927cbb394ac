import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import { AlreadySigned, PactNotAdopted, PactVersionSuperseded, PactVersionUnexpected } from "./AgreementError.ts"
import { keyOf } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Pact from "./Pact.ts"
import type { Clause, Command } from "./PactCommand.ts"
import type { Event, PactDrafted } from "./PactEvent.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const drafted = (version: number, clauses: ReadonlyArray<Clause>, on: PactDrafted["on"]): Pact.Version => ({
  version,
  clauses,
  drafted: on,
  adopted: undefined,
  signatures: HashMap.empty()
})

const sound = (clauses: ReadonlyArray<Clause>): (() => Rule.Checked) =>
  Rule.distinct(
    "clause",
    clauses.map(({ clause }) => clause)
  )

// Adopted ones come before the one that is being drafted, if one is.
const draft = ({ versions }: Pact.Pact): Pact.Version | undefined =>
  versions.find(({ adopted }) => adopted === undefined)

const signing = (pact: Pact.Pact, { pact: id, version, by, on }: Of<"SignPact">, facts: Rule.Facts): Rule.Checked =>
  Rule.known(Pact.version(pact, version), "version", `${id} ${version}`, ({ adopted }) => {
    const inForce = Pact.inForce(pact)?.version ?? version
    const before = Pact.signature(pact, version, by)
    return Rule.all(
      () => Rule.demand(adopted !== undefined, () => new PactNotAdopted({ pact: id, version })),
      () => Rule.demand(version >= inForce, () => new PactVersionSuperseded({ pact: id, version, inForce })),
      () => Rule.demand(before === undefined, () => new AlreadySigned({ sort: "pact", id, on: before?.on ?? on })),
      Rule.existing(facts, on, "unit" in by ? [by.unit] : [])
    )
  })

const changeVersion = (pact: Pact.Pact, number: number, f: (one: Pact.Version) => Pact.Version): Pact.Pact => ({
  ...pact,
  versions: pact.versions.map((one) => (one.version === number ? f(one) : one))
})

/**
 * The rules of pacts: a signature binds to one version, and only the version in force can be signed.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none. No
 * source states a sanction, so there is none.
 * Cost: O(log n) a command, besides the versions of the pact.
 * Source: D-14.
 */
export const decider: Decider.Decider<Command, Pact.State, Event, ProgrammesError, Rule.Facts> = Desk.decider<
  Command,
  Pact.Pact,
  Event,
  Rule.Facts,
  "DraftPact",
  "PactDrafted"
>({
  sort: "pact",
  key: ({ pact }) => pact,
  tags: { DraftPact: "PactDrafted", AdoptPact: "PactAdopted", AmendPact: "PactAmended", SignPact: "PactSigned" },
  opens: "DraftPact",
  start: (first) => {
    return { ...Desk.begun<Event>(first.on), drafted: first, versions: [drafted(1, first.clauses, first.on)] }
  },
  opening: ({ place, clauses, on }, facts) => Rule.all(Rule.existing(facts, on, [place]), sound(clauses)),
  checks: {
    AdoptPact: (pact, { pact: id, version, _tag }) =>
      Rule.known(Pact.version(pact, version), "version", `${id} ${version}`, ({ adopted }) =>
        Rule.standing("version", `${id} ${version}`, adopted === undefined ? "drafted" : "adopted", _tag, "drafted")()
      ),
    AmendPact: (pact, { pact: id, version, clauses, _tag }) => {
      const expected = pact.versions.length + 1
      return Rule.all(
        Rule.standing("pact", id, draft(pact) === undefined ? "adopted" : "amending", _tag, "adopted"),
        () => Rule.demand(version === expected, () => new PactVersionUnexpected({ pact: id, version, expected })),
        sound(clauses)
      )
    },
    SignPact: signing
  },
  effects: {
    PactAdopted: (pact, { version, on }) => changeVersion(pact, version, (one) => ({ ...one, adopted: on })),
    PactAmended: (pact, { version, clauses, on }) => ({
      ...pact,
      versions: [...pact.versions, drafted(version, clauses, on)]
    }),
    PactSigned: (pact, { version, by, on }) =>
      changeVersion(pact, version, (one) => ({
        ...one,
        signatures: HashMap.set(one.signatures, keyOf(by), { by, on })
      }))
  }
})
