import type { Identifier } from "@louyu/kernel"
import * as Directory from "./Directory.ts"
import * as Places from "./Places.ts"
import * as Post from "./Post.ts"
import type * as RoleScheme from "./RoleScheme.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/** A matter that somebody has to answer for: what it is about and where. */
export interface Matter {
  readonly matter: string
  readonly unit: UnitId
}

/**
 * One thing that was tried on the way to whoever answers, and how it came out: the answer to "why did it come to me".
 *
 * `handles`: the post handles the matter here; `general`: no post here handles it, so the one for whatever has no owner
 * does; `leads`: nobody is there who handles it, so it goes to the post that leads overall here; `delegated`, `held`,
 * `acting`: that person has it; `vacant`: nobody is on the post; `deputy`: the post whose work falls to this one is
 * vacant; `up`: nobody in the unit has it, so it goes to the unit above; `nobody`: it went all the way up and nobody was
 * found.
 */
export interface Step {
  readonly why:
    | "handles"
    | "general"
    | "leads"
    | "delegated"
    | "held"
    | "acting"
    | "vacant"
    | "deputy"
    | "up"
    | "nobody"
  readonly unit: UnitId
  readonly post: Post.Post | undefined
  readonly person: PersonId | undefined
}

/**
 * Who answers for a matter here on the date.
 *
 * Shape: `answers` is empty only when every chair up to the top is; then the last step says so. `responsible` is the
 * post the matter belongs to, though somebody else may have to do it while it is vacant.
 */
export interface Route {
  readonly matter: Matter
  readonly responsible: Post.Post | undefined
  readonly at: Post.Post | undefined
  readonly answers: ReadonlyArray<PersonId>
  readonly steps: ReadonlyArray<Step>
}

/** The category under which a role takes whatever has no owner. */
export const general = "general"

const dutyOrder: Readonly<Record<RoleScheme.Duty, number>> = { ownArea: 0, cooperate: 1, leadOverall: 2 }

// The posts of a unit that handle a matter: own area before co-operating before leading overall.
const handling = (posts: ReadonlyArray<Directory.PostOn>, matter: string): ReadonlyArray<Directory.PostOn> =>
  posts
    .filter(({ role }) => role.matters.includes(matter))
    .toSorted((a, b) => dutyOrder[a.role.duty] - dutyOrder[b.role.duty])

// The post whose work falls to another is followed by its deputies, and theirs.
const withDeputies = (
  posts: ReadonlyArray<Directory.PostOn>,
  at: Directory.PostOn
): ReadonlyArray<Directory.PostOn> => {
  const line = [at]
  for (const one of line) {
    const next = posts.filter(({ post, role }) => post.scheme === one.post.scheme && role.deputyOf === one.role.code)
    line.push(...next.filter((deputy) => !line.includes(deputy)))
  }
  return line
}

const tryPost = (
  directory: Directory.Directory,
  at: Directory.PostOn,
  matters: ReadonlyArray<string>,
  steps: Array<Step>
): ReadonlyArray<PersonId> => {
  const { post } = at
  const note = (why: Step["why"], person?: PersonId) => steps.push({ why, unit: post.unit, post, person })
  const delegates = matters
    .map((matter) => Directory.delegates(directory, post, matter))
    .reduce((first, next) => (first.length > 0 ? first : next))
  for (const { person } of delegates) note("delegated", person)
  if (delegates.length > 0) return delegates.map((one) => one.person)
  const holders = Directory.holders(directory, at)
  for (const { person, by } of holders) note(by === "acting" ? "acting" : "held", person)
  if (holders.length === 0) note("vacant")
  return holders.map((one) => one.person)
}

interface Candidate {
  readonly why: "handles" | "general" | "leads"
  readonly at: Directory.PostOn
}

// Who handles a matter in a unit, else whoever takes what has no owner; then whoever leads there overall, the next post up.
// A post without any matter of its own leads in name and takes no work.
const candidatesOf = (posts: ReadonlyArray<Directory.PostOn>, matter: string): ReadonlyArray<Candidate> => {
  const own = handling(posts, matter)
  const why = own.length > 0 ? "handles" : "general"
  const asked = own.length > 0 ? own : handling(posts, general)
  const leads = posts.filter(
    (at) => at.role.duty === "leadOverall" && at.role.matters.length > 0 && !asked.includes(at)
  )
  return [...asked.map((at): Candidate => ({ why, at })), ...leads.map((at): Candidate => ({ why: "leads", at }))]
}

/** What a unit by itself makes of a matter: {@link Route} without the way up. */
export type AtUnit = Pick<Route, "responsible" | "at" | "answers">

