import { readdirSync, readFileSync } from "node:fs"
import { Backlog, Deadlines, FlowPresets, History, InBuilding, Rates, type State } from "@louyu/casework"
import { CityFolder } from "@louyu/exchange"
import { CivilDate, Instant, type Rate, Share, WorkCalendar } from "@louyu/kernel"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { City } from "louyu"
import * as Places from "./year/places.ts"
import { momentOn, workdays } from "./year/WorkTime.ts"
import { tell, year } from "./year.ts"

const flow = FlowPresets.propertyCouncilHall
const calendar = WorkCalendar.china
const [firstOfYear, firstOfNext] = [CivilDate.make("2024-01-01"), CivilDate.make("2025-01-01")]

/** The day by which what was accepted in 2024 is settled. */
export const settledOn = workdays.at(-1) ?? firstOfNext

/** Those accepted in 2024 as they stood at the end of a day, with when each was promised to be done. */
export const cohortOn = (day: CivilDate.CivilDate): Rates.Cohort => ({
  from: momentOn(firstOfYear, 0),
  to: momentOn(firstOfNext, 0),
  asOf: Instant.endOf(day),
  due: (known) => Result.getOrUndefined(Deadlines.promised(flow, calendar, known))
})

/** What a day begins with: what is open, overdue, and due by the end of the second working day from then on. */
export interface Morning {
  readonly open: number
  readonly overdue: ReadonlyArray<Backlog.Item>
  readonly soon: ReadonlyArray<Backlog.Item>
}

/** The list of a morning at half past eight, from the cases as they were then. Source: R5-19. */
export const morningOf = (cases: Iterable<State.CaseKnown>, day: CivilDate.CivilDate): Morning => {
  const now = momentOn(day, 510)
  const then = History.allAsOf(cases, now)
  const until = Instant.endOf(Result.getOrThrow(WorkCalendar.addWorkdays(calendar, day, 2)))
  return {
    open: Backlog.open(then, now).length,
    overdue: Backlog.overdue(then, now),
    soon: Backlog.dueBy(then, now, until)
  }
}

/** A city with its year told, and what was told. */
export const toldCity = Effect.fnUntraced(function* () {
  const folder = new URL("./city/", import.meta.url)
  const { tenant, profile, steps } = CityFolder.read(
    new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const))
  )
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  const city = yield* City.open({ tenant, profile })
  yield* city.dispatchAll(
    steps.map(({ command }) => command),
    { actor: "folder" }
  )
  const days = year(Places.of(yield* city.organisation.on(Places.readOn)))
  return { city, days, told: yield* tell(city, days, "hall") }
})

const count = (n: number): string => n.toLocaleString("en")

const words = {
  zh: {
    year: (raised: string, accepted: string, closed: string, rate: string) =>
      `生成的一年（2024，截至 ${settledOn}）：提出 ${raised} 件，受理 ${accepted} 件，办结 ${closed} 件，办结率 ${rate} %`,
    inside: (all: string, grid: string, hall: string, onTime: string) =>
      `楼内解决 ${all} %（微网格 ${grid} %，楼长·议事厅 ${hall} %）；按期办结 ${onTime} %`,
    breaches: (n: number) => `一般问题出楼宇 ${n} 件，件件有标记`,
    morning: (day: string, { open, overdue, soon }: Morning) =>
      `${day} 晨间清单：在办 ${open} 件，超期 ${overdue.length} 件，两个工作日内到期 ${soon.length} 件`,
    item: (id: string, title: string, place: string, overdue: boolean) =>
      `${id}（${place}）${title}，${overdue ? "已超期" : "即将到期"}`
  },
  en: {
    year: (raised: string, accepted: string, closed: string, rate: string) =>
      `A generated year (2024, as of ${settledOn}): ${raised} raised, ${accepted} accepted, ${closed} closed: ${rate} %`,
    inside: (all: string, grid: string, hall: string, onTime: string) =>
      `settled in the building: ${all} % (micro-grid ${grid} %, chief and hall ${hall} %); in time: ${onTime} %`,
    breaches: (n: number) => `${n} ordinary matters left their building, each of them flagged`,
    morning: (day: string, { open, overdue, soon }: Morning) =>
      `The morning list of ${day}: ${open} open, ${overdue.length} overdue, ${soon.length} due within two working days`,
    item: (id: string, title: string, place: string, overdue: boolean) =>
      `${id} (${place}) ${title}: ${overdue ? "overdue" : "due soon"}`
  }
} as const

/** What became of the matters of the year, and what one of its mornings began with, in a few lines. Source: P-27, P-37, R5-19. */
export const lines = (
  cases: Iterable<State.CaseKnown>,
  language: "zh" | "en",
  day = "2024-06-12"
): ReadonlyArray<string> => {
  const all = [...cases].filter(({ raised }) => raised.at >= momentOn(firstOfYear, 0))
  const which = cohortOn(settledOn)
  const { closure, onTime } = Rates.of(all, which)
  const inside = InBuilding.of(flow, all, which)
  const morning = morningOf(all, CivilDate.make(day))
  const say = words[language]
  const share = (figure: Rate.Rate | undefined): string => (figure && Share.percent(figure)) ?? "—"
  const [grid, hall] = inside.levels.map((one) => share(one.share))
  // A private matter is counted, and shown to nobody here.
  const shown = new Map(all.flatMap((known) => (known.private ? [] : [[known.raised.case, known.raised] as const])))
  const first = [...morning.overdue, ...morning.soon]
    .flatMap(({ case: id, urgency }) => {
      const raised = shown.get(id)
      return raised === undefined ? [] : [`  ${say.item(id, raised.title, raised.place, urgency === "overdue")}`]
    })
    .slice(0, 2)
  return [
    say.year(count(all.length), count(closure.denominator), count(closure.numerator), share(closure)),
    `  ${say.inside(share(inside.share), grid ?? "—", hall ?? "—", share(onTime))}`,
    `  ${say.breaches(inside.breaches.length)}`,
    say.morning(day, morning),
    ...first
  ]
}

// It is the same every time, so that once for a process is enough.
let once: Promise<Iterable<State.CaseKnown>> | undefined

/** The lines about a year that is told for this. */
export const inAYear = async (language: "zh" | "en"): Promise<ReadonlyArray<string>> => {
  const cases = Effect.flatMap(toldCity(), ({ city }) => city.casework.cases())
  once ??= Effect.runPromise(Effect.provide(cases, MemoryStore.layer))
  return lines(await once, language)
}
