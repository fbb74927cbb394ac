import { CivilDate, type Identifier, Text } from "@louyu/kernel"
import { Directory, type Post as Posts, RoleScheme } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import type { Scene } from "./Scene.ts"

const { field } = Answer

/** A post as answers name it. */
export const Post = Schema.Struct({
  scheme: field(Schema.String, "the id of its role scheme"),
  role: field(Schema.String, "the code of its role"),
  roleName: field(Answer.Name, "the name of its role"),
  unit: field(Answer.Unit, "the unit it belongs to")
}).annotate({ identifier: "Post" })
export type Post = typeof Post.Type

/** Somebody who answers for a post, by id only. */
export const Holder = Schema.Struct({
  person: field(Schema.String, "the id of the person"),
  by: field(
    Schema.Literals(["appointed", "seconded", "exOfficio", "acting"]),
    "by what right; `exOfficio`: because they hold another post"
  ),
  since: field(CivilDate.CivilDate, "the first day"),
  until: field(Schema.NullOr(CivilDate.CivilDate), "the first day no longer, or `null` for no end"),
  absent: field(Schema.Array(Schema.String), "whom they act for, the holder first, then those who act in turn"),
  caretaking: field(Schema.Boolean, "whether they act while the post is vacant"),
  via: field(Schema.NullOr(Post), "the post they hold this one by, ex officio"),
  secondedFrom: field(Schema.NullOr(Answer.Unit), "the body that seconds them")
}).annotate({ identifier: "Holder" })
export type Holder = typeof Holder.Type

// The name of a role that is no longer in force is still the one its scheme gave it.
const nameOf = ({ directory }: Scene, { scheme, role, unit }: Posts.Post): Text.Text =>
  Directory.postAt(directory, unit, { scheme, role })?.role.names ??
  directory.schemes
    .filter(({ id }) => id === scheme)
    .flatMap((one) => RoleScheme.role(one, role) ?? [])
    .at(-1)?.names ??
  Text.of(role)

/** A post as answers name it. */
export const answer = (scene: Scene, post: Posts.Post): Post => ({
  scheme: post.scheme,
  role: post.role,
  roleName: nameOf(scene, post),
  unit: Naming.unit(scene.view, post.unit)
})

/** Those who answer for a post, as answers name them. */
export const holders = (
  scene: Scene,
  at: Directory.PostOn,
  known: ReadonlyArray<Directory.Holder> = Directory.holders(scene.directory, at)
): ReadonlyArray<Holder> => {
  const from = (person: Identifier.PersonId) =>
    Directory.seats(scene.directory, at.post).holdings.find((one) => one.person === person)?.secondedFrom
  return known.map(({ person, by, since, until, absent, caretaking, via }) => {
    const body = by === "seconded" ? from(person) : undefined
    return {
      person,
      by,
      since,
      until: until ?? null,
      absent,
      caretaking,
      via: via === undefined ? null : answer(scene, via),
      secondedFrom: body === undefined ? null : Naming.unit(scene.view, body)
    }
  })
}

/** A post on a line: its role, then its unit. */
export const line = (look: Look, { roleName, unit }: Pick<Post, "roleName" | "unit">): string =>
  `${look.paint("bold", look.text(roleName))} ${look.paint("dim", "·")} ${Naming.line(look, unit)}`

const acting = (look: Look, { absent, caretaking }: Holder): string => {
  const [first, ...through] = absent
  if (first === undefined) return caretaking ? look.label("空缺期间代理", "acting while vacant") : ""
  const chain = through.join(" → ")
  const way = through.length === 0 ? ["", ""] : [`（经 ${chain}）`, ` (through ${chain})`]
  return look.label(`代理 ${first}${way[0]}`, `acting for ${first}${way[1]}`)
}

const plainRights = {
  appointed: ["任命", "appointed"],
  seconded: ["选派", "seconded"],
  exOfficio: ["依职务", "ex officio"],
  acting: ["", ""]
} as const

/** By what right somebody answers for a post, in words. */
export const right = (look: Look, holder: Holder): string => {
  const { by, via, secondedFrom } = holder
  const [zh, en] = plainRights[by]
  const source =
    via !== null
      ? `${look.text(via.roleName)} · ${look.text(via.unit.name)}`
      : secondedFrom !== null
        ? look.text(secondedFrom.name)
        : ""
  const head = by === "acting" ? "" : source === "" ? look.label(zh, en) : `${look.label(zh, en)}: ${source}`
  return [head, acting(look, holder)].filter((part) => part !== "").join(", ")
}

/** The last day of something that ends, for people; nothing when it has no end. */
export const lastDay = (until: CivilDate.CivilDate | null): string =>
  until === null ? "" : CivilDate.addDays(until, -1)

/** How a post is filled. */
export const Filling = Schema.Literals(["filled", "short", "actingOnly", "vacant", "optional", "overFilled"])
export type Filling = typeof Filling.Type

const fillings: Readonly<Record<Filling, readonly [zh: string, en: string]>> = {
  filled: ["配齐", "filled"],
  short: ["不足", "short"],
  actingOnly: ["仅代理", "acting only"],
  vacant: ["空缺", "vacant"],
  optional: ["可空", "may stay empty"],
  overFilled: ["超编", "over-filled"]
}

/** How a post is filled, in a word. */
export const fillingLabel = (look: Look, filling: Filling): string => look.label(...fillings[filling])
