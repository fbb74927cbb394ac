import { Rate, Text } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Scene from "../Scene.ts"
import * as Share from "../Share.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"
import * as TeamList from "../TeamList.ts"
import { OptionsClash } from "../UsageError.ts"
import * as WishBook from "../WishBook.ts"

const { field, Count } = Answer

const Standings = Schema.Struct({
  posted: field(Count, "that can be claimed"),
  claimed: field(Count, "that somebody has claimed"),
  fulfilled: field(Count, "said to be fulfilled, which their owners have still to confirm"),
  confirmed: field(Count, "confirmed by their owners"),
  withdrawn: field(Count, "taken back")
})

const Wishes = Schema.Struct({
  on: Answer.On,
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  days: field(Count, "for how many days a wish may stand as it does before it is overdue"),
  standings: field(Standings, "the wishes posted by the day, by where they stood"),
  overdue: field(Count, "how many of those that are not over have stood so for longer than that"),
  claimed: field(Share.Share, "those ever claimed, of those posted and not taken back"),
  fulfilled: field(Share.Share, "those fulfilled, confirmed or not, of the same"),
  confirmed: field(Share.Share, "those confirmed, of the same"),
  found: field(Count, "how many were asked for; with a limit not all are listed"),
  wishes: field(
    Schema.Array(WishBook.Row),
    "those asked for: what can be claimed first, what waits longest before others"
  ),
  volunteers: field(Schema.Array(TeamList.AtPlace), "volunteer teams by place, those listed beside those declared")
})
type Wishes = typeof Wishes.Type

const usualDays = 30

const ratesOf = ({ on }: Scene.Scene, rows: ReadonlyArray<WishBook.Row>) => {
  const posted = rows.filter(({ standing }) => standing !== "withdrawn")
  const population = Text.of("征集的微心愿", "wishes posted")
  const share = (is: (row: WishBook.Row) => boolean) =>
    Share.of(Rate.on(posted.filter(is).length, posted.length, population, on))
  return {
    claimed: share(({ claims }) => claims > 0),
    fulfilled: share(({ standing }) => standing === "fulfilled" || standing === "confirmed"),
    confirmed: share(({ standing }) => standing === "confirmed")
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const days = (yield* Effect.fromResult(OptionValue.count(given, "days"))) ?? usualDays
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 50
  const state = yield* Effect.fromResult(OptionValue.oneOf(given, "state", WishBook.standings))
  const overdueOnly = given.switches.has("overdue")
  if (overdueOnly && state !== undefined) return yield* new OptionsClash({ options: ["--overdue", "--state"] })
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const named = given.values.get("place")
  const place = named === undefined ? undefined : yield* Naming.existing(scene.view, named)
  const isMeant = (at: Parameters<typeof scene.directory.places.isWithin>[0]) =>
    place === undefined || scene.directory.places.isWithin(at, place, scene.on)
  const { programmes } = city
  const [wishes, volunteers] = [yield* programmes.wishes(), yield* programmes.volunteers()]
  const rows = WishBook.rows(scene, { wishes, volunteers }, days, isMeant)
  const count = (standing: WishBook.Standing) => rows.filter((one) => one.standing === standing).length
  const found = rows.filter((one) => (state === undefined || one.standing === state) && (!overdueOnly || one.overdue))
  return Command.good<Wishes>({
    on: scene.on,
    within: place === undefined ? null : Naming.unit(scene.view, place),
    days,
    standings: {
      posted: count("posted"),
      claimed: count("claimed"),
      fulfilled: count("fulfilled"),
      confirmed: count("confirmed"),
      withdrawn: count("withdrawn")
    },
    overdue: rows.filter((one) => one.overdue).length,
    ...ratesOf(scene, rows),
    found: found.length,
    wishes: found.slice(0, limit),
    volunteers: TeamList.of(scene, volunteers, isMeant)
  })
})

const names: Readonly<Record<WishBook.Standing, readonly [zh: string, en: string]>> = {
  posted: ["待认领", "open"],
  claimed: ["已认领", "claimed"],
  fulfilled: ["待确认", "fulfilled"],
  confirmed: ["已确认", "confirmed"],
  withdrawn: ["已撤回", "taken back"]
}

