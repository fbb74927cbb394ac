import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period } from "@louyu/kernel"
import * as Places from "./Places.ts"
import * as Post from "./Post.ts"
import type * as RoleScheme from "./RoleScheme.ts"
import * as Roster from "./Roster.ts"
import { schemeOf } from "./rules/Rule.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId
type Date = CivilDate.CivilDate

/** A post that exists on the date, and the role that says what it is for. */
export interface PostOn {
  readonly post: Post.Post
  readonly role: RoleScheme.Role
  readonly scheme: RoleScheme.RoleScheme
  readonly roster: UnitId
}

/**
 * Somebody who answers for a post on the date, and by what right.
 *
 * Shape: `absent` names who they stand in for, through as many as there are; `via` the post they hold it by (ex officio).
 * `caretaking` when nobody is appointed and they act while the post, or the one it follows, is vacant.
 */
export interface Holder {
  readonly person: PersonId
  readonly by: "appointed" | "seconded" | "exOfficio" | "acting"
  readonly since: Date
  readonly until: Date | undefined
  readonly absent: ReadonlyArray<PersonId>
  readonly via: Post.Post | undefined
  readonly caretaking: boolean
}

/**
 * All posts of a city on a date, ready to be asked: who holds a post, what a person holds.
 *
 * Cost: O(rosters + appointments) to make, once a date; then O(answer), the first question about a unit O(depth).
 */
export interface Directory {
  readonly on: Date
  readonly places: Places.Places
  readonly schemes: ReadonlyArray<RoleScheme.RoleScheme>
  readonly rosters: ReadonlyMap<UnitId, Roster.Roster>
  readonly byPost: ReadonlyMap<string, Seats>
  readonly byPerson: ReadonlyMap<PersonId, ReadonlyArray<Post.Post>>
  /** The schemes in force by the roster that adopted them. */
  readonly inForce: ReadonlyMap<UnitId, ReadonlyArray<RoleScheme.RoleScheme>>
  /** The rights given by themselves that hold on the date, by person and by unit. */
  readonly grantsOf: ReadonlyMap<PersonId, ReadonlyArray<Roster.GivenAccess>>
  readonly grantsAt: ReadonlyMap<UnitId, ReadonlyArray<Roster.GivenAccess>>
  /** The posts of a unit; found once, then known. */
  readonly postsAt: (unit: UnitId) => ReadonlyArray<PostOn>
  /** The posts a person answers for; found once, then known. */
  readonly heldBy: (person: PersonId) => ReadonlyArray<PostOn>
  /** The posts that are held by whoever holds a post, by the key of that post; found once, then known. */
  readonly followers: () => ReadonlyMap<string, ReadonlyArray<PostOn>>
}

/** What is written of one post on the date. */
export interface Seats {
  readonly holdings: ReadonlyArray<Roster.Holding>
  readonly acting: ReadonlyArray<Roster.Acting>
  readonly delegations: ReadonlyArray<Roster.Delegation>
}

const noSeats: Seats = { holdings: [], acting: [], delegations: [] }

/** Makes the directory of a date from all rosters of a city. */
export const of = (
  schemes: ReadonlyArray<RoleScheme.RoleScheme>,
  rosters: Iterable<Roster.Roster>,
  places: Places.Places,
  on: Date
): Directory => {
  const byUnit = new Map<UnitId, Roster.Roster>()
  const byPost = new Map<string, { [K in keyof Seats]: Array<Seats[K][number]> }>()
  const byPerson = new Map<PersonId, Array<Post.Post>>()
  const seatsOf = (post: Post.Post) => {
    const key = Post.key(post)
    const known = byPost.get(key) ?? { holdings: [], acting: [], delegations: [] }
    byPost.set(key, known)
    return known
  }
  const note = (person: PersonId, post: Post.Post): void => {
    const posts = listOf(byPerson, person)
    if (!posts.some((one) => Post.equals(one, post))) posts.push(post)
  }
  const inForce = new Map<UnitId, ReadonlyArray<RoleScheme.RoleScheme>>()
  const grantsOf = new Map<PersonId, Array<Roster.GivenAccess>>()
  const grantsAt = new Map<UnitId, Array<Roster.GivenAccess>>()
  for (const roster of rosters) {
    if (roster.unit !== undefined) {
      byUnit.set(roster.unit, roster)
      const adopted = Roster.schemesOn(roster, on).flatMap((version) => schemeOf(schemes, version) ?? [])
      if (adopted.length > 0) inForce.set(roster.unit, adopted)
    }
    for (const one of Roster.holdingOn(roster.grants, on)) {
      listOf(grantsOf, one.person).push(one)
      listOf(grantsAt, one.unit).push(one)
    }
    for (const one of Roster.holdingOn(roster.holdings, on)) seatsOf(one.post).holdings.push(one)
    for (const one of Roster.holdingOn(roster.acting, on)) seatsOf(one.post).acting.push(one)
    for (const one of Roster.holdingOn(roster.delegations, on)) seatsOf(one.post).delegations.push(one)
    for (const one of [...Roster.holdingOn(roster.holdings, on), ...Roster.holdingOn(roster.acting, on)]) {
      note(one.person, one.post)
    }
  }
  const known = new Map<UnitId, ReadonlyArray<PostOn>>()
  const held = new Map<PersonId, ReadonlyArray<PostOn>>()
  let followed: ReadonlyMap<string, ReadonlyArray<PostOn>> | undefined
  const directory: Directory = {
    on,
    places,
    schemes,
    rosters: byUnit,
    byPost,
    byPerson,
    inForce,
    grantsOf,
    grantsAt,
    postsAt: (unit) => {
      const before = known.get(unit)
      if (before !== undefined) return before
      const found = findPosts(directory, unit)
      known.set(unit, found)
      return found
    },
    heldBy: (person) => {
      // Nobody without an appointment holds anything; their names are not collected.
      if (!byPerson.has(person)) return none
      const before = held.get(person)
      if (before !== undefined) return before
      const found = findHeld(directory, person)
      held.set(person, found)
      return found
    },
    followers: () => {
      followed ??= findFollowers(directory)
      return followed
    }
  }
  return directory
}

