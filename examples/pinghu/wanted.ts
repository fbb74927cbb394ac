import { CivilDate } from "@louyu/kernel"
import { Demand, Matchmaking, Need, type Reason, ServiceList, State } from "@louyu/matching"
import type { PromisedCity } from "louyu"

type Language = "zh" | "en"

const words = {
  zh: {
    lists: (day: string, all: number, met: number, open: number) =>
      `${day} 三张清单：需求 ${all} 项，已满足 ${met} 项，未满足 ${open} 项。例如：`,
    best: (need: string, text: string, name: string) => `${need}“${text}”最合适：${name}`,
    points: (score: number) => `${score} 分 = `
  },
  en: {
    lists: (day: string, all: number, met: number, open: number) =>
      `The three lists on ${day}: ${all} needs, ${met} met, ${open} unmet. For example:`,
    best: (need: string, text: string, name: string) => `${need} “${text}” is met best by: ${name}`,
    points: (score: number) => `${score} points = `
  }
} as const

const partNames: Readonly<Record<Reason.Reason["part"], Readonly<Record<Language, string>>>> = {
  category: { zh: "类别", en: "category" },
  text: { zh: "文字", en: "words" },
  distance: { zh: "距离", en: "distance" },
  time: { zh: "时间", en: "time" },
  capacity: { zh: "余量", en: "room" },
  satisfaction: { zh: "评价", en: "ratings" },
  duty: { zh: "职责", en: "duty" }
}

const nameOf = ({ state, on }: Matchmaking.Market, { offer }: Matchmaking.Candidate, language: Language): string => {
  const list = offer._tag === "item" ? State.list(state, offer.list, on) : undefined
  const names =
    offer._tag === "item"
      ? list && ServiceList.item(list, offer.item)?.names
      : State.resource(state, offer.resource)?.resource.names
  return names?.[language] ?? names?.zh ?? (offer._tag === "item" ? offer.item : offer.resource)
}

/** How many needs were raised by a day and met, and why one offer would fit a need that is not: in three lines. */
export const wanted = async (
  city: PromisedCity,
  asked: { readonly need: string; readonly day: string },
  language: Language
): Promise<ReadonlyArray<string>> => {
  const on = CivilDate.make(asked.day)
  const market = await city.matching.market(on)
  const { state } = market
  const raised = [...State.needs(state)].filter(({ need }) => need.on <= on)
  const met = raised.filter(({ status, ended }) => status === "met" && ended !== undefined && ended <= on)
  const say = words[language]
  const head = say.lists(asked.day, raised.length, met.length, Demand.unmet(state, on).length)
  const known = State.need(state, Need.NeedId.make(asked.need))
  const [best] = known === undefined ? [] : Matchmaking.candidates(market, known, 1)
  if (known === undefined || best === undefined) return [head]
  const reasons = best.reasons.map(({ part, points }) => `${partNames[part][language]} ${points}`)
  return [
    head,
    `  ${say.best(asked.need, known.need.text, nameOf(market, best, language))}`,
    `  ${say.points(best.score)}${reasons.join(" + ")}`
  ]
}
