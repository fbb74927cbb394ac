import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import type { Activity } from "@louyu/programmes"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as ActivitiesAnswer from "../ActivitiesAnswer.ts"
import * as ActivityBook from "../ActivityBook.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import { OptionsClash } from "../UsageError.ts"
import * as WorkLineBook from "../WorkLineBook.ts"

const order =
  (on: CivilDate.CivilDate) =>
  (a: Activity.Activity, b: Activity.Activity): number => {
    const [later, earlier] = [a.date >= on, b.date >= on]
    if (later !== earlier) return later ? -1 : 1
    const byDate = CivilDate.compare(a.date, b.date) || ((a.window?.open ?? "") < (b.window?.open ?? "") ? -1 : 1)
    return later ? byDate : -byDate
  }

const isOf =
  (period: Period.Period, host: Identifier.UnitId | undefined, isMeant: (place: Identifier.UnitId) => boolean) =>
  ({ planned, date }: Activity.Activity): boolean =>
    Period.contains(period, date) &&
    (host === undefined || planned.hosts.includes(host)) &&
    [planned.place, ...planned.hosts].some((one) => one !== undefined && isMeant(one))

const hostsOf = (
  { view, on }: Scene.Scene,
  all: ReadonlyArray<Activity.Activity>
): ReadonlyArray<ActivitiesAnswer.Host> => {
  const hosts = [...new Set(all.flatMap(({ planned }) => planned.hosts))]
  return hosts
    .map((host) => ({
      host: Naming.unit(view, host),
      ...ActivityBook.sum(
        all.filter(({ planned }) => planned.hosts.includes(host)),
        on
      )
    }))
    .toSorted((a, b) => b.activities - a.activities || (a.host.id < b.host.id ? -1 : 1))
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const workLinesOnly = given.switches.has("work-lines")
  const other = ["year", "from", "to", "place", "by", "limit"].find((one) => given.values.has(one))
  if (workLinesOnly && other !== undefined) return yield* new OptionsClash({ options: ["--work-lines", `--${other}`] })
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 30
  const named = yield* Effect.fromResult(OptionValue.period(given))
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const { on, view } = scene
  const [placeNamed, hostNamed] = [given.values.get("place"), given.values.get("by")]
  const place = placeNamed === undefined ? undefined : yield* Naming.existing(view, placeNamed)
  const host = hostNamed === undefined ? undefined : yield* Naming.existing(view, hostNamed)
  const period = named ?? Period.ofYear(CivilDate.year(on))
  const [state, calendar] = [yield* city.programmes.activities(), yield* city.calendar()]
  const known = [...HashMap.values(state)].flatMap((one) => ActivityBook.asOf(one, on) ?? [])
  const isMeant = (unit: Identifier.UnitId) => place === undefined || scene.directory.places.isWithin(unit, place, on)
  const found = known.filter(isOf(period, host, isMeant)).toSorted(order(on))
  const standing = found.filter((one) => one.standing !== "cancelled")
  const programmes = ActivityBook.running(
    scene,
    yield* city.programmes.programmes(),
    known.filter((one) => one.standing !== "cancelled")
  )
  return Command.good<ActivitiesAnswer.Activities>({
    on,
    from: period.from,
    to: period.to ?? null,
    within: place === undefined ? null : Naming.unit(view, place),
    host: host === undefined ? null : Naming.unit(view, host),
    programmes: programmes.filter(
      ({ departments }) => place === undefined && (host === undefined || departments.some(({ id }) => id === host))
    ),
    workLines: place === undefined && host === undefined ? WorkLineBook.of(yield* city.programmes.workLines(), on) : [],
    workLinesOnly,
    sum: ActivityBook.sum(standing, on),
    hosts: hostsOf(scene, standing),
    cancelled: found.length - standing.length,
    found: found.length,
    activities: found.slice(0, limit).map(ActivityBook.row(scene, calendar))
  })
})

/** `louyu activities` */
export const activities = Command.define<ActivitiesAnswer.Activities>({
  name: "activities",
  about: {
    zh: "活动与项目计划：各部门场次、名额、候补与到场；工作主线是否齐全",
    en: "activities and their programmes: sessions by department, places, waiting lists, who came; work lines, complete or not"
  },
  arguments: [],
  options: {
    ...Source.options,
    year: {
      value: "<year>",
      about: { zh: "只看这一年，默认当年", en: "activities of this year; of the date by default" }
    },
    from: { value: "<date>", about: { zh: "自这一天起", en: "activities from this day on" } },
    to: { value: "<date>", about: { zh: "到这一天为止（不含）", en: "up to this day, which is not counted any more" } },
    place: {
      value: "<unit>",
      about: { zh: "只看此处及其内部的", en: "only those at this unit or within it, or held by it" }
    },
    by: { value: "<unit>", about: { zh: "只看此单位主办的", en: "only those this unit holds" } },
    "work-lines": {
      about: {
        zh: "只看工作主线：声明几项、列出几项、缺哪几项",
        en: "only work lines: how many each group declares, what is listed, what is missing"
      }
    },
    limit: { value: "<n>", about: { zh: "最多列出几场，默认 30", en: "how many to list; 30 by default" } }
  },
  examples: [
    "louyu activities --store sqlite:city.db",
    "louyu activities --store sqlite:city.db --by tax --year 2025",
    "louyu activities --store sqlite:city.db --place cbd --from 2026-11-01 --to 2026-12-01",
    "louyu activities --store sqlite:city.db --work-lines"
  ],
  answer: ActivitiesAnswer.Activities,
  work,
  show: ActivitiesAnswer.lines
})