const listOf = <K, A>(lists: Map<K, Array<A>>, key: K): Array<A> => {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: Array<A> = []
  lists.set(key, list)
  return list
}

/** What is written of a post on the date. */
export const seats = (directory: Directory, post: Post.Post): Seats => directory.byPost.get(Post.key(post)) ?? noSeats

/**
 * The posts of a unit on the date, held or not: one for every role that a scheme in force has for units of its sort (R2-1).
 *
 * Shape: where rosters of several units around it speak of the same layer, the nearest one is heard.
 */
export const posts = (directory: Directory, unit: UnitId): ReadonlyArray<PostOn> => directory.postsAt(unit)

const none: ReadonlyArray<PostOn> = []

// The rosters that speak of a unit are its own and those of the units above it, the nearest first.
const findPosts = ({ on, places, inForce }: Directory, unit: UnitId): ReadonlyArray<PostOn> => {
  const sorts = places.sorts(unit, on)
  if (sorts.length === 0) return none
  const layers = new Set<string>()
  const found: Array<PostOn> = []
  for (const roster of [unit, ...places.above(unit, on)]) {
    for (const scheme of inForce.get(roster) ?? []) {
      const roles = layers.has(scheme.layer) ? [] : scheme.roles.filter((role) => sorts.includes(role.scope))
      if (roles.length > 0) layers.add(scheme.layer)
      for (const role of roles) {
        found.push({ post: { scheme: scheme.id, role: role.code, unit }, role, scheme, roster })
      }
    }
  }
  return found.length === 0 ? none : found
}

/** The post of a role at a unit, if it exists on the date. */
export const postAt = (directory: Directory, unit: UnitId, ref: RoleScheme.RoleRef): PostOn | undefined =>
  posts(directory, unit).find(({ post }) => post.role === ref.role && post.scheme === ref.scheme)

// Who really comes for somebody: their substitute, or the substitute of that one, to the end of the chain (R2-10).
const standIn = (
  acting: ReadonlyArray<Roster.Acting>,
  person: PersonId
): {
  readonly person: PersonId
  readonly absent: ReadonlyArray<PersonId>
  readonly last: Roster.Acting | undefined
} => {
  const absent: Array<PersonId> = []
  let last: Roster.Acting | undefined
  let now = person
  for (;;) {
    const next = acting.find((one) => one.absent === now && !absent.includes(one.person))
    if (next === undefined) return { person: now, absent, last }
    absent.push(now)
    last = next
    now = next.person
  }
}

const exOfficioSource = (directory: Directory, { post, role }: PostOn): Post.Post | undefined => {
  const rule = role.exOfficio
  if (rule === undefined) return undefined
  const { on, places } = directory
  const unit = rule.at === "same" ? post.unit : Places.nearest(places, post.unit, rule.at.above, on)
  return unit === undefined ? undefined : { ...rule.of, unit }
}

/** A post, the post it follows ex officio, the one that follows, and so on: nobody is on the first while the last is vacant. */
export const lineOf = (directory: Directory, at: PostOn): ReadonlyArray<PostOn> => {
  const line = [at]
  for (const one of line) {
    const source = exOfficioSource(directory, one)
    const next = source === undefined ? undefined : postAt(directory, source.unit, source)
    if (next !== undefined && !line.some(({ post }) => Post.equals(post, next.post))) line.push(next)
  }
  return line
}

/**
 * Who answers for a post on the date: whoever is appointed, or stands in for them; for a post that follows another,
 * whoever answers for that one (P-34); and whoever acts while it is vacant.
 *
 * Shape: nobody twice; none when the post is vacant.
 */