/** Finds who answers for a matter among the posts of one unit; notes what was tried in `steps`. */
export const atUnit = (
  directory: Directory.Directory,
  unit: UnitId,
  matter: string,
  steps: Array<Step> = []
): AtUnit => {
  const posts = Directory.posts(directory, unit)
  const candidates = candidatesOf(posts, matter)
  const tried = new Set<Directory.PostOn>()
  for (const { why, at: candidate } of candidates) {
    for (const at of withDeputies(posts, candidate)) {
      if (tried.has(at)) continue
      tried.add(at)
      steps.push({ why: at === candidate ? why : "deputy", unit, post: at.post, person: undefined })
      const answers = tryPost(directory, at, why === "general" ? [matter, general] : [matter], steps)
      if (answers.length > 0) return { responsible: candidates[0]?.at.post, at: at.post, answers }
    }
  }
  return { responsible: candidates[0]?.at.post, at: undefined, answers: [] }
}

/**
 * Finds who answers for a matter on the date: the post that handles it in the nearest unit, found by scheme and place,
 * never by role alone; its delegate, holder, acting holder or deputy; and if all those chairs are empty, the next post
 * up: whoever leads the unit overall, then the unit above, to the top. Nothing lands on an empty chair.
 *
 * Cost: O(depth x posts of a unit).
 * Source: R2-11, R2-13, R2-14, P-06, domain 1.6.
 */
export const route = (directory: Directory.Directory, matter: Matter): Route => {
  const steps: Array<Step> = []
  const { places, on } = directory
  const line = Places.exists(places, matter.unit, on) ? [matter.unit, ...places.above(matter.unit, on)] : []
  let responsible: Post.Post | undefined
  for (const [i, unit] of line.entries()) {
    if (i > 0) steps.push({ why: "up", unit, post: undefined, person: undefined })
    const found = atUnit(directory, unit, matter.matter, steps)
    responsible ??= found.responsible
    if (found.answers.length > 0) return { matter, responsible, at: found.at, answers: found.answers, steps }
  }
  steps.push({ why: "nobody", unit: line.at(-1) ?? matter.unit, post: undefined, person: undefined })
  return { matter, responsible, at: undefined, answers: [], steps }
}

// The units straight under another that have a post: bodies such as a comprehensive committee stand beside the way up.
const beside = (
  directory: Directory.Directory,
  unit: UnitId,
  ref: RoleScheme.RoleRef
): Directory.PostOn | undefined => {
  const { inForce, on, places } = directory
  const isUnder = (one: UnitId) => places.above(one, on)[0] === unit
  const adopted = [...inForce].filter(([, schemes]) => schemes.some((scheme) => scheme.id === ref.scheme))
  const under = adopted.flatMap(([one]) => (one === unit ? places.within(unit, on) : [one])).filter(isUnder)
  return under.toSorted().flatMap((one) => Directory.postAt(directory, one, ref) ?? [])[0]
}

/**
 * The posts a matter climbs from a unit when it cannot be settled, the lowest first: each role of the ladder at the
 * nearest unit on the way up that has it, or that has a body with it straight under it (R2-11, P-37). A rung that is
 * nowhere is left out.
 *
 * Shape: the ladder is that of the lowest scheme in force here that has one for the matter, or one for every matter.
 * Cost: O(rungs x depth x rosters).
 */
export const ladder = (directory: Directory.Directory, { matter, unit }: Matter): ReadonlyArray<Directory.PostOn> => {
  const line = [unit, ...directory.places.above(unit, directory.on)]
  const inForce = line.flatMap((one) => Directory.posts(directory, one).map(({ scheme }) => scheme))
  const rungsOf = (of: string) => inForce.find((scheme) => Object.hasOwn(scheme.ladder, of))?.ladder[of]
  const refs = rungsOf(matter) ?? rungsOf("*") ?? []
  return refs.flatMap((ref) => {
    for (const one of line) {
      const at = Directory.postAt(directory, one, ref) ?? beside(directory, one, ref)
      if (at !== undefined) return [at]
    }
    return []
  })
}

/** Open work and the post it is listed for. */
export interface Listed {
  readonly work: string
  readonly post: Post.Post
  readonly matter: string
}

/** Open work that nobody on its post can do any more, and where it goes now. */
export interface Orphaned {
  readonly work: string
  readonly post: Post.Post
  readonly route: Route
}

/**
 * The open work whose post has nobody any more (a holder left, a scheme changed), with the way it goes instead (R2-12).
 */
export const orphaned = (directory: Directory.Directory, work: ReadonlyArray<Listed>): ReadonlyArray<Orphaned> =>
  work.flatMap(({ work: id, post, matter }) => {
    const at = Directory.postAt(directory, post.unit, post)
    const hasSomebody =
      at !== undefined &&
      (Directory.holders(directory, at).length > 0 || Directory.delegates(directory, post, matter).length > 0)
    return hasSomebody ? [] : [{ work: id, post, route: route(directory, { matter, unit: post.unit }) }]
  })

/** The open work of the posts a person answers for: what is to be handed over when they leave (R2-12). */
export const toHandOver = (
  directory: Directory.Directory,
  person: PersonId,
  work: ReadonlyArray<Listed>
): ReadonlyArray<Listed> => {
  const own = Directory.postsOf(directory, person)
  return work.filter(({ post }) => own.some((at) => Post.equals(at.post, post)))
}
