import * as fc from "fast-check"
import { cell, id, named, yes } from "./listWords.ts"
import { from, given, maybe, text, to, unit, type Written, written } from "./rows.ts"

const areas = fc.constantFrom(
  ["85.5", 85.5],
  ["1,080", 1080],
  ["12 平方米", 12],
  ["33.25㎡", 33.25]
) satisfies fc.Arbitrary<readonly [string, number]>
const tenures = fc.constantFrom(["租赁", "rent"], ["own", "own"], ["出售", "own"])
const answers = fc.constantFrom(["是", "yes"], ["no", "no"], ["未知", "unknown"])
const year = fc.integer({ min: 2018, max: 2024 })
const moneys = fc.constantFrom(
  ["1200", "", 120_000],
  ["3.5", "万元", 3_500_000],
  ["3.5万", "", 3_500_000],
  ["1.2", "亿元", 12_000_000_000],
  ["12,000.50", "yuan", 1_200_050]
) satisfies fc.Arbitrary<readonly [string, string, number]>

const registered = written(
  "spaces.csv",
  fc.record({
    space: id("sp"),
    place: unit,
    label: text,
    labelEn: maybe(text),
    floor: maybe(fc.constantFrom("8", "B1")),
    area: areas,
    purpose: maybe(fc.constantFrom("办公", "shop")),
    offer: maybe(tenures),
    from,
    to: maybe(to),
    on: maybe(from)
  }),
  (r) => ({
    ...r,
    labelEn: r.labelEn ?? "",
    floor: r.floor ?? "",
    area: r.area[0],
    purpose: r.purpose ?? "",
    offer: r.offer?.[0] ?? "",
    to: r.to ?? "",
    on: r.on ?? ""
  }),
  ({ space, place, label, labelEn, floor, area, purpose, offer, from: begin, to: end, on = end }) => [
    given({
      _tag: "RegisterSpace",
      space,
      place,
      label: named(label, labelEn),
      floor,
      area: area[1],
      purpose,
      offer: offer?.[1],
      from: begin
    }),
    ...(end === undefined ? [] : [{ _tag: "CloseSpace", space, to: end, on }])
  ]
)

const changed = written(
  "spaces.csv",
  fc.record({
    space: id("sp"),
    change: fc.constantFrom("复测", "withdrawn", "恢复出租"),
    area: areas,
    from,
    to: maybe(to),
    on: maybe(from),
    reason: text
  }),
  (r) => ({
    space: r.space,
    change: r.change,
    area: r.change === "复测" ? r.area[0] : "",
    from: r.from,
    to: r.change === "withdrawn" ? (r.to ?? "") : "",
    on: r.on ?? "",
    reason: r.change === "withdrawn" ? r.reason : ""
  }),
  ({ space, change, area, from: begin, to: end, on = begin, reason }) => {
    if (change === "复测") return [{ _tag: "RemeasureSpace", space, area: area[1], from: begin, on }]
    if (change === "恢复出租") return [{ _tag: "OfferSpace", space, from: begin, on }]
    return [given({ _tag: "WithdrawSpace", space, from: begin, to: end, reason, on })]
  }
)

const parts = fc
  .uniqueArray(fc.record({ space: id("sp"), share: maybe(areas) }), { selector: ({ space }) => space, minLength: 1 })
  .map((all) => ({
    cell: all.map(({ space, share }) => (share === undefined ? space : `${space}=${share[0]}`)).join("；"),
    data: all.map(({ space, share }) => given({ space, area: share?.[1] }))
  }))

const turns = fc.record({
  extended: maybe(fc.record({ to: maybe(to), on: from })),
  leaving: maybe(fc.record({ on: from, expected: maybe(to), notice: maybe(fc.boolean()) })),
  stays: maybe(from),
  ended: maybe(
    fc.record({ to, on: maybe(from), reason: fc.constantFrom(["迁出", "relocated"], ["closed", "closed"]) })
  ),
  annulled: maybe(fc.record({ on: from, note: text }))
})

const leases = fc
  .record({
    lease: id("l"),
    tenant: unit,
    spaces: parts,
    tenure: maybe(tenures),
    shared: maybe(fc.boolean()),
    from,
    to: maybe(to),
    rows: fc.array(turns, { minLength: 1, maxLength: 3 })
  })
  .map(
    ({ lease, tenant, spaces, tenure, shared, rows, ...days }): ReadonlyArray<Written> =>
      rows.map(({ extended, leaving, stays, ended, annulled }, n) => {
        const signed = { lease, tenant, spaces: spaces.data, tenure: tenure?.[1] ?? "rent", shared, ...days }
        return {
          file: "leases.csv",
          cells: {
            lease,
            tenant,
            spaces: spaces.cell,
            tenure: tenure?.[0] ?? "",
            shared: yes(shared),
            from: days.from,
            to: days.to ?? "",
            extendedTo: extended?.to ?? "",
            extended: extended?.on ?? "",
            leaving: leaving?.on ?? "",
            expected: leaving?.expected ?? "",
            notice: yes(leaving?.notice),
            stays: stays ?? "",
            ended: ended?.to ?? "",
            reason: ended?.reason[0] ?? "",
            endedOn: ended?.on ?? "",
            annulled: annulled?.on ?? "",
            note: annulled?.note ?? ""
          },
          commands: [
            ...(n === 0 ? [given({ _tag: "SignLease", ...signed })] : []),
            ...(extended === undefined ? [] : [given({ _tag: "ExtendLease", lease, ...extended })]),
            ...(leaving === undefined ? [] : [given({ _tag: "IntendToLeave", lease, ...leaving })]),
            ...(stays === undefined ? [] : [{ _tag: "StayAfterAll", lease, on: stays }]),
            ...(ended === undefined
              ? []
              : [{ _tag: "EndLease", lease, to: ended.to, reason: ended.reason[1], on: ended.on ?? ended.to }]),
            ...(annulled === undefined ? [] : [{ _tag: "AnnulLease", lease, reason: annulled.note, on: annulled.on }])
          ]
        }
      })
  )

