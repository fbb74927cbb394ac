import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import { Command, Directory, type Places, RolePresets, type RoleScheme, Roles, Roster } from "@louyu/roles"
import { PlainPlaces } from "@louyu/roles/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

export const unit = (id: string) => Identifier.UnitId.make(id)
export const person = (id: string) => Identifier.PersonId.make(id)
export const date = CivilDate.make

/** A small city that knows nothing of any organisation package: a street, its committee, two buildings and their grids. */
export const places: Places.Places = PlainPlaces.of([
  { unit: unit("street"), sorts: ["street"] },
  { unit: unit("cbd"), sorts: ["cluster"], under: unit("street") },
  { unit: unit("committee"), sorts: ["comprehensiveCommittee"], under: unit("cbd") },
  { unit: unit("tower"), sorts: ["building"], under: unit("cbd") },
  { unit: unit("grid-1"), sorts: ["microGrid"], under: unit("tower") },
  { unit: unit("grid-2"), sorts: ["microGrid"], under: unit("tower") },
  { unit: unit("plaza"), sorts: ["building"], under: unit("cbd") },
  { unit: unit("grid-3"), sorts: ["microGrid"], under: unit("plaza"), from: date("2023-01-01") },
  { unit: unit("party-body"), sorts: ["committee"], under: unit("tower") },
  { unit: unit("property"), sorts: ["propertyCompany"], under: unit("street") },
  { unit: unit("bureau"), sorts: ["department"], under: unit("street") },
  { unit: unit("firm"), sorts: ["enterprise"], under: unit("tower") }
])

const staff = (code: string, zh: string) => ({ code, names: { zh }, matters: [code] })

/** All presets, with six staff roles a city might have named. */
export const schemes: ReadonlyArray<RoleScheme.RoleScheme> = [
  RolePresets.twoHeadsFourStaff,
  RolePresets.oneHeadSixStaff([
    staff("partyOfficer", "党建员"),
    staff("liaison", "联络员"),
    staff("policyOfficer", "政策员"),
    staff("safetyOfficer", "安全员"),
    staff("serviceOfficer", "服务员"),
    staff("cultureOfficer", "文体员")
  ]),
  RolePresets.buildingChiefSystem,
  RolePresets.committeePosts,
  RolePresets.buildingCommitteePosts,
  RolePresets.streetPosts,
  RolePresets.partyBuildingGuide,
  RolePresets.firstSecretary
]

type Rosters = ReadonlyMap<string, Roster.Roster>
const decode = Schema.decodeUnknownSync(Command.Command)

/** Decides a command over the rosters of a city; it sees what people hold in the other rosters. */
export const attemptUnder = (under: ReadonlyArray<RoleScheme.RoleScheme>, rosters: Rosters, command: object) => {
  const decider = Roles.decider(under)
  const decoded = decode(command)
  const elsewhere = (who: string) =>
    [...rosters].flatMap(([id, roster]) =>
      id === decoded.roster ? [] : roster.holdings.filter((one) => one.person === who)
    )
  const before = rosters.get(decoded.roster) ?? Roster.initial
  return Result.map(Decider.step(decider, before, decoded, { places, elsewhere }), ({ state, events }) => ({
    rosters: new Map(rosters).set(decoded.roster, state) as Rosters,
    events
  }))
}

/** Decides a command under all presets. */
export const attempt = (rosters: Rosters, command: object) => attemptUnder(schemes, rosters, command)

/** Like {@link attempt} for commands that must be accepted. */
export const after = (commands: ReadonlyArray<object>, rosters: Rosters = new Map()): Rosters =>
  commands.reduce<Rosters>((now, command) => Result.getOrThrow(attempt(now, command)).rosters, rosters)

/** The code of the problem a command is refused with, or `undefined`. */
export const refusal = (rosters: Rosters, command: object): string | undefined => {
  const result = attempt(rosters, command)
  return Result.isFailure(result) ? result.failure.code : undefined
}

export const directory = (rosters: Rosters, on: string) => Directory.of(schemes, rosters.values(), places, date(on))

const adopt = (roster: string, scheme: string, from: string, rest: object = {}) => ({
  _tag: "AdoptScheme",
  roster,
  scheme,
  version: 1,
  from,
  ...rest
})

const appoint = (
  roster: string,
  scheme: string,
  role: string,
  at: string,
  who: string,
  from: string,
  rest: object = {}
) => ({
  _tag: "Appoint",
  roster,
  scheme,
  role,
  unit: at,
  person: who,
  from,
  ...rest
})

export const write = { adopt, appoint }

/** Who answers for a post on a date, by id. */
export const who = (rosters: Rosters, on: string, scheme: string, role: string, at: string): ReadonlyArray<string> => {
  const now = directory(rosters, on)
  const found = Directory.posts(now, unit(at)).find(({ post }) => post.scheme === scheme && post.role === role)
  return found === undefined ? ["no such post"] : Directory.holders(now, found).map((one) => one.person)
}
