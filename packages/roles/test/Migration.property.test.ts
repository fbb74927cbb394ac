import { CivilDate, Decider } from "@louyu/kernel"
import { Command, Completeness, Directory, Migration, Post, RoleScheme, Roster, Rosters } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { places, schemes, unit } from "./city.ts"
import { dayAt, days, history } from "./histories.ts"

const decoder = Schema.decodeUnknownSync(Command.Command)
const decider = Rosters.decider(schemes)
const two = "twoHeadsFourStaff"
const six = "oneHeadSixStaff"
const roles = ["buildingChief", "investmentLiaison", "partyMassGuide", "microGridHead"]
const target = fc.option(fc.constantFrom("buildingChief", "liaison", "partyOfficer", "nothing"), { nil: undefined })
const mapping = fc
  .tuple(target, target, target, target)
  .map((targets) => roles.map((from, i) => (targets[i] === undefined ? { from } : { from, to: targets[i] })))
  .chain((all) => fc.subarray(all, { minLength: 2 }))

describe("changing a scheme, whoever holds what", () => {
  it("P-06 P-07 R2-7 nothing is lost: every holder goes where the mapping says or ends there, and all else stays as it was", () => {
    let accepted = 0
    fc.assert(
      fc.property(history, mapping, fc.integer({ min: 0, max: days }), (commands, mapped, offset) => {
        const from = dayAt(offset)
        const { state } = Decider.run(
          decider,
          Rosters.initial,
          commands.map((one) => decoder(one)),
          places
        )
        const command = Command.AdoptScheme.make(
          Schema.decodeUnknownSync(Command.AdoptScheme)({
            _tag: "AdoptScheme",
            roster: "tower",
            scheme: six,
            version: 1,
            from,
            mapping: mapped
          })
        )
        const roster = Rosters.of(state, unit("tower"))
        const work = [
          ...roster.holdings,
          {
            post: Schema.decodeUnknownSync(Post.Post)({
              scheme: two,
              role: "communityInformationOfficer",
              unit: "tower"
            })
          }
        ]
          .map((one, i) => ({ work: `case-${i}`, post: one.post }))
          .concat(Rosters.of(state, unit("plaza")).holdings.map((one, i) => ({ work: `plaza-${i}`, post: one.post })))
        const stepped = Decider.step(decider, state, command, places)
        const others = [...Rosters.all(state)]
        const report = Migration.preview(schemes, roster, command, { places, elsewhere: () => [] }, work, others)
        const affected = Roster.during(roster.holdings, { from })
        if (Result.isFailure(stepped)) return
        accepted++
        const after = Rosters.of(stepped.success.state, unit("tower"))
        // What was before the day is as it was, and what was on the old scheme ended that day.
        expect(after.holdings.filter((one) => one.from < from).map((one) => [one.post, one.person, one.from])).toEqual(
          roster.holdings.filter((one) => one.from < from).map((one) => [one.post, one.person, one.from])
        )
        expect(Roster.during(after.holdings, { from }).filter((one) => one.post.scheme === two)).toEqual([])
        expect(
          Roster.during([...after.acting, ...after.delegations], { from }).filter((one) => one.post.scheme === two)
        ).toEqual([])
        // Everybody whose role is mapped holds the new post for the days that were left.
        for (const one of affected) {
          const to = mapped.find((each) => each.from === one.post.role)?.to
          const begins = CivilDate.max(one.from, from)
          const moved = after.holdings.filter(
            (each) => each.person === one.person && each.post.scheme === six && each.from === begins
          )
          expect(moved.map((each) => [each.post.role, each.to])).toEqual(to === undefined ? [] : [[to, one.to]])
        }
        if (Result.isFailure(report)) return
        const key = (each: { readonly person: string; readonly from: Post.Post }) =>
          `${each.person} ${Post.key(each.from)}`
        expect(report.success.holders.map(key).toSorted()).toEqual(
          affected.map((one) => key({ person: one.person, from: one.post })).toSorted()
        )
        // All open work of the building is told of, and none of another.
        expect(report.success.work.map((one) => one.work)).toEqual(
          work.filter((one) => one.work.startsWith("case")).map((one) => one.work)
        )
        const now = Directory.of(schemes, Rosters.all(stepped.success.state), places, from)
        const vacant = Completeness.of(now, unit("tower")).filter((one) => one.filling === "vacant")
        expect(report.success.vacancies.map((one) => Post.key(one.at.post))).toEqual(
          vacant.map((one) => Post.key(one.at.post))
        )
      }),
      { numRuns: 150, seed: 91 }
    )
    expect(accepted).toBeGreaterThan(20)
  })
})

