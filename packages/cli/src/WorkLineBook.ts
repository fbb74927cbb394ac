import { CivilDate } from "@louyu/kernel"
import { WorkLine } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Look from "./Look.ts"
import { Word } from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const Group = Schema.Struct({
  ...Word.fields,
  declared: field(Schema.NullOr(FigureShown.Quantity), "how many it says it has; `null` where it says no number"),
  listed: field(Answer.Count, "how many are listed on the day"),
  state: field(
    Schema.Literals(["complete", "short", "over", "open"]),
    "whether that is what was declared, less, or more; `open` where no number was declared"
  ),
  missing: field(
    Schema.NullOr(Answer.Count),
    "how many are not listed, 0 when none is missing; `null` where an estimate leaves open how many"
  ),
  entries: field(
    Schema.Array(Schema.Struct({ ...Word.fields, from: field(CivilDate.CivilDate, "since when") })),
    "what is listed, in the order it was entered"
  )
})
type Group = typeof Group.Type

/** A work line: what is declared beside what is listed. */
export const Line = Schema.Struct({
  ...Word.fields,
  pattern: field(Schema.String, "its declared sizes, such as `1-2-3-4-N`"),
  declared: field(CivilDate.CivilDate, "the day it was declared"),
  complete: field(Schema.Boolean, "whether nothing is short and nothing over"),
  groups: field(Schema.Array(Group), "its groups in their order")
}).annotate({ identifier: "WorkLine" })
export type Line = typeof Line.Type

const missing = ({ state, group, entries }: WorkLine.Checked): number | null => {
  if (state !== "short" || group.declared === undefined) return 0
  const { value, qualifier } = group.declared
  return qualifier === "exact" || qualifier === "atLeast" ? value - entries : null
}

const lineOf =
  (on: CivilDate.CivilDate) =>
  (line: WorkLine.WorkLine): Line => {
    const { declared } = line
    return {
      id: declared.workLine,
      names: declared.names,
      pattern: WorkLine.pattern(line),
      declared: declared.on,
      complete: WorkLine.isComplete(line, on),
      groups: WorkLine.check(line, on).map((checked) => ({
        id: checked.group.group,
        names: checked.group.names,
        declared: checked.group.declared ?? null,
        listed: checked.entries,
        state: checked.state,
        missing: missing(checked),
        entries: WorkLine.entriesOn(line, checked.group.group, on).map(({ entered }) => ({
          id: entered.entry,
          names: entered.names,
          from: entered.from
        }))
      }))
    }
  }

/** The work lines that were declared by a day, by id. Source: F-05. */
export const of = (state: WorkLine.State, on: CivilDate.CivilDate): ReadonlyArray<Line> =>
  [...HashMap.values(state)]
    .filter(({ declared }) => declared.on <= on)
    .map(lineOf(on))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const said = (look: Look.Look, { declared }: Group): string =>
  declared === null ? look.paint("dim", look.label("未定数", "no number")) : Look.counted(look, declared)

const standing = (look: Look.Look, { state, missing: lacking, listed, declared }: Group): string => {
  switch (state) {
    case "open":
      return ""
    case "complete":
      return look.paint("green", look.label("齐全", "complete"))
    case "over":
      return look.paint(
        "yellow",
        look.label(`多 ${listed - (declared?.value ?? 0)}`, `${listed - (declared?.value ?? 0)} more than declared`)
      )
    case "short":
      return look.paint(
        "yellow",
        lacking === null ? look.label("未列出", "none listed") : look.label(`缺 ${lacking}`, `${lacking} missing`)
      )
  }
}

/** What is short of a work line or beyond it, in a word. */
const verdict = (look: Look.Look, { complete, groups }: Line): string =>
  complete
    ? look.paint("green", look.label("齐全", "complete"))
    : groups
        .filter(({ state }) => state === "short" || state === "over")
        .map((one) => `${look.text(one.names)} ${standing(look, one)}`)
        .join(" · ")

/** Work lines, each on a line. */
export const summaryLines = (look: Look.Look, all: ReadonlyArray<Line>): ReadonlyArray<string> =>
  all.map((one) => {
    const name = `${look.paint("bold", look.text(one.names))} ${look.paint("dim", `(${one.id})`)}`
    return `${name} ${one.pattern} · ${verdict(look, one)} ${look.paint("dim", "(--work-lines)")}`
  })

const groupLines = (look: Look.Look, { groups }: Line): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: `  ${look.label("组", "group")}` },
      { head: look.label("声明", "declared"), align: "right" },
      { head: look.label("列出", "listed"), align: "right" },
      { head: "" },
      { head: look.label("内容", "what is listed") }
    ],
    groups.map((one) => [
      `  ${look.text(one.names)}`,
      said(look, one),
      `${one.listed}`,
      standing(look, one),
      one.entries.map(({ names }) => look.text(names)).join(look.language === "en" ? ", " : "、")
    ]),
    (text) => look.paint("dim", text)
  )

/** Work lines with their groups: what is declared, what is listed, what is missing. */
export const lines = (look: Look.Look, all: ReadonlyArray<Line>): ReadonlyArray<string> =>
  all.length === 0
    ? look.say("当日没有声明过的工作主线。", "No work line was declared by the day.")
    : all.flatMap((one) => [
        `${look.paint("bold", look.text(one.names))} ${look.paint("dim", `(${one.id})`)} ${one.pattern} ${look.paint(
          "dim",
          look.label(`${one.declared} 声明`, `declared ${one.declared}`)
        )}`,
        ...groupLines(look, one)
      ])
