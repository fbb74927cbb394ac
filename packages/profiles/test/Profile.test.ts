import { Category, IndustryChain } from "@louyu/matching"
import { Structure } from "@louyu/organisation"
import { AccessPolicy, RoleScheme } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { Profile, Profiles } from "../src/index.ts"

type Data = typeof Profile.Profile.Encoded
const decode = Schema.decodeUnknownSync(Profile.Profile)

/** The generic profile as data with something of its structure replaced, and without what names its kinds. */
const changed = (structure: Partial<Data["structure"]>, rest: Partial<Data> = {}): Profile.Profile =>
  decode({
    ...Profiles.generic,
    governing: [],
    schemes: [],
    casework: {},
    ...rest,
    structure: { ...Profiles.generic.structure, ...structure }
  })

const kind = (id: string, rest: object = {}) => ({ id, names: { zh: id }, archetype: "body", ...rest }) as const
const found = (profile: Profile.Profile) => Profile.validate(profile).map(({ code, path }) => [code, path])

describe("Profile", () => {
  it.each(Profiles.all.map((profile) => [profile.id, profile] as const))(
    "R1-1 the preset %s does not contradict itself",
    (_, profile) => {
      expect(Profile.validate(profile)).toEqual([])
    }
  )

  it.each(Profiles.all.map((profile) => [profile.id, profile] as const))(
    "the preset %s is data: it survives JSON unchanged",
    (_, profile) => {
      expect(decode(JSON.parse(JSON.stringify(profile)))).toEqual(profile)
    }
  )

  it.each(Profiles.all.map((profile) => [profile.id, profile] as const))(
    "the preset %s names everything in both languages",
    (_, { names, structure }) => {
      const { kinds, levels, classifications, patterns } = structure
      const named = [
        { names },
        structure,
        ...kinds,
        ...levels.command,
        ...levels.location,
        ...classifications,
        ...patterns
      ]
      expect(named.filter((one) => one.names.en === undefined)).toEqual([])
    }
  )

  it("names the path of a kind that does not exist, in lists of superiors, rules and patterns", () => {
    const profile = changed({
      kinds: [kind("a", { root: ["command"], under: ["b"], onePer: ["c"] })],
      classifications: [
        { id: "q", names: { zh: "问" }, options: [{ id: "o", names: { zh: "答" } }], compulsoryFor: ["d"] }
      ],
      patterns: [{ id: "p", names: { zh: "式" }, around: ["e"], groups: [{ names: { zh: "组" }, kinds: ["a", "f"] }] }]
    })
    expect(found(profile)).toEqual([
      ["profiles/ReferenceUnknown", "structure.kinds[0].under[0]"],
      ["profiles/ReferenceUnknown", "structure.kinds[0].onePer[0]"],
      ["profiles/ReferenceUnknown", "structure.classifications[0].compulsoryFor[0]"],
      ["profiles/ReferenceUnknown", "structure.patterns[0].around[0]"],
      ["profiles/ReferenceUnknown", "structure.patterns[0].groups[0].kinds[1]"]
    ])
  })

  it("names the path of a level that does not exist", () => {
    const profile = changed({
      kinds: [kind("a", { level: { location: "nowhere" }, root: ["location"] })],
      classifications: [],
      patterns: []
    })
    expect(found(profile)).toEqual([["profiles/ReferenceUnknown", "structure.kinds[0].level.location"]])
  })

  it("names both places of an id that is used twice", () => {
    const profile = changed({ kinds: [kind("a"), kind("b"), kind("a")], classifications: [], patterns: [] })
    expect(Profile.validate(profile)).toMatchObject([
      { _tag: "IdRepeated", path: "structure.kinds[2].id", first: "structure.kinds[0].id", id: "a" }
    ])
  })

  it("finds a superior that stands on a lower level, and one that a compulsory level separates", () => {
    const levels = ["top", "middle", "low"].map((id) => ({ id, names: { zh: id }, skippable: false }))
    const profile = changed({
      levels: { command: levels, location: [] },
      kinds: [
        kind("top", { level: { command: "top" }, root: ["command"] }),
        kind("middle", { level: { command: "middle" }, under: ["top", "low"] }),
        kind("low", { level: { command: "low" }, under: ["middle", "top"] })
      ],
      classifications: [],
      patterns: []
    })
    expect(Profile.validate(profile)).toMatchObject([
      { _tag: "SuperiorImpossible", kind: "middle", superior: "low", reason: "level" },
      { _tag: "SuperiorImpossible", kind: "low", superior: "top", reason: "skipped" }
    ])
  })

  it("finds kinds that stand below each other in a circle and under no kind that may stand alone", () => {
    const circle = [kind("a", { under: ["b"] }), kind("b", { under: ["a"] }), kind("c", { under: ["c"] })] as const
    const profile = changed({ kinds: [...circle], classifications: [], patterns: [] })
    expect(Profile.validate(profile)).toMatchObject([
      { _tag: "KindUnreachable", kind: "a", line: "command" },
      { _tag: "KindUnreachable", kind: "b", line: "command" },
      { _tag: "KindUnreachable", kind: "c", line: "command" }
    ])
  })

  it("finds a limit for places in which such units never lie", () => {
    const profile = changed({
      kinds: [kind("p", { root: ["location"] }), kind("q", { root: ["location"], within: ["p"], onePer: ["q"] })],
      classifications: [],
      patterns: []
    })
    expect(found(profile)).toEqual([["profiles/PlaceImpossible", "structure.kinds[1].onePer[0]"]])
  })

  it("R2-7 finds whatever a role scheme names that nobody defines, and what it defines twice", () => {
    const { pinghu } = Profiles
    const [first, ...others] = pinghu.schemes ?? []
    if (first === undefined) throw new Error("pinghu has schemes")
    const [chief, ...staff] = first.roles
    const ref = { scheme: first.id, role: RoleScheme.RoleCode.make("nobody") }
    const broken = {
      ...first,
      roles: [
        { ...chief, scope: "castle", deputyOf: ref.role, exOfficio: { of: ref, at: { above: "moon" } } },
        ...staff,
        { ...chief, qualifies: { comesFrom: ["sea"] } }
      ] as const,
      concurrent: [[ref, { scheme: first.id, role: chief.code }]] as const,
      ladder: { "*": [ref] }
    }
    const access = {
      ...AccessPolicy.cautious,
      classes: [...AccessPolicy.cautious.classes, ...AccessPolicy.cautious.classes.slice(0, 1)]
    }
    const found = Profile.validate({
      ...pinghu,
      schemes: [broken, ...others, ...others.slice(0, 1)],
      governing: [Structure.KindId.make("castle")],
      access
    })
    expect(found.map((e) => [e._tag, e.path])).toEqual([
      ["IdRepeated", "schemes[6]"],
      ["IdRepeated", "schemes[0].roles[6].code"],
      ["ReferenceUnknown", "schemes[0].roles[0].scope"],
      ["ReferenceUnknown", "schemes[0].roles[0].deputyOf"],
      ["ReferenceUnknown", "schemes[0].roles[0].exOfficio.of"],
      ["ReferenceUnknown", "schemes[0].roles[0].exOfficio.at.above"],
      ["ReferenceUnknown", "schemes[0].roles[6].qualifies.comesFrom"],
      ["ReferenceUnknown", "schemes[0].concurrent[0]"],
      ["ReferenceUnknown", "schemes[0].ladder.*"],
      ["ReferenceUnknown", "governing[0]"],
      ["IdRepeated", "access.classes[4].id"]
    ])
    for (const { text } of found) expect(text.zh).toMatch(/\p{Script=Han}/u)
  })

  it("R2-19 finds a field that is to stay in a sort of unit that does not exist", () => {
    const access = {
      auditFrom: 1,
      classes: [
        {
          id: "note",
          names: { zh: "笔记" },
          purposes: ["service"],
          fields: { text: { level: 1, stays: "castle" } }
        }
      ]
    } as const
    expect(Profile.validate({ ...Profiles.pinghu, access }).map((e) => e.path)).toEqual([
      "access.classes[0].fields.text.stays"
    ])
  })

  it("R2-19 finds a clearance for a class of records the policy in force does not have", () => {
    const { pinghu } = Profiles
    const [first, ...others] = pinghu.schemes ?? []
    if (first === undefined) throw new Error("pinghu has schemes")
    const [chief, ...staff] = first.roles
    const cleared = { ...first, roles: [{ ...chief, clearances: { member: 3, diary: 4 } }, ...staff] } as const
    const schemes = [cleared, ...others]
    expect(found({ ...pinghu, schemes })).toEqual([
      ["profiles/ReferenceUnknown", "schemes[0].roles[0].clearances.diary"]
    ])
    const access = {
      auditFrom: 1,
      classes: [{ id: "diary", names: { zh: "日记" }, purposes: ["service"], fields: {} }]
    } as const
    expect(found({ ...pinghu, schemes, access })).toEqual([
      ["profiles/ReferenceUnknown", "schemes[0].roles[0].clearances.member"]
    ])
  })

  it("P-40 finds words for stations that are given twice, in every list", () => {
    const word = { id: "w", names: { zh: "词" } }
    const twice = [word, word] as const
    const stations = {
      stationKinds: twice,
      roomKinds: twice,
      pointKinds: twice,
      facilityKinds: twice,
      audiences: twice,
      labelSets: [
        { ...word, labels: twice },
        { ...word, labels: [word] }
      ] as const,
      standards: [
        { ...word, criteria: twice },
        { ...word, criteria: [word] }
      ] as const
    }
    expect(found({ ...Profiles.pinghu, stations })).toEqual(
      [
        ...["stationKinds", "roomKinds", "pointKinds", "facilityKinds", "audiences", "labelSets", "standards"],
        "labelSets[0].labels",
        "standards[0].criteria"
      ].map((path) => ["profiles/IdRepeated", `stations.${path}[1].id`])
    )
  })

  it("P-31 H-32 finds whatever a catalogue names that it does not define, and what it defines twice", () => {
    const category = (id: string, more: object = {}) => ({
      id: Category.CategoryId.make(id),
      names: { zh: id },
      ...more
    })
    const position = (id: string, more: object = {}) => ({
      id: IndustryChain.PositionId.make(id),
      names: { zh: id },
      ...more
    })
    const field = { id: "size", type: "size", names: { zh: "规模" } } as const
    const option = { id: "big", names: { zh: "大" } }
    const choice = { id: "form", type: "choice", names: { zh: "形态" }, options: [option, option] } as const
    const catalogue = {
      categories: [category("a", { parent: "z" }), category("b", { sameAs: ["a", "y"] }), category("a")],
      fields: [field, field, choice],
      chains: [
        {
          id: IndustryChain.ChainId.make("c"),
          names: { zh: "链" },
          positions: [position("p", { supplies: ["q"] }), position("p")] as const
        }
      ]
    }
    expect(Profile.validate({ ...Profiles.pinghu, catalogue }).map((e) => [e._tag, e.path])).toEqual([
      ["IdRepeated", "catalogue.categories[2].id"],
      ["ReferenceUnknown", "catalogue.categories[0].parent"],
      ["ReferenceUnknown", "catalogue.categories[1].sameAs[1]"],
      ["IdRepeated", "catalogue.chains[0].positions[1].id"],
      ["ReferenceUnknown", "catalogue.chains[0].positions[0].supplies[0]"],
      ["IdRepeated", "catalogue.fields[1].id"],
      ["IdRepeated", "catalogue.fields[2].options[1].id"]
    ])
  })

  it("finds a default language that is not offered", () => {
    expect(found(changed({}, { languages: ["en"] }))).toEqual([["profiles/LanguageMissing", "defaults.language"]])
  })

  it("says in both languages what to do", () => {
    for (const problem of Profile.validate(changed({ kinds: [kind("a", { under: ["b"] })] }))) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).toContain(problem.path)
    }
  })

  it("accepts time zones by their IANA name only", () => {
    expect(changed({}, { timeZone: "America/Los_Angeles" }).timeZone).toBe("America/Los_Angeles")
    expect(() => changed({}, { timeZone: "Asia/Atlantis" })).toThrow("an IANA time zone")
  })
})

