import { readFileSync } from "node:fs"
import { Decider, Identifier } from "@louyu/kernel"
import {
  Access,
  AccessPolicy,
  Command,
  Completeness,
  Directory,
  type Places,
  RolePresets,
  Rosters,
  Routing,
  RoutingTable
} from "@louyu/roles"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { date, person, write } from "./city.ts"

// Somebody else's tree: a campus whose places are paths, with no dates, no bodies and no classes of our own.
const paths: Readonly<Record<string, string>> = {
  campus: "cluster",
  "campus.north": "building",
  "campus.north.1f": "microGrid",
  "campus.north.2f": "microGrid",
  "campus.south": "building"
}
const unit = Identifier.UnitId.make
const isWithin = (inner: string, outer: string) => inner in paths && (inner === outer || inner.startsWith(`${outer}.`))
const campus: Places.Places = {
  sorts: (one) => {
    const sort = paths[one]
    return sort === undefined ? [] : [sort]
  },
  above: (one) => {
    const steps = one.split(".")
    return steps.slice(1).map((_, i) => unit(steps.slice(0, steps.length - 1 - i).join(".")))
  },
  within: (around) =>
    Object.keys(paths)
      .filter((one) => isWithin(one, around))
      .map((one) => unit(one)),
  isWithin
}

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const commands = [
  adopt("campus.north", two, "2022-01-01"),
  adopt("campus.south", two, "2022-01-01"),
  appoint("campus.north", two, "buildingChief", "campus.north", "p-1", "2022-01-01"),
  appoint("campus.north", two, "microGridHead", "campus.north.1f", "p-2", "2022-01-01"),
  appoint("campus.south", two, "buildingChief", "campus.south", "p-3", "2022-01-01")
].map((one) => Schema.decodeUnknownSync(Command.Command)(one))

describe("roles over an organisation tree that is not ours", () => {
  const schemes = [RolePresets.twoHeadsFourStaff]
  const { state, failures } = Decider.run(Rosters.decider(schemes), Rosters.initial, commands, campus)
  const on = Directory.of(schemes, Rosters.all(state), campus, date("2022-06-01"))

  it("R2-14 P-41 appoints, counts, routes and decides on access over four functions of a foreign tree", () => {
    expect(failures).toEqual([])
    const posts = Completeness.sum(on.on, Completeness.of(on, unit("campus")))
    expect([posts.posts, posts.counts.filled, posts.counts.vacant]).toEqual([12, 3, 9])
    const route = (matter: string, at: string) => Routing.route(on, { matter, unit: unit(at) }).answers
    expect(route("repair", "campus.north.1f")).toEqual(["p-2"])
    expect(route("repair", "campus.north.2f")).toEqual(["p-1"])
    expect(route("repair", "campus.south")).toEqual(["p-3"])
    const units = Object.keys(paths).map((one) => unit(one))
    const table = RoutingTable.of(on, units)
    for (const [number, at] of units.entries()) {
      const column = RoutingTable.column(table, "repair")
      expect(RoutingTable.answer(table, number, column).answers).toEqual(route("repair", at))
    }
    const record = { id: "c-1", class: "contact", unit: unit("campus.north.2f") }
    const outcome = (who: string) =>
      Access.decide(on, AccessPolicy.cautious, person(who), { record, purpose: "visit" }).outcome
    expect(["p-1", "p-2", "p-3"].map(outcome)).toEqual(["allow", "deny", "deny"])
  })

  it("R2-14 stands on the kernel alone", () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
    const { dependencies } = Schema.decodeUnknownSync(
      Schema.Struct({ dependencies: Schema.Record(Schema.String, Schema.String) })
    )(manifest)
    expect(Object.keys(dependencies)).toEqual(["@louyu/kernel"])
  })
})
