import type { Identifier } from "@louyu/kernel"
import { PersonUnlisted } from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import type { Person, RolesStep } from "./Report.ts"

/** The file that says who people are. */
export const file = "people.csv"

const personOf = ({ command }: RolesStep): Identifier.PersonId | undefined =>
  "person" in command ? command.person : undefined

/** Warns of people who are given something and are not on the list of people, each once, where they come up first. */
export const missing = (
  steps: ReadonlyArray<RolesStep>,
  people: ReadonlyArray<Person>
): ReadonlyArray<Finding.Finding> => {
  const known = new Set<string>(people.map(({ person }) => person))
  const findings: Array<Finding.Finding> = []
  for (const step of steps) {
    const person = personOf(step)
    if (person === undefined || known.has(person)) continue
    known.add(person)
    findings.push(Finding.warning(step.origin, new PersonUnlisted({})))
  }
  return findings
}
