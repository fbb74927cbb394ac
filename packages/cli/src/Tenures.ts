import { CivilDate, type Identifier } from "@louyu/kernel"
import { Directory, Post as Posts, type Roster } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Display from "./Display.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Post from "./Posts.ts"
import * as Reader from "./Reader.ts"
import type { Scene } from "./Scene.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** A time during which somebody held a post or acted in it. */
export const Tenure = Schema.Struct({
  post: field(Post.Post, "the post; for a role held ex officio, the post it follows"),
  person: field(Schema.String, "the id of the person"),
  ...Reader.Named.fields,
  by: field(Schema.Literals(["appointed", "seconded", "acting"]), "by what right"),
  absent: field(Schema.NullOr(Schema.String), "whom they acted for; `null` for nobody"),
  from: field(CivilDate.CivilDate, "the first day"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day no longer, or `null` for no end")
})
export type Tenure = typeof Tenure.Type

/** The codes of all roles of the city's schemes. */
export const roles = ({ directory }: Scene): ReadonlyArray<string> => [
  ...new Set(directory.schemes.flatMap((scheme) => scheme.roles.map(({ code }) => code)))
]

// The posts of a role there were ever, and those that the posts of today follow ex officio.
const isAsked = ({ directory }: Scene, units: ReadonlyArray<Identifier.UnitId>, role: string) => {
  const there = new Set(units)
  const followed = units
    .flatMap((unit) => Directory.posts(directory, unit).filter(({ post }) => post.role === role))
    .flatMap((at) => Directory.lineOf(directory, at).map(({ post }) => Posts.key(post)))
  const keys = new Set(followed)
  return (post: Posts.Post): boolean => (post.role === role && there.has(post.unit)) || keys.has(Posts.key(post))
}

/** Everybody who ever held or acted in the posts of a role at some units, post by post, oldest first. Cost: O(appointments). */
export const of = (scene: Scene, units: ReadonlyArray<Identifier.UnitId>, role: string): ReadonlyArray<Tenure> => {
  const asked = isAsked(scene, units, role)
  const rosters = [...scene.directory.rosters.values()]
  const written = ({ post, person, from, to }: Roster.Holding) => ({
    post: Post.answer(scene, post),
    person,
    from,
    to: to ?? null
  })
  const held = rosters
    .flatMap(({ holdings }) => holdings.filter(({ post }) => asked(post)))
    .map(
      (one): Tenure => ({
        ...written(one),
        by: one.secondedFrom === undefined ? "appointed" : "seconded",
        absent: null
      })
    )
  const acted = rosters
    .flatMap(({ acting }) => acting.filter(({ post }) => asked(post)))
    .map((one): Tenure => ({ ...written(one), by: "acting", absent: one.absent ?? null }))
  const place = new Map(units.map((unit, i): [string, number] => [unit, i]))
  const rank = ({ post }: Tenure): number => place.get(post.unit.id) ?? units.length
  return [...held, ...acted].toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.post.unit.id < b.post.unit.id ? -1 : a.post.unit.id > b.post.unit.id ? 1 : 0) ||
      CivilDate.compare(a.from, b.from) ||
      (a.person < b.person ? -1 : 1)
  )
}

const rights = {
  appointed: ["任命", "appointed"],
  seconded: ["选派", "seconded"],
  acting: ["代理", "acting"]
} as const

/** Tenures as people read them. */
export const lines = (look: Look, tenures: ReadonlyArray<Tenure>, isNamed: boolean): ReadonlyArray<string> =>
  tenures.length === 0
    ? look.say("从未有人担任。", "Nobody ever did.")
    : Table.lines(
        [
          { head: look.label("岗位", "post") },
          { head: look.label("单元", "unit") },
          { head: look.label("担任人", "holder") },
          ...(isNamed ? [{ head: look.label("姓名", "name") }] : []),
          { head: look.label("方式", "by") },
          { head: look.label("自", "since") },
          { head: look.label("至", "through") }
        ],
        tenures.map((tenure) => {
          const { post, person, by, absent, from, to } = tenure
          const [zh, en] = rights[by]
          return [
            look.text(post.roleName),
            Naming.line(look, post.unit),
            person,
            ...(isNamed ? [Reader.name(look, tenure)] : []),
            Display.plain(absent === null ? look.label(zh, en) : look.label(`代理 ${absent}`, `acting for ${absent}`)),
            from,
            Post.lastDay(to)
          ]
        }),
        (text) => look.paint("dim", text)
      )
