import { CivilDate, type Identifier } from "@louyu/kernel"
import { type Volunteering, Wish, type WishCommand } from "@louyu/programmes"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as TeamList from "./TeamList.ts"

const { field, Count } = Answer

/** Where a wish stands. */
export const standings = ["posted", "claimed", "fulfilled", "confirmed", "withdrawn"] as const
export type Standing = (typeof standings)[number]

/** Whoever claimed a wish. Shape: one of the three. */
export const Claimant = Schema.Struct({
  unit: field(Schema.NullOr(Answer.Unit), "the unit, or of a team its place; `null` for a person"),
  team: field(Schema.NullOr(Word), "the volunteer team, or `null`"),
  person: field(Schema.NullOr(Schema.String), "the id of the person, or `null`")
})
export type Claimant = typeof Claimant.Type

/** A wish as answers list it. Shape: whose it is, and what it says, is in no answer. */
export const Row = Schema.Struct({
  id: field(Schema.String, "its id; what it says is in the vault"),
  kind: field(Schema.String, "its kind, in the words of the city"),
  place: field(Answer.Unit, "where it is to be fulfilled"),
  standing: field(Schema.Literals(standings), "where it stood on the day; `posted` can be claimed"),
  posted: field(CivilDate.CivilDate, "the day it was posted"),
  since: field(CivilDate.CivilDate, "since when it stood so"),
  days: field(Count, "for how many days"),
  overdue: field(Schema.Boolean, "whether that is longer than it should be, and it is not over"),
  by: field(Schema.NullOr(Claimant), "who claimed it, or `null` while nobody has"),
  claims: field(Count, "how often it was claimed, claims that were given up included")
}).annotate({ identifier: "Wish" })
export type Row = typeof Row.Type

type Date = CivilDate.CivilDate

interface Known {
  readonly standing: Standing
  readonly since: Date
  readonly claim: Wish.Claim | undefined
}

const latest = (dates: ReadonlyArray<Date>, from: Date): Date => dates.reduce<Date>(CivilDate.max, from)

/** How a wish stood at the end of a day; `undefined` before it was posted. */
export const asOf = (wish: Wish.Wish, on: Date): Known | undefined => {
  const { posted, claims, standing, confirmed } = wish
  if (posted.on > on) return undefined
  const told = [...wish.told].filter((event) => event.on <= on)
  const days = (tag: (typeof told)[number]["_tag"]) => told.flatMap((one) => (one._tag === tag ? [one.on] : []))
  const claim = claims.findLast((one) => one.on <= on && (one.released === undefined || one.released > on))
  // What is said to be fulfilled and what the owner sends back take turns, so that counting them is enough.
  const back = told.flatMap((one) => (one._tag === "WishConfirmed" && !one.satisfied ? [one.on] : []))
  const fulfilled = days("WishFulfilled")
  const withdrawn = standing === "withdrawn" && wish.last <= on
  if (withdrawn) return { standing: "withdrawn", since: wish.last, claim: undefined }
  if (confirmed !== undefined && confirmed <= on) return { standing: "confirmed", since: confirmed, claim }
  if (fulfilled.length > back.length) return { standing: "fulfilled", since: latest(fulfilled, posted.on), claim }
  if (claim !== undefined) return { standing: "claimed", since: latest(back, claim.on), claim }
  return { standing: "posted", since: latest(days("WishReleased"), posted.on), claim: undefined }
}

const claimant = ({ view }: Scene.Scene, volunteers: Volunteering.State, by: WishCommand.Claimant): Claimant => {
  if ("person" in by) return { unit: null, team: null, person: by.person }
  if ("unit" in by) return { unit: Naming.unit(view, by.unit), team: null, person: null }
  return { unit: Naming.unit(view, by.place), team: TeamList.named(volunteers, by.place, by.team), person: null }
}

/** The wishes of a city as they stood at the end of a day, those that wait longest first. Units: `limit` in days. */
export const rows = (
  scene: Scene.Scene,
  { wishes, volunteers }: { readonly wishes: Wish.State; readonly volunteers: Volunteering.State },
  limit: number,
  isMeant: (place: Identifier.UnitId) => boolean
): ReadonlyArray<Row> =>
  [...Wish.all(wishes)]
    .filter(({ posted }) => isMeant(posted.place))
    .flatMap((wish): ReadonlyArray<Row> => {
      const known = asOf(wish, scene.on)
      if (known === undefined) return []
      const { standing, since, claim } = known
      const days = CivilDate.daysBetween(since, scene.on)
      return [
        {
          id: wish.posted.wish,
          kind: wish.posted.kind,
          place: Naming.unit(scene.view, wish.posted.place),
          standing,
          posted: wish.posted.on,
          since,
          days,
          overdue: days > limit && standing !== "confirmed" && standing !== "withdrawn",
          by: claim === undefined ? null : claimant(scene, volunteers, claim.by),
          claims: wish.claims.filter((one) => one.on <= scene.on).length
        }
      ]
    })
    .toSorted((a, b) => order(a) - order(b) || b.days - a.days || (a.id < b.id ? -1 : 1))

const order = ({ standing }: Row): number => standings.indexOf(standing)
