import { kind, level, skippable } from "../../Preset.ts"
import { inside } from "./places.ts"

/** The steps of command below the committees of a city. */
export const branchLevels = [
  skippable("general", "党总支（企业党委）", "General branch or enterprise committee"),
  level("branch", "党支部", "Branch")
]

const placed = { root: ["location"] } as const

/**
 * A committee for whatever lies in a place, one for each: its members keep their own branches.
 *
 * Source: H-04, H-05, P-11, D-04.
 */
export const comprehensiveCommittee = (at: string, ...within: ReadonlyArray<string>) =>
  kind("comprehensive-committee", "综合党委", "Comprehensive committee", "comprehensiveCommittee", {
    level: { command: at },
    within,
    onePer: within,
    nature: "functional",
    termMonths: 60
  })

/** A committee with members of its own. Source: H-06, H-07, F-03, A-21. */
export const committee = (id: string, zh: string, en: string, at: string, ...within: ReadonlyArray<string>) =>
  kind(id, zh, en, "committee", { ...placed, level: { command: at }, within, nature: "entity", termMonths: 60 })

/** The highest committee of a city's structure, which stands under none. */
export const top = (id: string, zh: string, en: string, archetype: "committee" | "workingCommittee", at: string) =>
  kind(id, zh, en, archetype, {
    root: ["command", "location"],
    level: { command: at },
    within: [at],
    nature: "entity"
  })

/**
 * The bodies an enterprise or several found, in every city: a committee, general branch or branch of their own.
 *
 * Shape: `committees` are the kinds of committee of the city they may stand under, `anywhere` the places a branch lies in.
 * Source: P-09, 2.9.
 */
export const branchKinds = (committees: ReadonlyArray<string>, anywhere: ReadonlyArray<string>) => [
  kind("enterprise-committee", "企业党委", "Enterprise Party committee", "committee", {
    ...placed,
    level: { command: "general" },
    within: inside,
    nature: "entity",
    termMonths: 60
  }),
  kind("general-branch", "党总支", "General branch", "generalBranch", {
    ...placed,
    level: { command: "general" },
    within: inside,
    nature: "entity",
    termMonths: 36
  }),
  kind("branch", "党支部", "Party branch", "branch", {
    ...placed,
    level: { command: "branch" },
    under: [...committees, "general-branch", "enterprise-committee"],
    within: anywhere,
    nature: "entity",
    termMonths: 36
  }),
  kind("temporary-branch", "临时党支部", "Temporary branch", "temporaryBranch", {
    ...placed,
    level: { command: "branch" },
    under: [...committees, "general-branch", "enterprise-committee"],
    within: anywhere,
    nature: "functional"
  })
]
