import * as fc from "fast-check"
import { amount, cell, id, named } from "./listWords.ts"
import { from, given, list, maybe, several, text, to, unit, type Written, written } from "./rows.ts"

const products = fc.uniqueArray(
  fc.record({
    product: id("x"),
    name: text,
    nameEn: maybe(text),
    least: fc.constantFrom(["20万", 20_000_000] as const, ["0", 0] as const),
    most: fc.constantFrom(["500000", 50_000_000] as const, ["1.5", 150] as const),
    subsidy: maybe(fc.integer({ min: 0, max: 100 }))
  }),
  { selector: ({ product }) => product, minLength: 1, maxLength: 3 }
)

/** Fairs with a row for each product. */
export const fairs: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .uniqueArray(
    fc.record({
      fair: id("f"),
      project: maybe(id("pr")),
      scope: unit,
      invited: amount,
      institutions: several,
      on: from,
      products
    }),
    { selector: ({ fair }) => fair, maxLength: 2 }
  )
  .map((all) =>
    all.flatMap(({ products: rows, ...r }): ReadonlyArray<Written> => {
      const opened = given({
        _tag: "OpenFair",
        ...r,
        products: rows.map(({ product: code, name, nameEn, least, most, subsidy }) =>
          given({ code, names: named(name, nameEn), least: least[1], most: most[1], subsidy })
        )
      })
      return rows.map((one, n) => ({
        file: "fairs.csv",
        cells: {
          ...r,
          project: r.project ?? "",
          invited: cell(r.invited),
          institutions: list(r.institutions),
          product: one.product,
          name: one.name,
          nameEn: one.nameEn ?? "",
          least: one.least[0],
          most: one.most[0],
          subsidy: cell(one.subsidy)
        },
        commands: n === 0 ? [opened] : []
      }))
    })
  )

/** Who asked, who applied and what came of it. */
export const consultations: fc.Arbitrary<Written> = written(
  "consultations.csv",
  fc
    .record({
      fair: id("f"),
      enterprise: unit,
      on: from,
      institution: maybe(unit),
      application: maybe(
        fc.record({ id: id("a"), product: id("x"), amount: fc.constantFrom(["30万", 30_000_000] as const) })
      ),
      decided: maybe(to),
      granted: maybe(fc.constantFrom(["25万", 25_000_000] as const))
    })
    .filter(({ institution, application }) => institution !== undefined || application !== undefined),
  (r) => ({
    fair: r.fair,
    enterprise: r.enterprise,
    on: r.on,
    institution: r.institution ?? "",
    application: r.application?.id ?? "",
    product: r.application?.product ?? "",
    amount: r.application?.amount[0] ?? "",
    decided: r.application === undefined ? "" : (r.decided ?? ""),
    granted: r.application === undefined || r.decided === undefined ? "" : (r.granted?.[0] ?? "")
  }),
  ({ fair, enterprise, on, institution, application, decided, granted }) => {
    const asked = institution === undefined ? [] : [{ _tag: "RecordConsultation", fair, enterprise, institution, on }]
    if (application === undefined) return asked
    const {
      id: name,
      product,
      amount: [, wanted]
    } = application
    const applied = { _tag: "RecordApplication", fair, application: name, enterprise, product, amount: wanted, on }
    const decision = given({ _tag: "DecideApplication", fair, application: name, granted: granted?.[1], on: decided })
    return [...asked, applied, ...(decided === undefined ? [] : [decision])]
  }
)