const residences = written(
  "residences.csv",
  fc.record({ tenant: unit, place: unit, registered: maybe(answers), taxed: maybe(answers), from, on: maybe(from) }),
  (r) => ({ ...r, registered: r.registered?.[0] ?? "", taxed: r.taxed?.[0] ?? "", on: r.on ?? "" }),
  ({ tenant, place, registered: here, taxed, from: begin, on = begin }) => [
    {
      _tag: "DeclareResidence",
      tenant,
      place,
      registered: here?.[1] ?? "unknown",
      taxed: taxed?.[1] ?? "unknown",
      from: begin,
      on
    }
  ]
)

const tax = written(
  "tax.csv",
  fc.record({
    building: unit,
    year,
    money: moneys,
    metric: maybe(fc.constantFrom(["税收", "tax"], ["output", "output"])),
    on: from,
    refund: maybe(fc.boolean()),
    source: maybe(text)
  }),
  (r) => ({
    building: r.building,
    year: cell(r.year),
    amount: r.money[0],
    unit: r.money[1],
    metric: r.metric?.[0] ?? "",
    on: r.on,
    refund: yes(r.refund),
    source: r.source ?? ""
  }),
  ({ money, metric, ...r }) => [given({ _tag: "RecordTax", ...r, amount: money[2], metric: metric?.[1] })]
)

const printedNumbers = fc.constantFrom(
  ["13", { value: 13, qualifier: "exact" }, undefined],
  ["超13.5", { value: 135, qualifier: "atLeast" }, 1],
  ["约 1,080", { value: 1080, qualifier: "about" }, undefined],
  ["nearly 99.90", { value: 9990, qualifier: "nearly" }, 2],
  ["400以上", { value: 400, qualifier: "atLeast" }, undefined]
) satisfies fc.Arbitrary<readonly [string, { value: number; qualifier: string }, number | undefined]>
const units = fc.constantFrom(
  ["亿元", "hundredMillionYuan"],
  ["%", "percent"],
  ["家", "one"],
  ["万平方米", "tenThousandSquareMetres"]
)

const said = fc.record({ printed: printedNumbers, unit: units, fall: maybe(fc.boolean()) })
const printed = ({
  printed: [, count, decimals],
  unit: [, id_],
  fall
}: typeof said extends fc.Arbitrary<infer A> ? A : never) => given({ count, decimals, unit: id_, fall })

const figures = fc
  .record({
    publication: id("pub"),
    indicator: fc.constantFrom(["税收", "tax"], ["closureRate", "closureRate"]),
    scope: fc.constantFrom("cbd", "u-1"),
    scopeName: maybe(text),
    on: from,
    source: text,
    expected: maybe(fc.boolean()),
    days: fc.uniqueArray(from, { minLength: 1, maxLength: 3 }),
    said,
    later: said,
    withdrawn: maybe(to)
  })
  .map(
    ({ days, said: first, later, withdrawn, ...r }): ReadonlyArray<Written> =>
      days.toSorted().map((published, n) => {
        const now = n === 0 ? first : later
        const { publication, indicator, scope, scopeName, on, source, expected } = r
        const made = { publication, indicator: indicator[1], scope: { id: scope, names: { zh: scopeName ?? scope } } }
        return {
          file: "figures.csv",
          cells: {
            publication,
            indicator: indicator[0],
            scope,
            scopeName: scopeName ?? "",
            printed: now.printed[0],
            unit: now.unit[0],
            fall: yes(now.fall),
            on,
            source,
            published,
            expected: yes(expected),
            withdrawn: n === 0 ? (withdrawn ?? "") : ""
          },
          commands: [
            n === 0
              ? given({ _tag: "PublishFigure", ...made, printed: printed(now), on, source, published, expected })
              : { _tag: "CorrectPublication", publication, printed: printed(now), on: published },
            ...(n > 0 || withdrawn === undefined ? [] : [{ _tag: "WithdrawPublication", publication, on: withdrawn }])
          ]
        }
      })
  )

/** Rows about spaces, leases, tax and published figures, on the units of the other rows. */
export const economyRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.array(registered, { maxLength: 3 }),
    fc.array(changed, { maxLength: 3 }),
    fc.uniqueArray(leases, { selector: ([one]) => one?.cells.lease, maxLength: 2 }).map((all) => all.flat()),
    fc.array(residences, { maxLength: 2 }),
    fc.array(tax, { maxLength: 3 }),
    fc.uniqueArray(figures, { selector: ([one]) => one?.cells.publication, maxLength: 2 }).map((all) => all.flat())
  )
  .map((all) => all.flat())
