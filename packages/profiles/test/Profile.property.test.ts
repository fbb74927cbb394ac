import { Archetype } from "@louyu/organisation"
import type { RoleScheme } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Profile, Profiles } from "../src/index.ts"

const decode = Schema.decodeUnknownSync(Profile.Profile)
const letters = ["a", "b", "c", "d", "e"] as const
const letter = fc.constantFrom(...letters)
const lists = fc.uniqueArray(letter, { maxLength: 3 })

interface Draft {
  readonly id: string
  readonly under?: ReadonlyArray<string>
  readonly root: ReadonlyArray<string>
}

const kinds: fc.Arbitrary<ReadonlyArray<Draft>> = fc
  .tuple(...letters.map((id) => fc.record({ id: fc.constant(id), under: lists, alone: fc.nat({ max: 3 }) })))
  .map((drafts) =>
    drafts.map(({ id, under, alone }) => ({
      id,
      root: alone === 0 ? ["command"] : [],
      ...(under.length > 0 ? { under } : {})
    }))
  )

const profileOf = (drafts: ReadonlyArray<Draft>): Profile.Profile =>
  decode({
    ...Profiles.generic,
    structure: {
      ...Profiles.generic.structure,
      levels: { command: [], location: [] },
      kinds: drafts.map((draft) => ({ names: { zh: draft.id }, archetype: "body", ...draft })),
      classifications: [],
      patterns: []
    }
  })

const isArchetype = Schema.is(Archetype.Archetype)
const sortsIn = (schemes: ReadonlyArray<RoleScheme.RoleScheme>): ReadonlyArray<unknown> =>
  schemes.flatMap(({ roles }) => roles.map((role) => [role.scope, role.qualifies?.comesFrom, role.exOfficio?.at]))

/** Oracle: walks every chain of superiors, never visiting a kind twice. */
const standsSomewhere = (drafts: ReadonlyArray<Draft>, id: string, seen: ReadonlyArray<string> = []): boolean => {
  const draft = drafts.find((one) => one.id === id)
  if (draft === undefined || seen.includes(id)) return false
  if (draft.under === undefined || draft.root.length > 0) return true
  return draft.under.some((superior) => standsSomewhere(drafts, superior, [...seen, id]))
}

describe("Profile.validate", () => {
  it("calls a kind unreachable exactly when no chain of superiors ends at a kind that may stand alone", () => {
    fc.assert(
      fc.property(kinds, (drafts) => {
        const unreachable = Profile.validate(profileOf(drafts)).flatMap((e) =>
          e._tag === "KindUnreachable" ? [e.kind] : []
        )
        expect(unreachable).toEqual(drafts.map(({ id }) => id).filter((id) => !standsSomewhere(drafts, id)))
      }),
      { numRuns: 300 }
    )
  })

  it("reports every reference to a kind that was taken away, and nothing when none was", () => {
    const { kinds: all } = Profiles.pinghu.structure
    fc.assert(
      fc.property(fc.nat({ max: all.length }), (gone) => {
        const removed = all[gone]?.id
        const structure = { ...Profiles.pinghu.structure, kinds: all.filter(({ id }) => id !== removed) }
        const text = JSON.stringify([
          structure.kinds.map(({ under, within, onePer }) => [under, within, onePer]),
          structure.classifications.map(({ compulsoryFor }) => compulsoryFor),
          structure.patterns.map(({ around, groups }) => [around, groups.map((group) => group.kinds)]),
          Profiles.pinghu.governing,
          Profiles.pinghu.casework?.dispatching,
          isArchetype(removed) ? [] : sortsIn(Profiles.pinghu.schemes ?? [])
        ])
        const references = text.split(`"${removed}"`).length - 1
        const found = Profile.validate(decode({ ...Profiles.pinghu, structure }))
        expect(found.filter((e) => e._tag === "ReferenceUnknown" && e.id === removed)).toHaveLength(references)
      }),
      { numRuns: 60 }
    )
  })
})
