import * as Schema from "effect/Schema"

const places = [
  "region",
  "cluster",
  "commercialDistrict",
  "park",
  "building",
  "tower",
  "floor",
  "lettableUnit",
  "microGrid",
  "site"
] as const

const partyBodies = [
  "committee",
  "workingCommittee",
  "comprehensiveCommittee",
  "generalBranch",
  "branch",
  "temporaryBranch"
] as const

const otherBodies = [
  "massOrganisation",
  "council",
  "department",
  "enterprise",
  "soleTrader",
  "propertyCompany",
  "operator",
  "titleOwner",
  "ownersCommittee",
  "socialOrganisation",
  "university",
  "volunteerTeam",
  "station",
  "body"
] as const

/**
 * What a kind of unit *is* to the rules, whatever a city calls it.
 *
 * A city names its own kinds and says of each which archetype it is; rules speak of archetypes only. `site` and `body`
 * are the place and the body about which no rule says anything.
 * Source: consolidated model, contexts "organisation tree" and "place"; P-42, F-10, W-17, W-22.
 */
export const Archetype = Schema.Literals([...places, ...partyBodies, ...otherBodies])
export type Archetype = typeof Archetype.Type

const placeSet: ReadonlySet<string> = new Set(places)
const partyBodySet: ReadonlySet<string> = new Set(partyBodies)
const branchSet: ReadonlySet<string> = new Set(["generalBranch", "branch", "temporaryBranch"])
const enterpriseSet: ReadonlySet<string> = new Set(["enterprise", "soleTrader"])

/** Tells a place (somewhere one can be) from a body (somebody who acts). */
export const isPlace = (archetype: Archetype): boolean => placeSet.has(archetype)

/** Tells whether an archetype is a Party body: the only units that hold membership and whose members are counted. */
export const isPartyBody = (archetype: Archetype): boolean => partyBodySet.has(archetype)

/** Tells whether an archetype is a branch of any sort: the units that can be single- or joint-built. */
export const isBranch = (archetype: Archetype): boolean => branchSet.has(archetype)

/** Tells whether an archetype is an enterprise in the sense of coverage; a sole trader is one (W-22). */
export const isEnterprise = (archetype: Archetype): boolean => enterpriseSet.has(archetype)
