import * as Casework from "@louyu/casework"
import * as Economy from "@louyu/economy"
import * as Matching from "@louyu/matching"
import * as Organisation from "@louyu/organisation"
import { Profile, Profiles } from "@louyu/profiles"
import * as Programmes from "@louyu/programmes"
import * as Recruitment from "@louyu/recruitment"
import * as Roles from "@louyu/roles"
import * as Stations from "@louyu/stations"
import * as Predicate from "effect/Predicate"
import { describe, expect, it } from "vitest"
import { AuditDomain, CityDomain } from "../src/index.ts"

const domains = [Casework, Economy, Matching, Organisation, Programmes, Recruitment, Roles, Stations]

const typesOf = (schema: unknown): ReadonlyArray<string> =>
  Predicate.hasProperty(schema, "cases") && Predicate.isObject(schema.cases) ? Object.keys(schema.cases) : []

const recorded = [
  ...domains.flatMap((modules) =>
    Object.values<object>({ ...modules }).flatMap((module) =>
      Object.entries(module).flatMap(([name, schema]) => (name.endsWith("Event") ? typesOf(schema) : []))
    )
  ),
  ...typesOf(CityDomain.Event),
  ...typesOf(AuditDomain.Event)
]

const rule = (event: string) => ({
  id: event,
  names: { zh: event },
  events: [event] as const,
  to: { _tag: "channel", over: { kind: "desk", channel: "street" } } as const,
  title: { zh: event },
  text: { zh: event }
})

describe("facts a rule of notification can be about", () => {
  it("R4-21 are all that a city records", () => {
    expect(recorded).toEqual(
      expect.arrayContaining(["UnitMoved", "FigurePublished", "StationOpened", "ProfileAdopted", "RecordRead"])
    )
    const notifications = { rules: [...new Set(recorded)].map(rule) }
    expect(Profile.validate({ ...Profiles.generic, notifications })).toEqual([])
  })
})
