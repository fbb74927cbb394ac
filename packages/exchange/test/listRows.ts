import * as fc from "fast-check"
import { consultations, fairs } from "./fairRows.ts"
import { amount, capacity, capacityCells, capacityData, category, cell, id, named, windows, yes } from "./listWords.ts"
import { matches, projects } from "./matchRows.ts"
import { partners } from "./partnerRows.ts"
import { count, from, given, list, maybe, several, text, to, unit, type Written, written } from "./rows.ts"

const eligibilities = [
  ["企业规模=micro..small", { _tag: "sizeBetween", field: "size", atLeast: "micro", atMost: "small" }],
  [
    "stage=初创/growing；员工人数=..50",
    {
      _tag: "all",
      conditions: [
        { _tag: "oneOf", field: "stage", values: ["founding", "growing"] },
        { _tag: "numberBetween", field: "staff", atMost: 50 }
      ]
    }
  ],
  [
    '{"_tag":"not","condition":{"_tag":"hasAny","field":"qualifications","values":["highTech"]}}',
    { _tag: "not", condition: { _tag: "hasAny", field: "qualifications", values: ["highTech"] } }
  ]
] as const

const items = fc.uniqueArray(
  fc.record({
    code: id("S"),
    name: text,
    nameEn: maybe(text),
    domain: fc.constantFrom(["社务", "community"] as const, ["legal", "legal"] as const),
    category,
    owners: several,
    channels: fc.constantFrom(["驿站;上门", ["station", "doorstep"]] as const, ["群聊", ["chatGroup"]] as const),
    audience: maybe(fc.constant(["白领", "riders"])),
    eligibility: maybe(fc.constantFrom(...eligibilities)),
    papers: maybe(fc.constant(["营业执照", "公章"])),
    fee: maybe(fc.constantFrom(["12.50", 1_250] as const, ["3.5万", 3_500_000] as const)),
    workdays: maybe(amount),
    validFrom: maybe(from),
    validTo: maybe(to),
    assured: maybe(from)
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 4 }
)

/** A list in two versions at most. */
const services: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .array(fc.record({ items, listName: maybe(text), from }), { maxLength: 2 })
  .map((versions) =>
    versions.flatMap(({ items: all, listName, from: begin }, n): ReadonlyArray<Written> => {
      const adopted = {
        _tag: "AdoptServiceList",
        list: {
          id: "list-1",
          version: n + 1,
          names: { zh: listName ?? "list-1" },
          items: all.map((one) =>
            given({
              code: one.code,
              names: named(one.name, one.nameEn),
              domain: one.domain[1],
              category: one.category[1],
              owners: one.owners,
              channels: one.channels[1],
              audience: one.audience,
              eligibility: one.eligibility?.[1],
              papers: one.papers?.map((zh) => ({ zh })),
              fee: one.fee?.[1],
              workdays: one.workdays,
              validFrom: one.validFrom,
              validTo: one.validTo
            })
          )
        },
        from: begin
      }
      return all.map((one, i) => ({
        file: "services.csv",
        cells: {
          list: "list-1",
          version: `${n + 1}`,
          listName: listName ?? "",
          from: begin,
          item: one.code,
          name: one.name,
          nameEn: one.nameEn ?? "",
          domain: one.domain[0],
          category: one.category[0],
          owners: list(one.owners),
          channels: one.channels[0],
          audience: list(one.audience),
          eligibility: one.eligibility?.[0] ?? "",
          papers: list(one.papers),
          fee: one.fee?.[0] ?? "",
          workdays: cell(one.workdays),
          validFrom: one.validFrom ?? "",
          validTo: one.validTo ?? "",
          assured: one.assured ?? ""
        },
        commands: [
          ...(i === 0 ? [adopted] : []),
          ...(one.assured === undefined
            ? []
            : [{ _tag: "AssureItem", list: "list-1", item: one.code, on: one.assured }])
        ]
      }))
    })
  )

const offered = fc
  .uniqueArray(
    fc.record({ item: id("S"), place: unit, capacity: maybe(capacity), windows: maybe(windows), from, to: maybe(to) }),
    { selector: ({ item, place }) => `${item} ${place}`, maxLength: 4 }
  )
  .map((all) =>
    all.map(({ item, place, capacity: room, windows: week, from: begin, to: end }): Written => {
      const at = { list: "list-1", item, place }
      const stop = end === undefined ? [] : [{ _tag: "StopOffering", ...at, on: end }]
      return {
        file: "offerings.csv",
        cells: { ...at, ...capacityCells(room), windows: week?.cell ?? "", from: begin, to: end ?? "" },
        commands: [
          given({ _tag: "OfferItem", ...at, capacity: capacityData(room), windows: week?.data, from: begin }),
          ...stop
        ]
      }
    })
  )

const tenures = [
  ["", "own"],
  ["共享", "shared"],
  ["swapped", "swapped"]
] as const

const resources = fc
  .uniqueArray(
    fc.record({
      resource: id("r"),
      name: text,
      nameEn: maybe(text),
      owner: unit,
      category,
      place: unit,
      tenure: fc.constantFrom(...tenures),
      capacity,
      windows: maybe(windows),
      terms: maybe(text),
      from,
      resized: maybe(fc.record({ amount: count, from: to })),
      isEnded: fc.boolean()
    }),
    { selector: ({ resource }) => resource, maxLength: 4 }
  )
  .map((all) =>
    all.flatMap(({ resized, isEnded, tenure, terms, ...one }): ReadonlyArray<Written> => {
      const end = isEnded ? "2031-01-01" : ""
      const cells = {
        resource: one.resource,
        name: one.name,
        nameEn: one.nameEn ?? "",
        owner: one.owner,
        kind: "工位",
        category: one.category[0],
        place: one.place,
        tenure: tenure[0],
        ...capacityCells(one.capacity),
        windows: one.windows?.cell ?? "",
        terms: terms ?? "",
        from: one.from,
        to: resized === undefined ? end : ""
      }
      const registered = given({
        _tag: "RegisterResource",
        resource: one.resource,
        names: named(one.name, one.nameEn),
        owner: one.owner,
        kind: "工位",
        category: one.category[1],
        place: one.place,
        tenure: tenure[1],
        capacity: capacityData(one.capacity),
        windows: one.windows?.data,
        terms: terms === undefined ? undefined : { zh: terms },
        from: one.from
      })
      const ended = isEnded ? [{ _tag: "WithdrawResource", resource: one.resource, on: end }] : []
      if (resized === undefined) return [{ file: "resources.csv", cells, commands: [registered, ...ended] }]
      const { amount: now, from: begin } = resized
      const resize = { _tag: "ResizeResource", resource: one.resource, amount: now, from: begin }
      return [
        {
          file: "resources.csv",
          cells: { ...cells, capacity: `${now}`, from: begin, to: end },
          commands: [resize, ...ended]
        },
        { file: "resources.csv", cells, commands: [registered] }
      ]
    })
  )

const origins = [
  ["", "selfRaised"],
  ["自报", "selfRaised"],
  ["走访", "visit"],
  ["survey", "survey"]
] as const

const needs = written(
  "needs.csv",
  fc.record({
    need: id("n"),
    care: unit,
    unit,
    matter: fc.constantFrom(["停车", "parking"] as const, ["b-2", undefined] as const),
    category: maybe(category),
    isLater: fc.boolean(),
    text: maybe(fc.constant("希望增加车位")),
    place: maybe(unit),
    urgency: maybe(fc.integer({ min: 1, max: 5 })),
    quantity: maybe(amount),
    divisible: maybe(fc.boolean()),
    wanted: maybe(fc.record({ from: maybe(from), to: maybe(to), windows })),
    origin: fc.constantFrom(...origins),
    stage: maybe(fc.constant("founding")),
    on: from,
    closed: maybe(to)
  }),
  (r) => ({
    need: r.need,
    care: r.care,
    unit: r.unit,
    matter: r.matter[0],
    category: r.category?.[0] ?? "",
    classified: r.isLater && r.category !== undefined ? "2020-03-01" : "",
    text: r.text ?? "",
    place: r.place ?? "",
    urgency: cell(r.urgency),
    quantity: cell(r.quantity),
    divisible: yes(r.divisible),
    wantedFrom: r.wanted?.from ?? "",
    wantedTo: r.wanted?.to ?? "",
    windows: r.wanted?.windows.cell ?? "",
    origin: r.origin[0],
    stage: r.stage ?? "",
    on: r.on,
    closed: r.closed ?? "",
    reason: r.closed === undefined ? "" : "已搬走"
  }),
  (r) => {
    const { need, on } = r
    const isLater = r.isLater && r.category !== undefined
    return [
      ...(r.origin[1] === "selfRaised"
        ? [{ _tag: "RaiseNeed", care: r.care, need, unit: r.unit, matter: r.matter[0], on }]
        : []),
      given({
        _tag: "RegisterNeed",
        need,
        raiser: r.unit,
        category: isLater ? undefined : (r.category?.[1] ?? r.matter[1]),
        text: r.text ?? r.matter[0],
        place: r.place ?? r.care,
        urgency: r.urgency ?? 3,
        quantity: r.quantity ?? 1,
        divisible: r.divisible,
        wanted: r.wanted && given({ from: r.wanted.from ?? on, to: r.wanted.to, windows: r.wanted.windows.data }),
        origin: r.origin[1],
        stage: r.stage,
        on
      }),
      ...(isLater ? [{ _tag: "ClassifyNeed", need, category: r.category?.[1], on: "2020-03-01" }] : []),
      ...(r.closed === undefined ? [] : [{ _tag: "CloseNeed", need, reason: "已搬走", on: r.closed }])
    ]
  }
)

/** Rows about services, resources, needs, matches, projects, fairs and partners, on the units of the other rows. */
export const listRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    services,
    offered,
    resources,
    fc.array(needs, { maxLength: 4 }),
    matches,
    projects,
    fairs,
    fc.array(consultations, { maxLength: 3 }),
    fc.uniqueArray(partners, {
      selector: ({ cells }) => `${cells.partnership ?? cells.posting ?? cells.position}`,
      maxLength: 5
    })
  )
  .map((parts) => parts.flat())