describe("Profiles", () => {
  it("finds a preset by its id", () => {
    expect(Result.getOrThrow(Profiles.find("pinghu"))).toBe(Profiles.pinghu)
  })

  it("prefers an own profile to a preset of the same id", () => {
    const own = changed({}, { id: "pinghu" })
    expect(Result.getOrThrow(Profiles.find("pinghu", [own]))).toBe(own)
  })

  it("lists the profiles there are when asked for another", () => {
    expect(Result.getOrThrow(Result.flip(Profiles.find("atlantis")))).toMatchObject({
      _tag: "ProfileUnknown",
      known: Profiles.all.map(({ id }) => id)
    })
  })

  it("P-11 pinghu has the levels street committee, comprehensive committee and branch", () => {
    const levels = Profiles.pinghu.structure.levels.command
    expect(levels.filter((level) => level.id !== "general").map((level) => level.id)).toEqual([
      "street",
      "committee",
      "branch"
    ])
    expect(levels.find((level) => level.id === "general")?.skippable).toBe(true)
  })

  it("P-42 pinghu knows the two-new working committees, owners' committees and title owners", () => {
    const kinds = Profiles.pinghu.structure.kinds.map(({ id }) => id as string)
    expect(kinds).toEqual(
      expect.arrayContaining(["city-two-new-committee", "street-two-new-committee", "owners-committee", "title-owner"])
    )
  })

  it("divisions has five levels of which two may be left out", () => {
    expect(Profiles.divisions.structure.levels.location.map(({ skippable }) => skippable)).toEqual([
      false,
      true,
      true,
      false,
      false
    ])
  })
})
