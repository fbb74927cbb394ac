import { Case, type Casework, type Command, FlowPresets } from "@louyu/casework"
import { Identifier } from "@louyu/kernel"
import { mulberry32 } from "../tree/workload.ts"

/** What became of cases, counted while they were made up: what every rate must come to. */
export interface Counts {
  commands: number
  closed: number
  reopened: number
  inTime: number
  timed: number
  outside: number
  breaches: number
}

export const facts: Casework.Facts = {
  flow: (id) => FlowPresets.all.find((one) => one.id === id),
  exists: () => true,
  mayDispatch: () => true
}

const place = Identifier.UnitId.make("tower")
const hall = Identifier.UnitId.make("hall")
const handlers = ["power", "water", "property", "network"].map((id) => Identifier.UnitId.make(id))
const guide = Identifier.PersonId.make("guide")
const categories = FlowPresets.propertyCouncilHall.categories
const titles = ["地下车库积水", "电梯停运", "午间外卖堆放", "早高峰出口拥堵"]
const hour = 3_600_000
const flow = FlowPresets.propertyCouncilHall.id

/** The first moment at which a case may be raised, and one after everything. */
export const [first, last] = [Date.UTC(2024, 0, 2), Date.UTC(2026, 0, 2)]

const pick = <A>(all: ReadonlyArray<A>, chance: number): A => all[Math.floor(chance * all.length)] as A

/** How long a case may take, from acceptance to closure. */
export const promised = 7 * 24 * hour

type Told = Array<Command.Command>

const beginning = (id: Case.CaseId, random: () => number, then: () => number, difficulty: Case.Difficulty): Told => {
  const category = pick(categories, random()).id
  const common = { _tag: "RaiseCase", case: id, flow, title: pick(titles, random()), place, category } as const
  return [
    { ...common, channel: "visit", by: { person: guide }, at: then() },
    { _tag: "AcceptCase", case: id, at: then() },
    { _tag: "ClassifyCase", case: id, scope: "common", difficulty, category, at: then() },
    { _tag: "DispatchCase", case: id, by: hall, to: pick(handlers, random()), at: then() },
    { _tag: "StartCase", case: id, at: then() }
  ]
}
const asking = (id: Case.CaseId, then: () => number, rating: Case.Rating): Told => [
  { _tag: "ResolveCase", case: id, result: "已处理", at: then() },
  { _tag: "FollowUpCase", case: id, solved: rating === "satisfied", rating, at: then() }
]
const closing = (id: Case.CaseId, then: () => number): Told => [
  ...asking(id, then, "satisfied"),
  { _tag: "CloseCase", case: id, reason: "solved", at: then() }
]
const rising = (id: Case.CaseId, then: () => number): Told => [
  { _tag: "EscalateCase", case: id, to: "building", cause: "beyondMeans", at: then() },
  { _tag: "EscalateCase", case: id, to: "committee", cause: "beyondMeans", at: then() }
]

/**
 * So many cases of the council hall of a year and a half, each raised, accepted, classified, dispatched, done, followed up
 * and closed, one to thirty hours between two steps. Of twenty one goes up two levels, one is taken up again, one is done
 * again because nobody was satisfied, and one stays open.
 */
export const lives = (from: number, amount: number) => {
  const random = mulberry32(1_000 + from)
  const counts: Counts = { commands: 0, closed: 0, reopened: 0, inTime: 0, timed: 0, outside: 0, breaches: 0 }
  const all: Array<ReadonlyArray<Command.Command>> = []
  for (let n = from; n < from + amount; n++) {
    const id = Case.CaseId.make(`c-${n}`)
    let at = first + Math.floor(random() * 500 * 24) * hour
    const then = (): number => {
      at += Math.ceil(random() * 30) * hour
      return at
    }
    const sort = Math.floor(random() * 20)
    const difficulty = random() < 0.8 ? "ordinary" : "difficult"
    const story = beginning(id, random, then, difficulty)
    if (sort === 0) story.push(...rising(id, then))
    if (sort === 1) story.push(...asking(id, then, "dissatisfied"))
    if (sort !== 2) story.push(...closing(id, then))
    if (sort === 3) story.push({ _tag: "ReopenCase", case: id, reason: "再次发生", at: then() }, ...closing(id, then))
    const took = (story.at(-1)?.at ?? 0) - (story[1]?.at ?? 0)
    counts.commands += story.length
    counts.timed++
    if (sort === 3) counts.reopened++
    if (sort !== 2) counts.closed++
    if (sort !== 2 && took <= promised) counts.inTime++
    if (sort === 0) counts.outside++
    if (sort === 0 && difficulty === "ordinary") counts.breaches++
    all.push(story)
  }
  return { all, counts }
}

export type Lives = ReturnType<typeof lives>

export const sum = (a: Counts, b: Counts): Counts => ({
  commands: a.commands + b.commands,
  closed: a.closed + b.closed,
  reopened: a.reopened + b.reopened,
  inTime: a.inTime + b.inTime,
  timed: a.timed + b.timed,
  outside: a.outside + b.outside,
  breaches: a.breaches + b.breaches
})
