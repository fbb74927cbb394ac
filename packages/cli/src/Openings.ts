import { CivilDate, type Identifier } from "@louyu/kernel"
import { Completeness, Directory, Roster as Rosters } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Posts from "./Posts.ts"
import type { Scene } from "./Scene.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const earliest = CivilDate.make("0001-01-01")
const latest = CivilDate.make("9999-12-31")

/** A post that somebody should be found for. */
export const Open = Schema.Struct({
  post: field(Posts.Post, "the post"),
  filling: field(Schema.Literals(["short", "actingOnly", "vacant"]), "what is wrong with it"),
  since: field(Schema.NullOr(CivilDate.CivilDate), "since when it has too few holders, when that is known"),
  minimum: field(Answer.Count, "how many holders it needs"),
  holders: field(Schema.Array(Posts.Holder), "who holds it or acts in it")
})
export type Open = typeof Open.Type

/** An appointment that runs out. */
export const Expiry = Schema.Struct({
  post: field(Posts.Post, "the post"),
  person: field(Schema.String, "the id of the holder"),
  ends: field(CivilDate.CivilDate, "the first day no longer"),
  by: field(Schema.Literals(["appointment", "term"]), "what ends: the appointment, or the term of office of the role"),
  over: field(Schema.Boolean, "whether that day has come, and they still hold the post")
})
export type Expiry = typeof Expiry.Type

// The day after the last one on which enough people held the post, or the one it follows; `undefined` when none did ever.
const tooFewSince = ({ directory, on }: Scene, at: Directory.PostOn): CivilDate.CivilDate | undefined => {
  const own = Directory.lineOf(directory, at).flatMap(({ post, roster }) =>
    Rosters.ofPost(directory.rosters.get(roster)?.holdings ?? [], post)
  )
  const hadEnough = (end: CivilDate.CivilDate) =>
    Rosters.holdingOn(own, CivilDate.addDays(end, -1)).length >= Math.max(1, at.role.minimum)
  const ends = own.flatMap(({ to }) => (to !== undefined && to <= on ? [to] : []))
  return ends.toSorted().findLast(hadEnough)
}

/** The posts among some that are vacant, have only people who act, or too few holders. */
export const of = (scene: Scene, fillings: ReadonlyArray<Completeness.PostFilling>): ReadonlyArray<Open> =>
  fillings.flatMap(({ at, filling, holders, vacantSince }): ReadonlyArray<Open> => {
    if (filling !== "vacant" && filling !== "actingOnly" && filling !== "short") return []
    return [
      {
        post: Posts.answer(scene, at.post),
        filling,
        since: (filling === "vacant" ? vacantSince : tooFewSince(scene, at)) ?? null,
        minimum: at.role.minimum,
        holders: Posts.holders(scene, at, holders)
      }
    ]
  })

/** The appointments at some units and within them that run out in a number of days, the first to end first. */
export const expiring = (
  scene: Scene,
  units: ReadonlyArray<Identifier.UnitId>,
  days: number
): ReadonlyArray<Expiry> => {
  const { on, directory } = scene
  const ahead = Math.min(days + 1, CivilDate.daysBetween(on, latest))
  // A term that is over while its holder is still there is the most urgent of all, so no day is too early.
  const period = { from: earliest, to: CivilDate.addDays(on, ahead) }
  return units
    .flatMap((unit) => Completeness.expiring(directory, unit, period))
    .toSorted((a, b) => CivilDate.compare(a.ends, b.ends))
    .map(({ holding, ends }) => ({
      post: Posts.answer(scene, holding.post),
      person: holding.person,
      ends,
      by: holding.to === ends ? "appointment" : "term",
      over: ends <= on
    }))
}

const paints = { vacant: "red", actingOnly: "yellow", short: "yellow" } as const

/** Open posts as people read them. */
export const lines = (look: Look.Look, posts: ReadonlyArray<Open>): ReadonlyArray<string> =>
  posts.length === 0
    ? look.say("没有空缺。", "No post is open.")
    : Table.lines(
        [
          { head: look.label("岗位", "post") },
          { head: look.label("单元", "unit") },
          { head: look.label("状态", "state") },
          { head: look.label("自", "since") },
          { head: look.label("现有", "who is there") }
        ],
        posts.map(({ post, filling, since, minimum, holders }) => [
          look.text(post.roleName),
          Naming.line(look, post.unit),
          look.paint(paints[filling], Posts.fillingLabel(look, filling)),
          since ?? "",
          [
            ...(filling === "short" ? [`${holders.length}/${minimum}`] : []),
            ...holders.map(({ person }) => person)
          ].join(" ")
        ]),
        (text) => look.paint("dim", text)
      )

/** Appointments that run out in a number of days, as people read them. */
export const expiringLines = (look: Look.Look, all: ReadonlyArray<Expiry>, within: number): ReadonlyArray<string> =>
  all.length === 0
    ? look.say(`${within} 天内没有任命到期。`, `No appointment runs out within ${Look.many(within, "day")}.`)
    : [
        look.paint("bold", look.label(`${within} 天内到期`, `running out within ${Look.many(within, "day")}`)),
        ...Table.lines(
          [
            { head: look.label("岗位", "post") },
            { head: look.label("单元", "unit") },
            { head: look.label("担任人", "holder") },
            { head: look.label("最后一天", "last day") },
            { head: look.label("到期事由", "what ends") }
          ],
          all.map(({ post, person, ends, by, over }) => [
            look.text(post.roleName),
            Naming.line(look, post.unit),
            person,
            look.paint(over ? "red" : "yellow", Posts.lastDay(ends)),
            by === "term" ? look.label("任期", "term of office") : look.label("任命", "appointment")
          ]),
          (text) => look.paint("dim", text)
        )
      ]
