import { type CivilDate, Decider } from "@louyu/kernel"
import { Command, Directory, Event, Post, RoleScheme, Roster, Rosters } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date, places, schemes, unit } from "./city.ts"
import { dayAt, days, history } from "./histories.ts"

const decoder = Schema.decodeUnknownSync(Command.Command)
const decider = Rosters.decider(schemes)
const run = (commands: ReadonlyArray<object>) =>
  Decider.run(
    decider,
    Rosters.initial,
    commands.map((one) => decoder(one)),
    places
  )
const everyDay = Array.from({ length: days + 30 }, (_, offset) => dayAt(offset))
const units = ["tower", "plaza", "grid-1", "grid-2", "street", "committee"].map(unit)
const numRuns = 150

const directoryOn = (state: Rosters.Rosters, on: CivilDate.CivilDate) =>
  Directory.of(schemes, Rosters.all(state), places, on)
const holdings = (state: Rosters.Rosters) => [...Rosters.all(state)].flatMap((roster) => roster.holdings)

describe("rosters, whatever is asked of them", () => {
  it("P-06 R2-6 invariant 6: a post never has more holders than it may, on any day, past or to come", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const on of everyDay) {
          const counts = new Map<string, number>()
          for (const one of Roster.holdingOn(holdings(state), on)) {
            const key = Post.key(one.post)
            counts.set(key, (counts.get(key) ?? 0) + 1)
            const scheme = schemes.find(({ id }) => id === one.post.scheme)
            const role = scheme === undefined ? undefined : RoleScheme.role(scheme, one.post.role)
            expect(counts.get(key)).toBeLessThanOrEqual(role?.maximum ?? Number.POSITIVE_INFINITY)
          }
        }
      }),
      { numRuns, seed: 61 }
    )
  })

  it("H-06 invariant: two different roles meet in one person only where a scheme declares the pair, across buildings", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const on of everyDay) {
          const now = Roster.holdingOn(holdings(state), on)
          for (const a of now) {
            for (const b of now) {
              if (a.person !== b.person || a.post.role === b.post.role) continue
              expect(schemes.some((scheme) => RoleScheme.allowsBoth(scheme, a.post, b.post))).toBe(true)
            }
          }
        }
      }),
      { numRuns, seed: 62 }
    )
  })

  it("R2-1 every holder sits on a post that exists that day", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const on of everyDay.filter((_, i) => i % 3 === 0)) {
          const directory = directoryOn(state, on)
          for (const one of Roster.holdingOn(holdings(state), on)) {
            expect(Directory.postAt(directory, one.post.unit, one.post)).toBeDefined()
          }
        }
      }),
      { numRuns, seed: 63 }
    )
  })

  it("R2-10 substitutes: whoever answers is there, nobody answers twice, and no chain runs in a circle", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const on of everyDay.filter((_, i) => i % 5 === 0)) {
          const directory = directoryOn(state, on)
          for (const at of units.flatMap((one) => Directory.posts(directory, one))) {
            const holders = Directory.holders(directory, at)
            expect(new Set(holders.map((one) => one.person)).size).toBe(holders.length)
            for (const one of holders) expect(one.absent).not.toContain(one.person)
            for (const one of holders) {
              expect(Directory.postsOf(directory, one.person).some(({ post }) => Post.equals(post, at.post))).toBe(true)
            }
          }
        }
      }),
      { numRuns, seed: 64 }
    )
  })

  // What was taken out before it began is nowhere any more, so there is nothing to end a second time.
  const isGone = (state: Rosters.Rosters, command: Command.Command) =>
    (command._tag === "Relieve" || command._tag === "HandOver") &&
    !holdings(state).some((one) => one.person === command.person && Post.equals(one.post, command))

  it("a refused command changes nothing, and an accepted one decided again gives no facts", () => {
    fc.assert(
      fc.property(history, (commands) => {
        let state = Rosters.initial
        for (const command of commands.map((one) => decoder(one))) {
          const stepped = Decider.step(decider, state, command, places)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          const again = decider.decide(state, command, places)
          if (isGone(state, command) && Result.isFailure(again) && again.failure.code === "roles/NotHolder") continue
          expect(Result.isSuccess(again) ? again.success : again.failure.code).toEqual([])
        }
      }),
      { numRuns, seed: 65 }
    )
  })

  it("facts read back from JSON make the same rosters", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { events, state } = run(commands)
        const decode = Schema.decodeUnknownSync(Event.Event)
        const encode = Schema.encodeSync(Event.Event)
        const read = events.map((event) => decode(JSON.parse(JSON.stringify(encode(event)))))
        expect([...Rosters.all(Decider.fold(decider, read))]).toEqual([...Rosters.all(state)])
      }),
      { numRuns, seed: 66 }
    )
  })

  it("R2-2 the history of a post agrees with who held it on each day", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        const post = Schema.decodeUnknownSync(Post.Post)({
          scheme: "twoHeadsFourStaff",
          role: "buildingChief",
          unit: "tower"
        })
        const ever = Directory.historyOf(directoryOn(state, date("2022-01-01")), post)
        for (const on of everyDay) {
          const seats = Directory.seats(directoryOn(state, on), post).holdings.map((one) => one.person)
          expect(
            Roster.holdingOn(ever, on)
              .map((one) => one.person)
              .toSorted()
          ).toEqual(seats.toSorted())
        }
      }),
      { numRuns: 40, seed: 67 }
    )
  })
})
