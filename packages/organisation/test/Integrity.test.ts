import { Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { Command, type Event, Finding, Integrity, Structure, View } from "../src/index.ts"
import * as Town from "./town.ts"

const {
  affiliate,
  after,
  assign,
  bind,
  counts,
  day,
  district,
  establish,
  found,
  join,
  kind,
  range,
  restructured,
  structure,
  unit
} = Town

const today = day(30)

const term = (id: string, from: number, to: number): Command.Command => ({
  _tag: "StartTerm",
  unit: unit(id),
  from: day(from),
  to: day(to)
})
const answer = (id: string): Command.Command => ({
  _tag: "ReclassifyUnit",
  unit: unit(id),
  classes: { "operating-status": "substantive" },
  from: day(0)
})

// A district in which nothing is wrong.
const sound: ReadonlyArray<Command.Command> = [
  ...district(2),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  answer("cc"),
  term("cc", 0, 1000),
  establish("fl", "floor", { within: "b0" }),
  establish("un", "lettable-unit", { within: "fl" }),
  establish("e", "enterprise", { within: "un" }),
  establish("e1", "enterprise", { within: "un" }),
  establish("g", "micro-grid", { within: "b0" }),
  assign("g", ["fl"]),
  bind("g", "group"),
  found("br", ["e", "e1"], { under: "cc", within: "b0" }),
  term("br", 0, 1000),
  establish("fb", "good-neighbour-branch", { under: "cc", within: "b0" }),
  join("fb", "person:p0")
]

/** What is found wrong in the sound district after something happened to it: `code unit detail`. */
const foundAfter = (
  { commands = [], facts = [] }: { commands?: ReadonlyArray<Command.Command>; facts?: ReadonlyArray<Event.Event> },
  rules: Structure.Structure = structure
): ReadonlyArray<string> => {
  const state = Town.evolve(after(commands, structure, after(sound)), ...facts)
  return Integrity.report(View.of(rules, state, today)).map(({ code, unit: id, detail }) =>
    `${code} ${id} ${detail}`.trim()
  )
}

interface Case {
  readonly code: Finding.FindingCode
  /** What makes it appear: commands, facts from elsewhere, or a structure that changed. */
  readonly wrong: { readonly commands?: ReadonlyArray<Command.Command>; readonly facts?: ReadonlyArray<Event.Event> }
  readonly rules?: Structure.Structure
  /** What mends it. */
  readonly mended: ReadonlyArray<Command.Command>
  readonly found: ReadonlyArray<string>
}

const dissolve = (id: string): Command.Command => ({ _tag: "DissolveUnit", unit: unit(id), on: day(20) })
const reclassify = (id: string, change: object): Command.Command => ({
  _tag: "ReclassifyUnit",
  unit: unit(id),
  from: day(20),
  ...change
})

const kindsBut = (id: string, change: object) =>
  structure.kinds.map((one) => (one.id === id ? { ...one, ...change } : one))

const cases: ReadonlyArray<Case> = [
  {
    code: "orphan",
    wrong: { commands: [{ _tag: "RelocateUnit", unit: unit("e"), from: day(5) }] },
    mended: [{ _tag: "RelocateUnit", unit: unit("e"), within: unit("un"), from: day(20) }],
    found: ["orphan e location"]
  },
  {
    code: "kindUnknown",
    wrong: { commands: [establish("tu", "trade-union", { under: "st", within: "b0" })] },
    rules: restructured({ kinds: structure.kinds.filter(({ id }) => id !== "trade-union") }),
    mended: [reclassify("tu", { kind: Structure.KindId.make("youth-league") })],
    found: ["kindUnknown tu trade-union"]
  },
  {
    code: "superiorNotAllowed",
    wrong: {},
    rules: restructured({ kinds: kindsBut("good-neighbour-branch", { under: ["building-committee"] }) }),
    mended: [
      establish("bc", "building-committee", { under: "cc", within: "b1" }),
      answer("bc"),
      { _tag: "MoveUnit", unit: unit("fb"), under: unit("bc"), from: day(20) }
    ],
    found: ["superiorNotAllowed fb cc"]
  },
  {
    code: "onePerPlace",
    wrong: {
      commands: [establish("fb2", "good-neighbour-branch", { under: "cc", within: "b0" }), join("fb2", "person:p1")]
    },
    rules: restructured({ kinds: kindsBut("good-neighbour-branch", { onePer: ["building"] }) }),
    mended: [{ _tag: "RelocateUnit", unit: unit("fb2"), within: unit("b1"), from: day(20) }],
    found: ["onePerPlace fb2 b0"]
  },
  {
    code: "unclassified",
    wrong: { commands: [establish("bc", "building-committee", { under: "cc", within: "b0" })] },
    mended: [answer("bc")],
    found: ["unclassified bc operating-status"]
  },
  {
    code: "natureMissing",
    wrong: { commands: [establish("wc", "two-new-committee", { under: "st", within: "r" })] },
    mended: [reclassify("wc", { nature: "entity" })],
    found: ["natureMissing wc"]
  },
  {
    code: "termOverdue",
    wrong: {
      commands: [
        establish("cm", "community-committee", { under: "st", within: "r" }),
        term("cm", 0, 30),
        term("cm", 40, 1000)
      ]
    },
    mended: [term("cm", 30, 40)],
    found: [`termOverdue cm ${day(30)}`]
  },
  {
    code: "termUnknown",
    wrong: { commands: [establish("cm", "community-committee", { under: "st", within: "r" }), term("cm", 31, 1000)] },
    mended: [term("cm", 0, 31)],
    found: ["termUnknown cm"]
  },
  {
    code: "membersDiffer",
    wrong: {
      commands: [...range(4, (i) => affiliate(`m${i}`, "br", i === 0 ? "probationary" : "full")), counts("br", 3)]
    },
    mended: [counts("br", 3, 1, day(20))],
    found: ["membersDiffer br 3 + 0 / 3 + 1"]
  },
  {
    code: "functionalHoldsMembers",
    wrong: {
      commands: [
        establish("old", "branch", { under: "cc", within: "b0" }),
        term("old", 0, 1000),
        counts("old", 3),
        join("fb", "e")
      ],
      facts: [{ _tag: "UnitReclassified", unit: unit("old"), nature: "functional", from: day(10) }]
    },
    mended: [reclassify("old", { nature: "entity" })],
    found: ["functionalHoldsMembers old", "functionalEmpty old"]
  },
  {
    code: "functionalEmpty",
    wrong: { commands: [{ _tag: "LeaveBody", body: unit("fb"), member: { person: Town.person("p0") }, on: day(10) }] },
    mended: [join("fb", "e1", undefined, day(20))],
    found: ["functionalEmpty fb"]
  },
  {
    code: "belowMinimum",
    wrong: { commands: [counts("br", 2, 5, day(10))] },
    mended: [counts("br", 3, 5, day(20))],
    found: ["belowMinimum br 2"]
  },
  {
    code: "jointOfOne",
    wrong: { commands: [dissolve("e1")] },
    mended: [reclassify("br", { formation: "single" })],
    found: ["jointOfOne br"]
  },
  {
    code: "enterpriseCount",
    wrong: {},
    rules: restructured({ kinds: kindsBut("branch", { maximumEnterprises: 1 }) }),
    mended: [
      { _tag: "ReorganiseBranch", branch: unit("br"), formation: "single", enterprises: [unit("e")], from: day(20) }
    ],
    found: ["enterpriseCount br 2 / 1"]
  },
  {
    code: "allianceSize",
    wrong: {
      commands: [
        {
          _tag: "FormAlliance",
          alliance: Command.AllianceId.make("six"),
          sort: "sixParty",
          name: Text.of("六方联建"),
          lead: unit("st"),
          members: [unit("st"), unit("cc"), unit("e"), unit("e1")],
          declaredSize: 6,
          from: day(0)
        }
      ]
    },
    mended: ["br", "fb"].map((id) => ({
      _tag: "JoinAlliance",
      alliance: Command.AllianceId.make("six"),
      unit: unit(id),
      from: day(20)
    })),
    found: ["allianceSize six 6 / 4"]
  },
  {
    code: "gridMissing",
    wrong: {
      commands: [
        establish("f1", "floor", { within: "b1" }),
        ...range(3, (i) => establish(`t${i}`, "enterprise", { within: "f1" }))
      ]
    },
    mended: [
      establish("g1", "micro-grid", { within: "b1" }),
      establish("g2", "micro-grid", { within: "b1" }),
      establish("f2", "floor", { within: "b1" }),
      { _tag: "RelocateUnit", unit: unit("t2"), within: unit("f2"), from: day(20) },
      assign("g1", ["f1"]),
      assign("g2", ["f2"]),
      bind("g1", "group-1"),
      bind("g2", "group-2")
    ],
    found: ["gridMissing b1"]
  },
  {
    code: "gridGap",
    wrong: {
      commands: [
        establish("f2", "floor", { within: "b0" }),
        establish("u2", "lettable-unit", { within: "f2" }),
        establish("u3", "lettable-unit", { within: "f2" }),
        establish("t2", "enterprise", { within: "u2" }),
        establish("t3", "enterprise", { within: "f2" })
      ]
    },
    mended: [establish("g2", "micro-grid", { within: "b0" }), bind("g2", "group-2"), assign("g2", ["f2"])],
    found: ["gridGap u2", "gridGap t3"]
  },
  {
    code: "gridOverlap",
    wrong: {
      commands: [establish("g2", "micro-grid", { within: "b0" }), bind("g2", "group-2")],
      facts: [{ _tag: "PlaceAssigned", place: unit("un"), grid: unit("g2"), from: day(5) }]
    },
    mended: [assign("g", ["un"], day(20)), dissolve("g2")],
    found: ["gridOverlap un g2, g"]
  },
  {
    code: "gridElsewhere",
    wrong: { facts: [{ _tag: "UnitRelocated", unit: unit("fl"), within: unit("b1"), from: day(5) }] },
    mended: [{ _tag: "RelocateUnit", unit: unit("fl"), within: unit("b0"), from: day(20) }],
    found: ["gridElsewhere fl g", "gridMissing b1"]
  },
  {
    code: "gridFull",
    wrong: { commands: [establish("t", "enterprise", { within: "un", from: day(10) })] },
    mended: [dissolve("t")],
    found: ["gridFull g 3"]
  },
  {
    code: "gridEmpty",
    wrong: { commands: [establish("g2", "micro-grid", { within: "b0" }), bind("g2", "group-2")] },
    mended: [establish("f2", "floor", { within: "b0" }), assign("g2", ["f2"])],
    found: ["gridEmpty g2"]
  },
  {
    code: "gridWithoutChatGroup",
    wrong: { commands: [{ _tag: "UnbindChatGroup", unit: unit("g"), on: day(10) }] },
    mended: [bind("g", "group-2", day(20))],
    found: ["gridWithoutChatGroup g"]
  },
  {
    code: "gridWithoutCommunity",
    wrong: { commands: [{ _tag: "RelocateUnit", unit: unit("cl"), from: day(10) }] },
    mended: [{ _tag: "RelocateUnit", unit: unit("cl"), within: unit("r"), from: day(20) }],
    found: ["orphan cl location", "gridWithoutCommunity g"]
  }
]

describe("the integrity report", () => {
  it("R1-15 finds nothing in a sound organisation", () => {
    expect(foundAfter({})).toEqual([])
  })

  it("R1-15 has a case below for everything it can find", () => {
    expect(cases.map(({ code }) => code).toSorted()).toEqual(Object.keys(Finding.findings).toSorted())
  })

  it.each(cases)(
    "R1-15 finds $code, and finds it no longer once it is mended",
    ({ code, wrong, rules, mended, found: expected }) => {
      const [commands, facts] = [wrong.commands ?? [], wrong.facts ?? []]
      expect(foundAfter({ commands, facts }, rules)).toEqual(expected)
      expect(expected.some((one) => one.startsWith(`${code} `))).toBe(true)
      const state = after(mended, structure, Town.evolve(after(commands, structure, after(sound)), ...facts))
      expect(
        Integrity.report(View.of(rules ?? structure, state, today)).map((one) => `${one.code} ${one.unit}`)
      ).toEqual([])
    }
  )

  it("R1-15 says in both languages what is wrong, of a unit by its name", () => {
    const state = after([
      ...sound,
      { _tag: "RenameUnit", unit: unit("g"), name: Text.of("一号微网格", "Micro-grid 1"), from: day(1) },
      { _tag: "UnbindChatGroup", unit: unit("g"), on: day(10) }
    ])
    expect(Integrity.report(View.of(structure, state, today))).toEqual([
      {
        code: "gridWithoutChatGroup",
        severity: "warning",
        unit: "g",
        detail: "",
        text: {
          zh: "微网格“一号微网格”没有绑定群聊（一微网格一群）。",
          en: 'Micro-grid "Micro-grid 1" has no chat group (one grid, one group).'
        }
      }
    ])
  })

  it("R1-15 finds members that are as many as stated, but of another standing", () => {
    const people = range(4, (i) => affiliate(`m${i}`, "br", i === 0 ? "probationary" : "full"))
    expect(foundAfter({ commands: [...people, counts("br", 4)] })).toEqual(["membersDiffer br 4 + 0 / 3 + 1"])
  })

  it("R1-15 tells errors before warnings, and counts what it found", () => {
    const state = after([
      ...sound,
      { _tag: "UnbindChatGroup", unit: unit("g"), on: day(10) },
      { _tag: "RelocateUnit", unit: unit("e"), from: day(5) },
      { _tag: "RelocateUnit", unit: unit("e1"), from: day(5) }
    ])
    const report = Integrity.report(View.of(structure, state, today))
    expect(report.map(({ severity }) => severity)).toEqual(["error", "error", "warning"])
    expect(Finding.tally(report)).toEqual([
      ["orphan", 2],
      ["gridWithoutChatGroup", 1]
    ])
  })

  it("R1-15 is of the date: what is wrong later or was wrong before is not told", () => {
    const state = after([
      ...sound,
      { _tag: "UnbindChatGroup", unit: unit("g"), on: day(10) },
      bind("g", "again", day(20))
    ])
    const told = [9, 10, 19, 20].map((date) => Integrity.report(View.of(structure, state, day(date))).length)
    expect(told).toEqual([0, 1, 1, 0])
  })

  it("P-16 an alliance declared of six with four named is a warning, not a refusal (A-08)", () => {
    const six = cases.find(({ code }) => code === "allianceSize")
    const state = after([...sound, ...(six?.wrong.commands ?? [])])
    expect(Integrity.report(View.of(structure, state, today))).toMatchObject([
      {
        code: "allianceSize",
        severity: "warning",
        detail: "6 / 4",
        text: { zh: "联建“六方联建”声明规模与实际成员不一致（6 / 4）。" }
      }
    ])
  })

  it("P-05 a grid right under the street is in no community where the city has that level", () => {
    const levels = {
      ...structure.levels,
      location: [level("street"), level("community"), ...structure.levels.location]
    }
    const rules = restructured({
      levels,
      kinds: [
        ...structure.kinds,
        kind("street", "region", { level: { location: "street" }, root: ["location"] }),
        kind("community", "region", { level: { location: "community" } })
      ]
    })
    const grid = (within: string) => [
      establish("s", "street"),
      establish("c", "community", { within: "s" }),
      establish("b", "building", { within }),
      establish("f", "floor", { within: "b" }),
      establish("g", "micro-grid", { within: "b" }),
      assign("g", ["f"]),
      bind("g", "group")
    ]
    const open = restructured({
      ...rules,
      kinds: rules.kinds.map((one) =>
        one.id === "building" ? { ...one, within: ["street", "community"], root: ["command"] } : one
      )
    })
    const told = (within: string) => Integrity.report(Town.on(today, grid(within), open)).map(({ code }) => code)
    expect([told("c"), told("s")]).toEqual([[], ["gridWithoutCommunity"]])
  })

  it("P-05 a city without micro-grids is not told that they are missing", () => {
    const rules = restructured({ kinds: structure.kinds.filter(({ archetype }) => archetype !== "microGrid") })
    const city = [
      ...district(1),
      establish("un", "lettable-unit", { within: "b0" }),
      establish("e", "enterprise", { within: "un" })
    ]
    expect(Integrity.report(Town.on(today, city, rules))).toEqual([])
    expect(Integrity.report(Town.on(today, city)).map(({ code }) => code)).toEqual(["gridMissing"])
  })
})

const level = (id: string) => ({ id, names: Text.of(id), skippable: true })