const who = (look: Look.Look, { by }: WishBook.Row): string => {
  if (by === null) return ""
  const { unit, team, person } = by
  if (person !== null) return person
  const at = unit === null ? "" : look.text(unit.name)
  return team === null ? at : `${look.text(team.names)} · ${at}`
}

const isOver = ({ standing }: WishBook.Row): boolean => standing === "confirmed" || standing === "withdrawn"

const wishLines = (look: Look.Look, { wishes }: Wishes): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("心愿", "wish") },
      { head: look.label("类别", "kind") },
      { head: look.label("地点", "place") },
      { head: look.label("状态", "state") },
      { head: look.label("自", "since") },
      { head: look.label("已历天数", "days"), align: "right" },
      { head: look.label("认领方", "claimed by") },
      { head: "" }
    ],
    wishes.map((one) => [
      one.id,
      look.text({ zh: one.kind }),
      look.text(one.place.name),
      look.label(...names[one.standing]),
      one.since,
      isOver(one) ? "" : `${one.days}`,
      who(look, one),
      one.overdue ? look.paint("red", look.label("超期", "overdue")) : ""
    ]),
    (text) => look.paint("dim", text)
  )

const sums = (look: Look.Look, { standings, overdue, days, claimed, fulfilled, confirmed }: Wishes) => [
  [
    ...WishBook.standings.map((one) => `${look.label(...names[one])} ${standings[one]}`),
    look.paint(
      overdue === 0 ? "dim" : "red",
      look.label(`超过 ${days} 天未动 ${overdue}`, `without a step for over ${Look.many(days, "day")} ${overdue}`)
    )
  ].join(" · "),
  [
    `${look.label("认领率", "claimed")} ${Share.text(claimed)}`,
    `${look.label("实现率", "fulfilled")} ${Share.text(fulfilled)}`,
    `${look.label("确认率", "confirmed")} ${Share.text(confirmed)}`
  ].join(" · ")
]

const show = (answer: Wishes, look: Look.Look): ReadonlyArray<string> => {
  const { on, within, found, wishes, volunteers } = answer
  const where = within === null ? "" : ` ${Naming.line(look, within)}`
  const more = found - wishes.length
  return [
    `${Naming.heading(look, "微心愿", "micro-wishes", on)}${where}`,
    ...sums(look, answer),
    "",
    ...(wishes.length === 0
      ? look.say("没有符合条件的微心愿。", "There are no wishes of these.")
      : wishLines(look, answer)),
    ...(more > 0 ? look.say(`另有 ${more} 个未列出。`, `${more} more not listed.`) : []),
    ...(volunteers.length === 0
      ? []
      : ["", look.paint("bold", look.label("志愿服务队", "volunteer teams")), ...TeamList.lines(look, volunteers)])
  ]
}

/** `louyu wishes` */
export const wishes = Command.define<Wishes>({
  name: "wishes",
  about: {
    zh: "微心愿：待认领、已认领、待确认、已确认与超期，以及志愿服务队",
    en: "micro-wishes: open, claimed, fulfilled, confirmed and overdue, and the volunteer teams"
  },
  arguments: [],
  options: {
    ...Source.options,
    place: { value: "<unit>", about: { zh: "只看此处及其内部的", en: "only those at this unit or within it" } },
    state: {
      value: WishBook.standings.join("|"),
      about: { zh: "只看此状态的", en: "only those that stand so" }
    },
    overdue: { about: { zh: "只看超期的", en: "only those that are overdue" } },
    days: {
      value: "<n>",
      about: {
        zh: "同一状态超过多少天算超期，默认 30",
        en: "after how many days without a step a wish is overdue; 30 by default"
      }
    },
    limit: { value: "<n>", about: { zh: "最多列出几个，默认 50", en: "how many to list; 50 by default" } }
  },
  examples: [
    "louyu wishes --store sqlite:city.db",
    "louyu wishes --store sqlite:city.db --place tower-1 --state posted",
    "louyu wishes --store sqlite:city.db --overdue --days 14"
  ],
  answer: Wishes,
  work,
  show
})
