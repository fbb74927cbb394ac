import { Backlog, CaseworkSettings, Deadlines, State } from "@louyu/casework"
import type { Identifier, Instant } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as CaseRow from "../CaseRow.ts"
import * as CasesAnswer from "../CasesAnswer.ts"
import * as Command from "../Command.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import { OptionsClash } from "../UsageError.ts"

/** What of the cases of a city is asked for. */
interface Asked {
  readonly place: Identifier.UnitId | undefined
  readonly category: string | undefined
  readonly level: string | undefined
}

const oneOfThese = (given: Arguments.Given, option: string, words: Iterable<string>) =>
  Effect.fromResult(OptionValue.oneOf(given, option, [...new Set(words)]))

const asked = Effect.fnUntraced(function* (given: Arguments.Given, { scene, settings, cases }: CaseBook.CaseBook) {
  const named = given.values.get("place")
  const flows = CaseworkSettings.current(settings)
  const categories = [
    ...flows.flatMap((one) => one.categories.map(({ id }) => id)),
    ...cases.flatMap((one) => one.category ?? [])
  ]
  const levels = [...flows.flatMap((one) => one.ladder.map(({ id }) => id)), ...cases.map((one) => one.level)]
  const found: Asked = {
    place: named === undefined ? undefined : yield* Naming.existing(scene.view, named),
    category: yield* oneOfThese(given, "category", categories),
    level: yield* oneOfThese(given, "level", levels)
  }
  return found
})

// That a private case is at a place would tell where it is.
const isAskedFor =
  (book: CaseBook.CaseBook, { place, category, level }: Asked) =>
  (known: State.CaseKnown): boolean =>
    (place === undefined ||
      (CaseBook.isShown(book, known) &&
        book.scene.directory.places.isWithin(known.raised.place, place, book.moment.on))) &&
    (category === undefined || known.category === category) &&
    (level === undefined || known.level === level)

const urgenciesOf = (found: Partial<CasesAnswer.Urgencies>): CasesAnswer.Urgencies => ({
  overdue: 0,
  warning: 0,
  onTrack: 0,
  unlimited: 0,
  paused: 0,
  over: 0,
  ...found
})

const standingsOf = (all: ReadonlyArray<State.CaseKnown>): CasesAnswer.Standings => {
  const count = (standing: State.Standing) => all.filter((one) => one.standing === standing).length
  return {
    open: count("open"),
    suspended: count("suspended"),
    closed: count("closed"),
    rejected: count("rejected"),
    merged: count("merged")
  }
}

const sum = (all: ReadonlyArray<State.CaseKnown>, now: Instant.Instant): CasesAnswer.Urgencies => {
  const count = (urgency: Deadlines.Urgency) => all.filter((one) => Deadlines.urgency(one, now) === urgency).length
  return {
    overdue: count("overdue"),
    warning: count("warning"),
    onTrack: count("onTrack"),
    unlimited: count("unlimited"),
    paused: count("paused"),
    over: count("over")
  }
}

const stagesOf = (
  { settings, moment }: CaseBook.CaseBook,
  all: ReadonlyArray<State.CaseKnown>
): CasesAnswer.Cases["stages"] =>
  [...Map.groupBy(all, ({ raised }) => raised.flow)].flatMap(([id, cases]) => {
    const flow = CaseworkSettings.flow(settings, id)
    const found = Backlog.counts(cases, moment.at)
    const order = [...new Set([...(flow?.stages.map((one) => one.id) ?? []), ...found.keys()])]
    return order.flatMap((stage) => {
      const urgency = found.get(stage)
      return urgency === undefined
        ? []
        : [
            {
              flow: CaseBook.word(flow === undefined ? [] : [flow], id),
              stage: CaseBook.word(flow?.stages, stage),
              urgency: urgenciesOf(urgency)
            }
          ]
    })
  })

interface Wanted {
  readonly kind: "all" | "open" | "overdue" | "dueIn"
  readonly until: Instant.Instant | undefined
}

const listed = (
  all: ReadonlyArray<State.CaseKnown>,
  now: Instant.Instant,
  { kind, until }: Wanted
): ReadonlyArray<State.CaseKnown> => {
  const byId = new Map(all.map((known) => [known.raised.case, known]))
  const items =
    kind === "overdue"
      ? Backlog.overdue(all, now)
      : until === undefined
        ? Backlog.open(all, now)
        : Backlog.dueBy(all, now, until)
  const open = items.flatMap((item) => byId.get(item.case) ?? [])
  return kind === "all"
    ? [...open, ...all.filter((one) => !State.isOpen(one)).toSorted((a, b) => b.last - a.last)]
    : open
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const within = yield* Effect.fromResult(OptionValue.duration(given, "due-in"))
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 50
  const overdue = given.switches.has("overdue")
  if (overdue && within !== undefined) return yield* new OptionsClash({ options: ["--overdue", "--due-in"] })
  const book = yield* CaseBook.opened(given, desk)
  const { moment, calendar, scene } = book
  const what = yield* asked(given, book)
  const until =
    within === undefined ? undefined : yield* Effect.fromResult(Deadlines.end(calendar, moment.at, within, []))
  const all = book.cases.filter(isAskedFor(book, what))
  const kind = overdue ? "overdue" : until !== undefined ? "dueIn" : given.switches.has("open") ? "open" : "all"
  const found = listed(all, moment.at, { kind, until })
  return Command.good<CasesAnswer.Cases>({
    at: Moment.text(moment.at, moment.offset),
    as: book.person ?? null,
    within: what.place === undefined ? null : Naming.unit(scene.view, what.place),
    until: until === undefined ? null : Moment.text(until, moment.offset),
    total: all.length,
    urgency: sum(all, moment.at),
    standing: standingsOf(all),
    stages: stagesOf(book, all),
    found: found.length,
    cases: found.slice(0, limit).map((known) => CaseRow.of(book, known))
  })
})

/** `louyu cases` */
export const cases = Command.define<CasesAnswer.Cases>({
  name: "cases",
  about: {
    zh: "案件清单：到哪一环节、何时到期、是否超期、由谁办理",
    en: "the list of cases: where each stands, when it is due, whether it is late, and who answers for it"
  },
  arguments: [],
  options: {
    ...CaseBook.options,
    overdue: { about: { zh: "只看超期的", en: "only those that are overdue" } },
    "due-in": {
      value: "2wd|4wh|6h",
      about: {
        zh: "只看多久之内到期的：工作日 wd、工作时间小时 wh、小时 h",
        en: "only those due within so many working days, working hours, or hours of the clock"
      }
    },
    open: { about: { zh: "只看未了结的", en: "only those that are not over" } },
    place: {
      value: "<unit>",
      about: {
        zh: "只看此处及其内部的；无权查看的不公开案件不计入",
        en: "only those at this unit or within it; private ones that may not be shown are left out of all numbers"
      }
    },
    category: { value: "<category>", about: { zh: "只看此类别的", en: "only those of this category" } },
    level: { value: "<level>", about: { zh: "只看处于此层级的", en: "only those at this level of the ladder" } },
    limit: { value: "<n>", about: { zh: "最多列出几件，默认 50", en: "how many to list; 50 by default" } }
  },
  examples: [
    "louyu cases --store sqlite:city.db --overdue",
    "louyu cases --store sqlite:city.db --due-in 2wd --place tower-1",
    "louyu cases --folder my-city --on 2024-05-06T09:00 --open --as p-7"
  ],
  answer: CasesAnswer.Cases,
  work,
  show: CasesAnswer.lines
})
