import { CivilDate } from "@louyu/kernel"
import type { Attention, State } from "@louyu/recruitment"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer
const day = CivilDate.CivilDate

/** A prospect and what it needs, to whom may see it. */
export const Attended = Schema.Struct({
  prospect: field(ProspectBook.Named, "the prospect"),
  holder: field(Schema.NullOr(Schema.String), "the id of whoever looks after it; `null` in the pool"),
  since: field(day, "the day it came to its stage"),
  inStage: field(Answer.Count, "working days at that stage"),
  heard: field(day, "the last day somebody talked to it, or it moved"),
  silent: field(Answer.Count, "working days since then"),
  allowed: field(Schema.NullOr(Answer.Count), "with `--idle`, after how many it goes back to the pool; else `null`"),
  rotten: field(Schema.NullOr(Schema.Boolean), "whether that is too long; `null` where the stage has no limit"),
  late: field(Schema.NullOr(Schema.Boolean), "whether it is at its stage for too long; `null` where there is no limit"),
  next: field(Schema.Literals(["planned", "today", "overdue", "none"]), "whether something is planned next"),
  due: field(Schema.NullOr(day), "the last day for that, or `null`")
})
export type Attended = typeof Attended.Type

/** A prospect and what it needs, as answers tell it. */
export const attended = (
  book: ProspectBook.ProspectBook,
  one: Attention.Attention,
  known: State.ProspectKnown,
  allowed: number | undefined
): Attended => {
  const { holder, since, inStage, heard, silent, rotten, late, next, due } = one
  return {
    prospect: ProspectBook.named(book, known),
    holder: holder ?? null,
    since,
    inStage,
    heard,
    silent,
    allowed: allowed ?? null,
    rotten: rotten ?? null,
    late: late ?? null,
    next,
    due: due ?? null
  }
}

const nexts: Readonly<Record<Attended["next"], readonly [zh: string, en: string]>> = {
  planned: ["已安排", "planned"],
  today: ["今天", "today"],
  overdue: ["逾期", "overdue"],
  none: ["无", "none"]
}

const nextCell = (look: Look, { next, due }: Attended): string => {
  const text = `${look.label(...nexts[next])}${due === null ? "" : ` ${due}`}`
  return next === "overdue" ? look.paint("red", text) : text
}

const flags = (look: Look, { rotten, late }: Attended): string =>
  [
    ...(rotten === true ? [look.paint("red", look.label("滞留", "rotten"))] : []),
    ...(late === true ? [look.paint("yellow", look.label("超时", "late"))] : [])
  ].join(" ")

/** A line for each prospect. */
export const lines = (look: Look, all: ReadonlyArray<Attended>): ReadonlyArray<string> =>
  all.length === 0
    ? look.say("没有可列出的线索。", "There are none to be named.")
    : Table.lines(
        [
          { head: look.label("线索", "prospect") },
          { head: look.label("阶段", "stage") },
          { head: look.label("联络员", "by") },
          { head: look.label("无音讯工作日", "silent working days"), align: "right" },
          { head: "" },
          { head: look.label("下一步", "next") }
        ],
        all.map((one) => [
          ProspectBook.line(look, one.prospect),
          look.text(one.prospect.stage.names),
          one.holder ?? look.paint("yellow", look.label("公共池", "pool")),
          one.allowed === null ? `${one.silent}` : `${one.silent}/${one.allowed}`,
          flags(look, one),
          nextCell(look, one)
        ]),
        (text) => look.paint("dim", text)
      )
