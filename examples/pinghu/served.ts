import { CivilDate, Instant, Period, TimeWindow } from "@louyu/kernel"
import { ActivityForms, ActivityReview } from "@louyu/programmes"
import { Duty, Network, RosterState, StationCode, StationReview } from "@louyu/stations"
import * as Result from "effect/Result"
import type { PromisedCity } from "louyu"

type Language = "zh" | "en"

const words = {
  zh: {
    open: (when: string, open: number, all: number, until: string) =>
      `${when} 服务在哪里：${all} 个站点中 ${open} 个开放，中心开放至 ${until}`,
    duty: (who: string, theme: string, others: number) =>
      `中心值班：${who}，主题“${theme}”；另 ${others} 个站点各有一家`,
    held: (year: string, all: number, forms: string) => `${year} 年一起做的：${all} 场活动，${forms}`
  },
  en: {
    open: (when: string, open: number, all: number, until: string) =>
      `Where service happens on ${when}: ${open} of ${all} stations are open, the centre until ${until}`,
    duty: (who: string, theme: string, others: number) =>
      `on duty at the centre: ${who}, for ${theme}; one department each at ${others} more`,
    held: (year: string, all: number, forms: string) => `done together in ${year}: ${all} activities; ${forms}`
  }
} as const

/** How many stations are open at a moment, who is on duty, and what people did together that year: in three lines. */
export const served = async (
  city: PromisedCity,
  asked: { readonly station: string; readonly day: string; readonly time: string },
  language: Language
): Promise<ReadonlyArray<string>> => {
  const day = CivilDate.make(asked.day)
  const centre = StationCode.StationId.make(asked.station)
  const calendar = await city.calendar()
  const moment = Instant.of(day, calendar, TimeWindow.minuteOf(TimeWindow.TimeOfDay.make(asked.time)))
  const say = words[language]

  const stations = await city.stations.stations()
  const open = Result.getOrThrow(StationReview.openAt(stations, calendar, moment))
  const closes = open.find(({ station }) => station === centre)?.closes
  const until = closes === undefined ? "—" : Instant.format(closes, calendar).slice(11)

  const onDuty = Duty.at(RosterState.rosters(await city.stations.rosters()), calendar, moment)
  const [here] = onDuty.filter(({ station }) => station === centre)
  const { label } = await city.roles.on(day)
  const who = here && (label(here.unit)[language] ?? label(here.unit).zh)
  const theme = here?.theme?.names[language] ?? here?.theme?.names.zh ?? "—"

  const year = CivilDate.year(day)
  const held = ActivityReview.list(await city.programmes.activities(), { period: Period.ofYear(year) })
  const forms = [...Map.groupBy(held, ({ planned }) => planned.form)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 3)
    .map(([form, all]) => `${ActivityForms.names(form)?.[language] ?? form} ${all.length}`)
  return [
    say.open(`${asked.day} ${asked.time}`, open.length, Network.on(stations, day).length, until),
    `  ${say.duty(who ?? "—", theme, onDuty.length - (here === undefined ? 0 : 1))}`,
    `  ${say.held(String(year), held.length, forms.join(" · "))}`
  ]
}
