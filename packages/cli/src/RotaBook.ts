import { CivilDate, Text } from "@louyu/kernel"
import { Fairness, RosterPlan, RosterState } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as DutyBook from "./DutyBook.ts"
import * as Look from "./Look.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field, Count } = Answer

/** A roster in numbers. */
export const Summary = Schema.Struct({
  ...Word.fields,
  from: field(CivilDate.CivilDate, "the first day of its cycle"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day after it"),
  generation: field(Count, "how often it was generated"),
  members: field(Count, "organisations that take turns"),
  slots: field(Count, "places to be filled, those taken back left out"),
  filled: field(Count, "places somebody is on"),
  published: field(Count, "places that are published"),
  through: field(Schema.NullOr(CivilDate.CivilDate), "the last day that is published, or `null`")
}).annotate({ identifier: "Roster" })
export type Summary = typeof Summary.Type

/** A roster in numbers. */
export const summary = (roster: RosterState.Roster): Summary => {
  const { drafted, plan, generation } = roster
  const duties = RosterState.duties(roster).filter(({ standing }) => standing !== "cancelled")
  const published = duties.filter((one) => one.published !== undefined)
  return {
    id: drafted.roster,
    names: drafted.names,
    from: plan.cycle.from,
    to: plan.cycle.to ?? null,
    generation,
    members: plan.members.length,
    slots: duties.length,
    filled: duties.filter(({ unit }) => unit !== undefined).length,
    published: published.length,
    through: published.at(-1)?.slot.date ?? null
  }
}

/** What a member owes of a roster, and has. */
export const Member = Schema.Struct({
  unit: field(Answer.Unit, "the organisation"),
  sharePercent: field(Count, "its share; 100 for a single one"),
  owed: field(Schema.Finite, "the turns it owes by its share and the days it is excused"),
  carried: field(Schema.Finite, "what it had beyond its share in earlier cycles; below zero less"),
  assigned: field(Count, "the turns it has"),
  done: field(Count, "those it checked in to"),
  missed: field(Count, "those it missed"),
  swappedIn: field(Count, "turns that came to it by hand"),
  swappedOut: field(Count, "turns that went from it by hand"),
  beyondShare: field(Schema.Finite, "what it has beyond what it owes, with what it carried, without what it missed")
})
export type Member = typeof Member.Type

/** How fairly the turns of a roster are shared, member by member. */
export const members = (book: StationBook.StationBook, roster: RosterState.Roster): ReadonlyArray<Member> =>
  Fairness.report(roster).map((line) => ({ ...line, unit: StationBook.unit(book, line.unit) }))

/** How good a roster is, and what is known of how good it could be. */
export const Proof = Schema.Struct({
  method: field(
    Schema.Literals(["flow", "search", "bound"]),
    "`flow` and `search` found the best there is; `bound` says how good the best could be at most"
  ),
  empty: field(Count, "places that stay empty"),
  emptyAtLeast: field(Count, "how many must stay empty in every roster of this plan"),
  unevenness: field(Schema.Finite, "the sum over members of the square of turns beyond what is owed, per turn owed"),
  unevennessAtLeast: field(Schema.Finite, "the least unevenness a roster as full can have"),
  forced: field(
    Schema.Array(
      Schema.Struct({
        sort: field(Schema.Literals(["atLeast", "atMost"]), "which bound"),
        members: field(Schema.Array(Answer.Unit), "who"),
        turns: field(Count, "how many turns they have together")
      })
    ),
    "who together must have so many turns in every roster as full, which is why counts differ by more than one"
  ),
  fewestMoves: field(Schema.Boolean, "whether no roster as full and as even keeps more turns of before")
})
export type Proof = typeof Proof.Type

/** The proof of a roster; `null` before it was generated. */
export const proof = (book: StationBook.StationBook, { proof: known }: RosterState.Roster): Proof | null =>
  known === undefined
    ? null
    : {
        ...known,
        forced: known.forced.map((one) => ({
          ...one,
          members: one.members.map((unit) => StationBook.unit(book, unit))
        }))
      }

/** A turn that was just generated. */
export const Planned = Schema.Struct({
  slot: field(Schema.String, "the slot: date, shift, station and seat"),
  date: field(CivilDate.CivilDate, "its day"),
  shift: field(Word, "its shift"),
  station: field(StationBook.Named, "where"),
  theme: field(Schema.NullOr(Word), "what the week or month is about, or `null`"),
  unit: field(Schema.NullOr(Answer.Unit), "who is on it; `null` where nobody is"),
  before: field(Schema.NullOr(Answer.Unit), "who was on it before; `null` where nobody was")
})
export type Planned = typeof Planned.Type

/** A slot as a plan shows it, beside who was on it before. */
export const planned =
  (book: StationBook.StationBook, before: RosterState.Roster, after: RosterState.Roster) =>
  ({ slot, unit }: RosterState.Duty): Planned => {
    const theme = RosterPlan.theme(after.plan, slot.date)
    const held = RosterState.duty(before, slot.slot)?.unit
    return {
      slot: slot.slot,
      date: slot.date,
      shift: { id: slot.shift, names: RosterPlan.shift(after.plan, slot.shift)?.names ?? Text.of(slot.shift) },
      station: StationBook.named(book, slot.station),
      theme: theme === undefined ? null : { id: theme.theme, names: theme.names },
      unit: unit === undefined ? null : StationBook.unit(book, unit),
      before: held === undefined ? null : StationBook.unit(book, held)
    }
  }

const lastDay = (to: CivilDate.CivilDate | null): string => (to === null ? "" : CivilDate.addDays(to, -1))

/** Rosters, a line for each. */
export const summaryLines = (look: Look.Look, rosters: ReadonlyArray<Summary>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("轮值表", "roster") },
      { head: look.label("周期", "cycle") },
      { head: look.label("单位", "members"), align: "right" },
      { head: look.label("岗次", "places"), align: "right" },
      { head: look.label("已排", "filled"), align: "right" },
      { head: look.label("已发布", "published"), align: "right" },
      { head: look.label("发布至", "through") },
      { head: look.label("编排次数", "generated"), align: "right" }
    ],
    rosters.map((one) => [
      `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`,
      `${one.from} – ${lastDay(one.to)}`,
      `${one.members}`,
      `${one.slots}`,
      `${one.filled}`,
      `${one.published}`,
      one.through ?? "",
      `${one.generation}`
    ]),
    (text) => look.paint("dim", text)
  )

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value}`

/** What members owe and have, a line for each. */
export const memberLines = (look: Look.Look, all: ReadonlyArray<Member>): ReadonlyArray<string> => {
  const beyond = all.map((one) => one.beyondShare)
  const right = { align: "right" as const }
  return [
    `${look.paint("bold", look.label("公平性", "fairness"))} ${look.label(
      `与应值之差 ${signed(Math.min(...beyond))} 至 ${signed(Math.max(...beyond))}`,
      `${signed(Math.min(...beyond))} to ${signed(Math.max(...beyond))} beyond what is owed`
    )}`,
    ...Table.lines(
      [
        { head: `  ${look.label("单位", "organisation")}` },
        { head: look.label("份额", "share"), ...right },
        { head: look.label("应值", "owed"), ...right },
        { head: look.label("结转", "carried"), ...right },
        { head: look.label("排班", "turns"), ...right },
        { head: look.label("到岗", "done"), ...right },
        { head: look.label("缺岗", "missed"), ...right },
        { head: look.label("换入", "in"), ...right },
        { head: look.label("换出", "out"), ...right },
        { head: look.label("差额", "beyond"), ...right }
      ],
      all.map((one) => [
        `  ${look.text(one.unit.name)} ${look.paint("dim", `(${one.unit.id})`)}`,
        `${one.sharePercent} %`,
        `${one.owed}`,
        signed(one.carried),
        `${one.assigned}`,
        `${one.done}`,
        one.missed === 0 ? "0" : look.paint("red", `${one.missed}`),
        `${one.swappedIn}`,
        `${one.swappedOut}`,
        signed(one.beyondShare)
      ]),
      (text) => look.paint("dim", text)
    )
  ]
}

const rounded = (value: number): string => `${Math.round(value * 1000) / 1000}`

const methods: Readonly<Record<Proof["method"], readonly [zh: string, en: string]>> = {
  flow: ["已证明为最优（网络流）", "proved to be the best there is (flow)"],
  search: ["已证明为最优（穷尽搜索）", "proved to be the best there is (search)"],
  bound: ["未必最优，至多好到下限", "perhaps not the best, which is no better than the bounds"]
}

/** How good a roster is, and how good it could be. */
export const proofLines = (look: Look.Look, one: Proof): ReadonlyArray<string> => {
  const names = (some: ReadonlyArray<Answer.Unit>) =>
    some.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、")
  return [
    `${look.paint("bold", look.label("本次编排", "as generated"))} ${look.label(...methods[one.method])}`,
    `  ${look.label(
      `空缺 ${one.empty}（至少 ${one.emptyAtLeast}） · 不均衡度 ${rounded(one.unevenness)}（下限 ${rounded(one.unevennessAtLeast)}）`,
      `empty ${one.empty} (at least ${one.emptyAtLeast}) · unevenness ${rounded(one.unevenness)} (at least ${rounded(one.unevennessAtLeast)})`
    )}${one.fewestMoves ? ` · ${look.label("改动最少", "fewest moves")}` : ""}`,
    ...one.forced.map(({ sort, members: who, turns }) => {
      const text =
        sort === "atLeast"
          ? look.label(`${names(who)} 合计至少须值 ${turns} 次`, `${names(who)} must have ${turns} turns at least`)
          : look.label(`${names(who)} 合计至多能值 ${turns} 次`, `${names(who)} can have ${turns} turns at most`)
      return `  ${text}`
    })
  ]
}

/** Turns by day, those that changed hands marked. Shape: `places` is how many there are, listed or not. */
export const planLines = (look: Look.Look, plan: ReadonlyArray<Planned>, places: number): ReadonlyArray<string> => [
  ...Table.lines(
    Array.from({ length: 6 }, () => ({ head: "" })),
    plan.map(({ date, shift, station, theme, unit, before }) => [
      `  ${date} ${StationHours.weekday(look, date)}`,
      look.text(station.names),
      look.text(shift.names),
      unit === null ? look.paint("red", look.label("空缺", "nobody")) : look.paint("bold", look.text(unit.name)),
      theme === null ? "" : look.text(theme.names),
      before === null || before.id === unit?.id
        ? ""
        : look.paint("yellow", look.label(`原为 ${look.text(before.name)}`, `was ${look.text(before.name)}`))
    ])
  ),
  ...unlisted(look, places - plan.length, "个岗次", "more place")
]

const unlisted = (look: Look.Look, more: number, zh: string, en: string): ReadonlyArray<string> =>
  more <= 0 ? [] : look.say(`  另有 ${more} ${zh}未列出（--limit）。`, `  ${Look.many(more, en)} not listed (--limit).`)

/** How often something wants looking after. */
export const Found = Schema.Struct({
  kind: field(DutyBook.WarningKind, "what is wrong"),
  slots: field(Count, "in how many slots")
})
export type Found = typeof Found.Type

/** How much wants looking after, by what it is. */
export const found = (warnings: ReadonlyArray<DutyBook.Warning>): ReadonlyArray<Found> =>
  [...Map.groupBy(warnings, ({ kind }) => kind)].map(([kind, some]) => ({ kind, slots: some.length }))

/** What wants looking after in a roster: by what it is, then by day. */
export const warningLines = (
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
    ...unlisted(look, all - warnings.length, "项", "more slot")
  ]
}
