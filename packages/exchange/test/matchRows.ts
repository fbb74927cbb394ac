import * as fc from "fast-check"
import { amount, category, cell, id, yes } from "./listWords.ts"
import { from, given, list, maybe, several, text, to, unit, type Written } from "./rows.ts"

const offers = fc.oneof(
  fc.record({ list: fc.constant("list-1"), item: id("S"), place: unit }).map((at) => ({
    cells: at as Readonly<Record<string, string>>,
    data: { _tag: "item", ...at }
  })),
  id("r").map((resource) => ({ cells: { resource }, data: { _tag: "resource", resource } }))
)
const stars = fc.integer({ min: 1, max: 5 })
const ends = fc.constantFrom("rejected", "withdrawn", undefined)

/** Matches in every state. */
export const matches = fc
  .uniqueArray(
    fc.record({
      match: id("m"),
      need: id("n"),
      offer: offers,
      quantity: maybe(amount),
      from,
      to: maybe(to),
      on: from,
      accepted: maybe(from),
      end: ends,
      deliveries: fc.uniqueArray(fc.record({ on: from, quantity: maybe(amount) }), {
        selector: ({ on }) => on,
        maxLength: 3
      }),
      raiser: maybe(stars),
      owner: maybe(stars),
      followUp: maybe(fc.boolean()),
      closed: maybe(to)
    }),
    { selector: ({ match }) => match, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(
      ({ match, offer, quantity, deliveries, raiser, owner, followUp, end, ...r }): ReadonlyArray<Written> => {
        const isRated = raiser !== undefined || owner !== undefined
        const cells = {
          match,
          need: r.need,
          ...offer.cells,
          quantity: cell(quantity),
          from: r.from,
          to: r.to ?? "",
          on: r.on,
          accepted: r.accepted ?? "",
          ...(end === undefined ? {} : { [end]: "2030-05-01", reason: "改由他处承接" }),
          raiserStars: cell(raiser),
          ownerStars: cell(owner),
          rated: isRated ? "2030-01-01" : "",
          followUp: isRated ? yes(followUp) : "",
          closed: r.closed ?? ""
        }
        const proposed = {
          match,
          need: r.need,
          offer: offer.data,
          quantity: quantity ?? 1,
          from: r.from,
          to: r.to,
          on: r.on
        }
        const tag = end === "rejected" ? "RejectMatch" : "WithdrawMatch"
        const rating = { _tag: "RateMatch", match, on: "2030-01-01" }
        const commands = [
          given({ _tag: "ProposeMatch", ...proposed }),
          ...(r.accepted === undefined ? [] : [{ _tag: "AcceptMatch", match, on: r.accepted }]),
          ...(end === undefined ? [] : [{ _tag: tag, match, reason: "改由他处承接", on: "2030-05-01" }]),
          ...(raiser === undefined ? [] : [given({ ...rating, side: "raiser", stars: raiser, followUp })]),
          ...(owner === undefined ? [] : [{ ...rating, side: "owner", stars: owner }]),
          ...(r.closed === undefined ? [] : [{ _tag: "CloseMatch", match, on: r.closed }])
        ]
        const parts = deliveries.map((one) => ({
          cells: { delivered: one.on, deliveredQuantity: cell(one.quantity) },
          commands: [{ _tag: "DeliverMatch", match, quantity: one.quantity ?? quantity ?? 1, on: one.on }]
        }))
        const [first = { cells: {}, commands: [] }, ...more] = parts
        return [
          { file: "matches.csv", cells: { ...cells, ...first.cells }, commands: [...commands, ...first.commands] },
          ...more.map((part) => ({ file: "matches.csv", cells: { ...cells, ...part.cells }, commands: part.commands }))
        ]
      }
    )
  )

/** Projects in every state, some of them split from others. */
export const projects = fc
  .uniqueArray(
    fc.record({
      project: id("pr"),
      name: text,
      category,
      place: unit,
      needs: fc.uniqueArray(id("n"), { minLength: 1, maxLength: 4 }),
      sponsors: several,
      budget: maybe(fc.constantFrom(["120000", 12_000_000] as const, ["8万", 8_000_000] as const)),
      beneficiaries: maybe(fc.record({ of: unit, people: amount })),
      year: maybe(fc.constant(2_026)),
      on: from,
      resources: fc.array(
        fc.record({
          resource: id("r"),
          quantity: maybe(amount),
          from: maybe(from),
          to: maybe(to),
          isFree: fc.boolean()
        }),
        { maxLength: 3 }
      ),
      states: fc.record({ approved: fc.boolean(), published: fc.boolean(), promoted: fc.boolean() }),
      percent: maybe(fc.integer({ min: 0, max: 100 })),
      end: fc.constantFrom("completed", "cancelled", "merged", undefined),
      splitFrom: maybe(id("pr"))
    }),
    { selector: ({ project }) => project, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(({ project, resources: taken, states, percent, end, splitFrom, ...r }): ReadonlyArray<Written> => {
      const day = (is: boolean) => (is ? "2030-02-01" : "")
      const own = {
        category: r.category[0],
        place: r.place,
        sponsors: list(r.sponsors),
        budget: r.budget?.[0] ?? "",
        beneficiaries: r.beneficiaries === undefined ? "" : `${r.beneficiaries.of}=${r.beneficiaries.people}`,
        year: cell(r.year)
      }
      const cells = {
        project,
        name: r.name,
        splitFrom: splitFrom ?? "",
        needs: list(r.needs),
        ...(splitFrom === undefined ? own : {}),
        on: r.on,
        approved: day(states.approved),
        published: day(states.published),
        promoted: day(states.promoted),
        percent: cell(percent),
        reported: day(percent !== undefined),
        completed: day(end === "completed"),
        cancelled: day(end === "cancelled"),
        reason: end === "cancelled" ? "资金未落实" : "",
        mergedInto: end === "merged" ? "pr-x" : "",
        merged: day(end === "merged")
      }
      const on = "2030-02-01"
      const names = { zh: r.name }
      const part = { _tag: "SplitProject", project: splitFrom, part: project, names, needs: r.needs, on: r.on }
      const whole = given({
        _tag: "ProposeProject",
        project,
        names,
        category: r.category[1],
        place: r.place,
        needs: r.needs,
        sponsors: r.sponsors,
        budget: r.budget?.[1],
        beneficiaries: r.beneficiaries && [r.beneficiaries],
        year: r.year,
        on: r.on
      })
      const plan = splitFrom === undefined ? whole : part
      const course = [
        ...(states.approved ? [{ _tag: "ApproveProject", project, on }] : []),
        ...(states.published ? [{ _tag: "PublishProject", project, on }] : []),
        ...(states.promoted ? [{ _tag: "PromoteProject", project, on }] : []),
        ...(percent === undefined ? [] : [{ _tag: "ReportProgress", project, percent, on }]),
        ...(end === "completed" ? [{ _tag: "CompleteProject", project, on }] : []),
        ...(end === "cancelled" ? [{ _tag: "CancelProject", project, reason: "资金未落实", on }] : []),
        ...(end === "merged" ? [{ _tag: "MergeProjects", project, into: "pr-x", on }] : [])
      ]
      const parts = taken.map(({ isFree, ...one }) => ({
        cells: {
          resource: one.resource,
          quantity: cell(one.quantity),
          from: one.from ?? "",
          to: one.to ?? "",
          released: isFree ? "2029-01-01" : ""
        },
        commands: [
          given({
            _tag: "CommitResource",
            project,
            resource: one.resource,
            quantity: one.quantity ?? 1,
            from: one.from ?? r.on,
            to: one.to
          }),
          ...(isFree ? [{ _tag: "ReleaseResource", project, resource: one.resource, on: "2029-01-01" }] : [])
        ]
      }))
      const [first = { cells: {}, commands: [] }, ...more] = parts
      const joined = { _tag: "JoinNeeds", project, needs: r.needs, on: r.on }
      return [
        {
          file: "projects.csv",
          cells: { ...cells, ...first.cells },
          commands: [plan, joined, ...course, ...first.commands]
        },
        ...more.map((part) => ({ file: "projects.csv", cells: { ...cells, ...part.cells }, commands: part.commands }))
      ]
    })
  )
