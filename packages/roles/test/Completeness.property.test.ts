import { type CivilDate, Decider } from "@louyu/kernel"
import { Command, Completeness, Directory, Roster, Rosters } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { places, schemes, unit } from "./city.ts"
import { dayAt, days, history } from "./histories.ts"

const decoder = Schema.decodeUnknownSync(Command.Command)
const decider = Rosters.decider(schemes)
const all = Array.from({ length: days + 5 }, (_, offset) => dayAt(offset))

// Counts by hand what is appointed to each post of each unit on a day; ex officio and acting left to the examples.
const recount = (state: Rosters.Rosters, on: CivilDate.CivilDate) => {
  const counts = { posts: 0, appointed: 0 }
  for (const [at, adopter] of [
    ["tower", "tower"],
    ["grid-1", "tower"],
    ["grid-2", "tower"],
    ["plaza", "plaza"]
  ] as const) {
    const roster = Rosters.of(state, unit(adopter))
    for (const version of Roster.schemesOn(roster, on)) {
      const scheme = schemes.find((one) => one.id === version.scheme)
      for (const role of scheme?.roles.filter((one) => places.sorts(unit(at), on).includes(one.scope)) ?? []) {
        counts.posts++
        const post = { scheme: version.scheme, role: role.code, unit: unit(at) }
        if (Roster.holdingOn(Roster.ofPost(roster.holdings, post), on).length > 0) counts.appointed++
      }
    }
  }
  return counts
}

describe("completeness, whoever holds what", () => {
  it("R2-8 invariant 6: the trend over every day is what counting chairs by hand gives, and its parts add up", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = Decider.run(
          decider,
          Rosters.initial,
          commands.map((one) => decoder(one)),
          places
        )
        const directoryOn = (on: CivilDate.CivilDate) => Directory.of(schemes, Rosters.all(state), places, on)
        const [tower, plaza] = ["tower", "plaza"].map((id) => Completeness.trend(directoryOn, unit(id), all))
        for (const [i, on] of all.entries()) {
          const parts = [tower?.[i], plaza?.[i]].flatMap((one) => one ?? [])
          const sum = (of: (one: Completeness.Completeness) => number) =>
            parts.reduce((total, one) => total + of(one), 0)
          const { posts, appointed } = recount(state, on)
          expect(parts.map((one) => one.on)).toEqual([on, on])
          expect(sum((one) => one.posts)).toBe(posts)
          expect(sum(({ counts }) => counts.filled + counts.short + counts.overFilled)).toBe(appointed)
          expect(sum(({ counts }) => counts.vacant + counts.actingOnly + counts.optional)).toBe(posts - appointed)
          for (const one of parts) {
            expect(Object.values(one.counts).reduce((a, b) => a + b, 0)).toBe(one.posts)
            if (one.rate !== undefined) expect(one.rate >= 0 && one.rate <= 1).toBe(true)
          }
        }
      }),
      { numRuns: 40, seed: 95 }
    )
  })

  it("P-06 R2-8 a vacancy is as old as the first of the days before on which nobody was appointed", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = Decider.run(
          decider,
          Rosters.initial,
          commands.map((one) => decoder(one)),
          places
        )
        const tower = Rosters.of(state, unit("tower"))
        const on = dayAt(days + 4)
        const directory = Directory.of(schemes, Rosters.all(state), places, on)
        for (const { at, filling, vacantSince } of Completeness.of(directory, unit("tower"))) {
          expect(vacantSince === undefined).toBe(filling !== "vacant")
          if (vacantSince === undefined) continue
          const held = (day: CivilDate.CivilDate) =>
            Roster.holdingOn(Roster.ofPost(tower.holdings, at.post), day).length > 0
          const last = all.filter((day) => day <= on && held(day)).at(-1)
          const first = last === undefined ? dayAt(0) : all[all.indexOf(last) + 1]
          expect([at.post.role, vacantSince]).toEqual([at.post.role, first])
        }
      }),
      { numRuns: 80, seed: 96 }
    )
  })
})