export const holders = (directory: Directory, at: PostOn): ReadonlyArray<Holder> => holdersOf(directory, at, [])

const holdersOf = (directory: Directory, at: PostOn, seen: ReadonlyArray<string>): ReadonlyArray<Holder> => {
  const key = Post.key(at.post)
  const { holdings, acting } = seats(directory, at.post)
  const source = seen.includes(key) ? undefined : exOfficioSource(directory, at)
  const sourceAt = source === undefined ? undefined : postAt(directory, source.unit, source)
  const official: ReadonlyArray<Holder> =
    source === undefined || sourceAt === undefined
      ? []
      : holdersOf(directory, sourceAt, [...seen, key]).map((one): Holder => ({ ...one, by: "exOfficio", via: source }))
  const appointed = holdings.map((one): Holder => {
    const stand = standIn(acting, one.person)
    const by = one.secondedFrom === undefined ? "appointed" : "seconded"
    return stand.last === undefined
      ? { person: one.person, by, since: one.from, until: one.to, absent: [], via: undefined, caretaking: false }
      : {
          person: stand.person,
          by: "acting",
          since: stand.last.from,
          until: stand.last.to,
          absent: stand.absent,
          via: undefined,
          caretaking: false
        }
  })
  const there = [...official, ...appointed]
  // Who acts while a post is vacant has nothing to do there from the day on which somebody holds it.
  return there.length > 0 ? nobodyTwice(there) : nobodyTwice(caretakers(acting))
}

const nobodyTwice = (holders: ReadonlyArray<Holder>): ReadonlyArray<Holder> =>
  holders.filter((one, i) => holders.findIndex((other) => other.person === one.person) === i)

const caretakers = (acting: ReadonlyArray<Roster.Acting>): ReadonlyArray<Holder> =>
  acting
    .filter((one) => one.absent === undefined)
    .map((one): Holder => {
      const stand = standIn(acting, one.person)
      const { person, absent } = stand
      const until = stand.last?.to ?? one.to
      return { person, by: "acting", since: one.from, until, absent, via: undefined, caretaking: true }
    })

/** The posts a person answers for on the date, by appointment, acting or ex officio (R2-4). */
export const postsOf = (directory: Directory, person: PersonId): ReadonlyArray<PostOn> => directory.heldBy(person)

const findHeld = (directory: Directory, person: PersonId): ReadonlyArray<PostOn> => {
  const own = (directory.byPerson.get(person) ?? []).flatMap((post) => postAt(directory, post.unit, post) ?? [])
  const held = own.filter((at) => holders(directory, at).some((one) => one.person === person))
  return [...held, ...follow(directory, held)]
}

// The posts that follow from posts held, and those that follow from them.
const follow = (directory: Directory, held: ReadonlyArray<PostOn>): ReadonlyArray<PostOn> => {
  const found = new Map(held.map((at) => [Post.key(at.post), at]))
  const followers: Array<PostOn> = []
  for (const source of found.values()) {
    for (const at of directory.followers().get(Post.key(source.post)) ?? []) {
      if (found.has(Post.key(at.post))) continue
      found.set(Post.key(at.post), at)
      followers.push(at)
    }
  }
  return followers
}

// Only units of rosters with a scheme that fills posts by rule are looked at.
const findFollowers = (directory: Directory): ReadonlyMap<string, ReadonlyArray<PostOn>> => {
  const ruled = [...directory.inForce].filter(([, schemes]) =>
    schemes.some((scheme) => scheme.roles.some((role) => role.exOfficio !== undefined))
  )
  const units = new Set(ruled.flatMap(([roster]) => directory.places.within(roster, directory.on)))
  const followers = new Map<string, Array<PostOn>>()
  for (const unit of units) {
    for (const at of posts(directory, unit)) {
      const source = exOfficioSource(directory, at)
      if (source !== undefined) listOf(followers, Post.key(source)).push(at)
    }
  }
  return followers
}

/** Everybody who ever held a post, oldest first (R2-2). Cost: O(appointments). */
export const historyOf = (directory: Directory, post: Post.Post): ReadonlyArray<Roster.Holding> =>
  [...directory.rosters.values()].flatMap((roster) => Roster.ofPost(roster.holdings, post)).toSorted(Period.compare)

/** Every post a person ever held, oldest first (R2-3). Cost: O(appointments). */
export const careerOf = (directory: Directory, person: PersonId): ReadonlyArray<Roster.Holding> =>
  [...directory.rosters.values()]
    .flatMap((roster) => roster.holdings.filter((one) => one.person === person))
    .toSorted(Period.compare)

/** Who takes over a matter of a post on the date, when it is delegated. */
export const delegates = (directory: Directory, post: Post.Post, matter: string): ReadonlyArray<Roster.Delegation> =>
  seats(directory, post).delegations.filter((one) => one.matter === matter)
