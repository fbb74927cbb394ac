import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import type * as Command from "../src/Command.ts"
import { after, command, day, need, on, project, propose, seats } from "./scene.ts"

const needs = ["a", "b", "c", "d"]
export const resources = ["r", "s"]
const matches = ["m1", "m2", "m3", "m4", "m5", "m6"]
const projects = ["p1", "p2", "p3"] as const
export const days = ["2022-03-01", "2022-03-02", "2022-03-08", "2022-04-01"]
export const pick = fc.constantFrom
const match = pick(...matches)
const date = pick(...days)

/** A start with something to give and something wanted, so that most commands have something to be about. */
export const start = after([
  seats("r", 5),
  seats("s", 3, "atOnce", { capacity: { amount: 3, unit: "talk", per: "week" } }),
  ...needs.map((id, i) => need(id, "workspace", { quantity: i + 1, divisible: i % 2 === 0 }))
])

/** Anything that may be asked of the lists, refused or not. */
export const anyCommand: fc.Arbitrary<Command.Command> = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(match, pick(...needs), pick(...resources), fc.integer({ min: 1, max: 4 }), date, fc.option(date))
        .map(([m, n, r, quantity, from, to]) =>
          propose(m, n, r, quantity, { from, ...(to === null || to <= from ? {} : { to }) })
        )
    },
    { weight: 5, arbitrary: match.map((id) => on("AcceptMatch", { match: id })) },
    match.map((id) => on("RejectMatch", { match: id, reason: "不合适" })),
    { weight: 2, arbitrary: match.map((id) => on("WithdrawMatch", { match: id, reason: "取消" })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(match, fc.integer({ min: 1, max: 3 }), date)
        .map(([id, quantity, at]) => on("DeliverMatch", { match: id, quantity }, at))
    },
    match.map((id) => on("CloseMatch", { match: id })),
    pick(...needs).map((id) => on("CloseNeed", { need: id, reason: "不再需要" })),
    fc
      .tuple(pick(...projects), fc.uniqueArray(pick(...needs), { minLength: 1, maxLength: 3 }))
      .map(([id, [first = "a", ...rest]]) =>
        project(id, [first, ...rest], { beneficiaries: [{ of: "tower", people: 9 }] })
      ),
    fc
      .tuple(pick(...projects), pick(...resources), fc.integer({ min: 1, max: 4 }), date)
      .map(([id, resource, quantity, from]) => ({
        _tag: "CommitResource" as const,
        project: id,
        resource,
        quantity,
        from
      })),
    pick(...projects).map((id) => on("ApproveProject", { project: id })),
    pick(...projects).map((id) => on("PublishProject", { project: id })),
    pick(...projects).map((id) => on("PromoteProject", { project: id })),
    fc
      .tuple(pick(...projects), fc.integer({ min: 0, max: 10 }))
      .map(([id, tenths]) => on("ReportProgress", { project: id, percent: tenths * 10 })),
    fc.tuple(pick(...projects), pick(...needs)).map(([id, one]) => on("JoinNeeds", { project: id, needs: [one] })),
    fc.tuple(pick(...needs), pick("dining", "tax")).map(([id, category]) => on("ClassifyNeed", { need: id, category })),
    fc
      .tuple(match, pick("raiser", "owner"), fc.integer({ min: 1, max: 5 }), pick(true, false, undefined))
      .map(([id, side, stars, followUp]) =>
        on("RateMatch", { match: id, side, stars, ...(followUp === undefined ? {} : { followUp }) })
      ),
    pick(...projects).map((id) => on("CompleteProject", { project: id })),
    pick(...projects).map((id) => on("CancelProject", { project: id, reason: "取消" })),
    fc.tuple(pick(...projects), pick(...projects)).map(([id, into]) => on("MergeProjects", { project: id, into })),
    fc
      .tuple(pick(...projects), pick(...projects), pick(...needs))
      .map(([id, part, one]) => on("SplitProject", { project: id, part, names: { zh: "分" }, needs: [one] })),
    fc
      .tuple(pick(...resources), fc.nat({ max: 6 }), date)
      .map(([resource, amount, from]) => ({ _tag: "ResizeResource" as const, resource, amount, from })),
    fc.tuple(pick(...resources), date).map(([resource, at]) => on("ReleaseResource", { project: "p1", resource }, at))
  )
  .map(command)

/** Commands in any order, most of them about the same day. */
export const history = fc.array(anyCommand, { maxLength: 40 })

/** Many commands in the order of the days on which they are said, which lie so far apart. */
export const told = (apart: { readonly min: number; readonly max: number }) =>
  fc.array(fc.tuple(anyCommand, fc.integer(apart)), { minLength: 20, maxLength: 90, size: "max" }).map((all) => {
    let on = day("2022-02-15")
    return all.map(([said, days]): Command.Command => {
      on = CivilDate.addDays(on, days)
      return "on" in said ? { ...said, on } : said
    })
  })
