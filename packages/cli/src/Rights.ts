import { CivilDate, type Identifier } from "@louyu/kernel"
import { Access, Grant } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Posts from "./Posts.ts"
import type { Scene } from "./Scene.ts"

const { field } = Answer

/** A right to read: the post it comes with, or one given by itself for a time. */
export const Right = Schema.Struct({
  unit: field(Answer.Unit, "the unit in which, and within which, it holds"),
  level: field(Schema.Int, "the clearance it gives for this class of records, 0 to 4"),
  post: field(Schema.NullOr(Posts.Post), "the post it comes with; `null` for one that was given by itself"),
  until: field(
    Schema.NullOr(CivilDate.CivilDate),
    "of one given by itself: the first day no longer; `null` for one that comes with a post"
  )
}).annotate({ identifier: "Right" })
export type Right = typeof Right.Type

/** How a field shows to a person, and why. */
export const FieldShown = Schema.Struct({
  field: field(Schema.String, "the field"),
  showing: field(Schema.Literals(["show", "mask", "hide"]), "in full, masked, or not at all"),
  right: field(Schema.NullOr(Right), "the right that shows it, in full or masked; `null` when it is hidden"),
  missing: field(
    Schema.NullOr(Schema.Literals(["class", "purpose", "place", "level", "stays"])),
    "what is missing to see it in full: no right reaches the unit (`place`), the clearance is too low (`level`), or the field does not leave the place (`stays`)"
  )
})
export type FieldShown = typeof FieldShown.Type

/** What a person may see of a class of records at a unit. */
export const Sight = Schema.Struct({
  person: field(Schema.String, "the id of the person"),
  outcome: field(Schema.Literals(["allow", "mask", "deny"]), "everything, some of it or some masked, or nothing"),
  fields: field(Schema.Array(FieldShown), "every field of the class")
})
export type Sight = typeof Sight.Type

/** What is asked to be read: records of a class at a unit, for a purpose. */
export interface Asked {
  readonly unit: Identifier.UnitId
  readonly class: string
  readonly purpose: string
}

const rightOf = (scene: Scene, grant: Grant.Grant, recordClass: string): Right => {
  const { person, unit, post, purpose } = grant
  const ends = (scene.directory.grantsOf.get(person) ?? [])
    .filter((one) => one.unit === unit && one.level === grant.level && one.purpose === purpose)
    .map(({ to }) => to ?? null)
  return {
    unit: Naming.unit(scene.view, unit),
    level: Grant.levelFor(grant, recordClass),
    post: post === undefined ? null : Posts.answer(scene, post),
    until: post === undefined ? (ends[0] ?? null) : null
  }
}

// A decision is about a record; that of a whole class at a unit is one about any of them.
const anyRecord = "any"

/** What a person may see of what is asked, nothing included. */
export const sightOf = (scene: Scene, person: Identifier.PersonId, { unit, class: of, purpose }: Asked): Sight => {
  const { directory, policy } = scene
  const { outcome, fields } = Access.decide(directory, policy, person, {
    record: { id: anyRecord, class: of, unit },
    purpose
  })
  return {
    person,
    outcome,
    fields: Object.entries(fields).map(([name, { showing, by, missing }]) => ({
      field: name,
      showing,
      right: by === undefined ? null : rightOf(scene, by, of),
      missing: missing ?? null
    }))
  }
}

/** Everybody who may see something of what is asked. */
export const sights = (scene: Scene, { unit, class: of, purpose }: Asked): ReadonlyArray<Sight> =>
  Access.whoCanSee(scene.directory, scene.policy, { record: { id: anyRecord, class: of, unit }, purpose }).map(
    ({ person }) => sightOf(scene, person, { unit, class: of, purpose })
  )

/** A right for people: the post it comes with and where, or that it was given until a day. */
export const line = (look: Look, { unit, level, post, until }: Right): string => {
  const source =
    post !== null
      ? look.text(post.roleName)
      : until === null
        ? look.label("单独授权", "given by itself")
        : look.label(`单独授权至 ${Posts.lastDay(until)}`, `given through ${Posts.lastDay(until)}`)
  return `${source} · ${look.text(unit.name)} (${look.label(`${level} 级`, `level ${level}`)})`
}

const lacking = {
  class: ["没有这一类记录的规则", "there are no rules for this class"],
  purpose: ["目的不在允许之列", "not for this purpose"],
  place: ["没有管到此处的权限", "no right reaches this unit"],
  level: ["级别不够", "the clearance is too low"],
  stays: ["不出所在场所", "it does not leave the place"]
} as const

/** What is missing to see more, in words. */
export const missing = (look: Look, what: NonNullable<FieldShown["missing"]>): string => {
  const [zh, en] = lacking[what]
  return look.label(zh, en)
}
