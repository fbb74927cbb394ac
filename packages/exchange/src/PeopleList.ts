import type { Identifier } from "@louyu/kernel"
import * as Redacted from "effect/Redacted"
import { NumberShared, PersonUnlisted } from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import type { Person, RecruitmentStep, RolesStep } from "./Report.ts"

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

// Digits alone tell numbers apart, however they are written.
const numberOf = ({ entry: { mobile } }: Person): string | undefined => {
  const digits = mobile === undefined ? "" : Redacted.value(mobile).normalize("NFKC").replaceAll(/\D/gu, "")
  return digits === "" ? undefined : digits.replace(/^86(?=1\d{10}$)/u, "")
}

/**
 * Warns of prospects whose persons to talk to have one number: probably one person, and one firm, entered twice.
 *
 * Shape: each prospect but the first, with the id of the first; the number itself is told nowhere.
 * Source: R4-9.
 */
export const shared = (
  steps: ReadonlyArray<RecruitmentStep>,
  people: ReadonlyArray<Person>
): ReadonlyArray<Finding.Finding> => {
  const numbers = new Map(people.map((one) => [one.person, numberOf(one)] as const))
  const first = new Map<string, { readonly prospect: string; readonly contact: string }>()
  return steps.flatMap(({ command, origin }): ReadonlyArray<Finding.Finding> => {
    if (command._tag !== "OpenProspect" || command.contact === undefined) return []
    const { prospect, contact, pipeline, distinctFrom = [] } = command
    const number = numbers.get(contact)
    if (number === undefined) return []
    const key = `${pipeline} ${number}`
    const before = first.get(key)
    if (before === undefined) first.set(key, { prospect, contact })
    // Who shares the id is found by the rules themselves.
    if (before === undefined || before.contact === contact) return []
    const isDistinct = distinctFrom.some((one) => one === before.prospect)
    return isDistinct ? [] : [Finding.warning(origin, new NumberShared({ prospect, other: before.prospect }))]
  })
}
