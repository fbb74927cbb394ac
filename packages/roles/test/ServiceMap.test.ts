import { Access, AccessPolicy, Sealed, ServiceMap } from "@louyu/roles"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { after, date, directory, person, unit, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const policy = AccessPolicy.cautious
const rosters = after([
  adopt("street", "streetPosts", "2022-01-01"),
  adopt("tower", two, "2022-01-01"),
  adopt("plaza", two, "2022-01-01"),
  appoint("street", "streetPosts", "twoNewSecretary", "street", "p-street", "2022-01-01"),
  appoint("tower", two, "buildingChief", "tower", "p-chief", "2022-01-01", { to: "2023-01-01" }),
  appoint("tower", two, "microGridHead", "grid-1", "p-head", "2022-01-01"),
  appoint("plaza", two, "buildingChief", "plaza", "p-beside", "2022-01-01")
])
const on = (day = "2022-06-01") => directory(rosters, day)
const feature = (id: string, layer: string, of: string, at: string): ServiceMap.Feature => ({
  id,
  layer,
  class: of,
  unit: unit(at)
})
const map = [
  feature("o-1", "opinions", "opinion", "grid-1"),
  feature("o-2", "opinions", "opinion", "grid-2"),
  feature("o-3", "opinions", "opinion", "plaza"),
  feature("c-1", "contacts", "contact", "firm"),
  feature("m-1", "members", "member", "party-body"),
  feature("x-1", "rumours", "unheard", "tower")
]
const seen = (who: string, purpose: string, day?: string) =>
  ServiceMap.visible(on(day), policy, person(who), purpose, map)
const ids = (all: ReadonlyArray<ServiceMap.Shown>) => all.map(({ feature: one }) => one.id)

describe("the service map", () => {
  it("P-41 each sees the features within what they answer for, as far as their level goes, and nothing of others", () => {
    expect(ids(seen("p-street", "governance"))).toEqual(["o-1", "o-2", "o-3"])
    expect(ids(seen("p-chief", "governance"))).toEqual(["o-1", "o-2"])
    expect(ids(seen("p-head", "governance"))).toEqual(["o-1"])
    expect(ids(seen("p-beside", "governance"))).toEqual(["o-3"])
    expect(seen("p-nobody", "governance")).toEqual([])
    // Of an opinion the street has theme and count, whoever is in the building its text as well.
    expect(seen("p-street", "governance")[0]).toMatchObject({ shown: ["theme", "count"], masked: [] })
    expect(seen("p-head", "governance")[0]).toMatchObject({ shown: ["theme", "count", "text"], masked: ["author"] })
    expect(seen("p-chief", "governance")[0]?.shown).toEqual(["theme", "count", "text", "author"])
  })

  it("P-41 a layer shows for its purposes only, an unknown one never, and no longer than a post lasts", () => {
    expect(ids(seen("p-chief", "service"))).toEqual(["o-1", "o-2", "c-1"])
    expect(ids(seen("p-chief", "membership"))).toEqual(["m-1"])
    expect(seen("p-chief", "curiosity")).toEqual([])
    expect(seen("p-chief", "service", "2023-01-01")).toEqual([])
    expect(ServiceMap.layers(policy, seen("p-chief", "service"))).toEqual([
      { layer: "contacts", features: 1, whole: 1 },
      { layer: "opinions", features: 2, whole: 2 }
    ])
    expect(ServiceMap.layers(policy, seen("p-street", "governance"))).toEqual([
      { layer: "opinions", features: 3, whole: 0 }
    ])
  })

  it("P-41 the map opens nothing: what is shown is read with a decision of its own, and that leaves an entry", () => {
    const [first] = seen("p-head", "governance")
    if (first === undefined) throw new Error("the head sees the opinion of the grid")
    expect(JSON.stringify(first)).not.toContain("漏水")
    const sealed = Sealed.seal(first.feature, { theme: "停车", count: "3", text: "我家漏水", author: "欧阳小明" })
    const decision = Access.decide(on(), policy, person("p-head"), { record: first.feature, purpose: "governance" })
    const read = Result.getOrThrow(Sealed.read(sealed, decision))
    expect(Object.keys(read.fields).toSorted()).toEqual([...first.shown, ...first.masked].toSorted())
    expect(read.fields.author).toBe("欧阳**")
    expect(read.audit).toMatchObject({ actor: "p-head", record: "o-1", purpose: "governance" })
    expect(read.audit?.fields.map(({ field }) => field)).toEqual(["text", "author"])
  })

  it("P-41 invariant 14: the map shows exactly what decisions about its records show, for any reader, day and map", () => {
    const features = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }).map((n) => `f-${n}`),
        layer: fc.constantFrom("opinions", "contacts", "members"),
        class: fc.constantFrom("opinion", "contact", "member", "minor", "unheard"),
        unit: fc.constantFrom("tower", "grid-1", "grid-2", "plaza", "firm", "street", "party-body").map(unit)
      }),
      { selector: ({ id }) => id, maxLength: 8 }
    )
    const who = fc.constantFrom("p-street", "p-chief", "p-head", "p-beside", "p-nobody").map(person)
    const purpose = fc.constantFrom("governance", "service", "membership", "childcare")
    const day = fc.constantFrom("2021-12-31", "2022-06-01", "2023-01-01").map((text) => date(text))
    fc.assert(
      fc.property(features, who, purpose, day, (all, actor, why, at) => {
        const told = ServiceMap.visible(on(at), policy, actor, why, all)
        const allowed = all.filter((record) => {
          const { fields } = Access.decide(on(at), policy, actor, { record, purpose: why })
          return Object.values(fields).some(({ showing }) => showing !== "hide")
        })
        expect(told.map(({ feature: one }) => one)).toEqual(allowed)
        for (const { feature: record, shown, masked } of told) {
          const { fields } = Access.decide(on(at), policy, actor, { record, purpose: why })
          for (const [field, { showing }] of Object.entries(fields)) {
            expect([field, shown.includes(field), masked.includes(field)]).toEqual([
              field,
              showing === "show",
              showing === "mask"
            ])
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})
