import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as DutyBook from "./DutyBook.ts"
import type * as Look from "./Look.ts"
import * as RotaPlan from "./RotaPlan.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field, Count } = Answer

/** How often something wants looking after. */
export const Found = Schema.Struct({
  kind: field(DutyBook.WarningKind, "what is wrong"),
  slots: field(Count, "in how many slots")
})
export type Found = typeof Found.Type

/** How much wants looking after, by what it is. */
export const of = (warnings: ReadonlyArray<DutyBook.Warning>): ReadonlyArray<Found> =>
  [...Map.groupBy(warnings, ({ kind }) => kind)].map(([kind, some]) => ({ kind, slots: some.length }))

/** What wants looking after in a roster: by what it is, then by day. */
export const lines = (
  look: Look.Look,
  counts: ReadonlyArray<Found> | null,
  warnings: ReadonlyArray<DutyBook.Warning>
): ReadonlyArray<string> => {
  if (counts === null) {
    return look
      .say(
        "工作日历未收录轮值期，无法检查空缺。",
        "The working calendar does not reach as far as the cycle; gaps are not known."
      )
      .map((text) => look.paint("yellow", text))
  }
  if (counts.length === 0) {
    return look.say("没有空班或缺人。", "No gaps and no empty shifts.").map((text) => look.paint("green", text))
  }
  const all = counts.reduce((sum, { slots }) => sum + slots, 0)
  return [
    `${look.paint("bold", look.label("须处理", "to be looked after"))} ${counts
      .map(({ kind, slots }) => `${DutyBook.kindLabel(look, kind)} ${slots}`)
      .join(" · ")}`,
    ...Table.lines(
      Array.from({ length: 6 }, () => ({ head: "" })),
      warnings.map(({ date, kind, station, shift, unit, published }) => [
        `  ${date} ${StationHours.weekday(look, date)}`,
        DutyBook.kindLabel(look, kind),
        look.text(station.names),
        look.text(shift.names),
        unit === null ? "" : look.text(unit.name),
        published ? look.label("已发布", "published") : ""
      ])
    ),
    ...RotaPlan.unlisted(look, all - warnings.length, "项", "more slot")
  ]
}