describe("what a report of a change tells", () => {
  const street = RoleScheme.SchemeId.make("streetPosts")
  const run = (commands: ReadonlyArray<object>) =>
    Decider.run(
      decider,
      Rosters.initial,
      commands.map((one) => decoder(one)),
      places
    ).state
  const preview = (state: Rosters.Rosters, roster: string, rest: object, work: ReadonlyArray<Migration.OpenWork>) => {
    const command = Schema.decodeUnknownSync(Command.AdoptScheme)({
      _tag: "AdoptScheme",
      roster,
      version: 1,
      from: dayAt(5),
      ...rest
    })
    const one = Rosters.of(state, unit(roster))
    return Result.getOrThrow(
      Migration.preview(schemes, one, command, { places, elsewhere: () => [] }, work, Rosters.all(state))
    )
  }
  const adopt = (roster: string, scheme: string) => ({
    _tag: "AdoptScheme",
    roster,
    scheme,
    version: 1,
    from: dayAt(0)
  })
  const listed = (scheme: string, role: string, at = "tower") => ({
    work: `${scheme}/${role}@${at}`,
    post: Schema.decodeUnknownSync(Post.Post)({ scheme, role, unit: at })
  })

  it("P-06 work of posts that nobody holds is told of, that of another layer is not touched", () => {
    const state = run([adopt("tower", two), adopt("tower", "buildingChiefSystem")])
    const work = [
      listed(two, "partyMassGuide"),
      listed("buildingChiefSystem", "localChief"),
      listed(two, "partyMassGuide", "plaza")
    ]
    const told = preview(state, "tower", { scheme: six, mapping: [] }, work).work
    expect(told.map((one) => [one.work, one.to])).toEqual([[`${two}/partyMassGuide@tower`, undefined]])
  })

  it("P-34 posts that follow one elsewhere are vacant only when that one is", () => {
    const secretary = { scheme: street, roster: "street", role: "twoNewSecretary", unit: "street" }
    const state = run([adopt("street", street), { _tag: "Appoint", ...secretary, person: "p-1", from: dayAt(0) }])
    const vacant = preview(state, "committee", { scheme: "committeePosts" }, []).vacancies
    expect(vacant.map((one) => one.at.role.code)).toEqual(["organisationDeputy", "serviceDeputy"])
  })

  it("P-06 who acts and who has a matter is told of, and where that goes", () => {
    const chief = { scheme: two, roster: "tower", role: "buildingChief", unit: "tower" }
    const state = run([
      adopt("tower", two),
      { _tag: "Appoint", ...chief, person: "p-1", from: dayAt(0) },
      { _tag: "ActFor", ...chief, person: "p-2", absent: "p-1", from: dayAt(1), to: dayAt(9) },
      {
        _tag: "Delegate",
        ...chief,
        role: "partyMassGuide",
        matter: "mass",
        person: "p-3",
        from: dayAt(1),
        to: dayAt(9)
      }
    ])
    const told = preview(
      state,
      "tower",
      { scheme: six, mapping: [{ from: "buildingChief", to: "buildingChief" }, { from: "partyMassGuide" }] },
      []
    )
    expect(told.standIns.map((one) => [one.person, one.from.role, one.to?.scheme])).toEqual([
      ["p-2", "buildingChief", six],
      ["p-3", "partyMassGuide", undefined]
    ])
  })
})
