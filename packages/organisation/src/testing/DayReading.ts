import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Chain from "../Chain.ts"
import * as Links from "../Links.ts"
import type * as Register from "../Register.ts"
import * as State from "../State.ts"
import type { Unit } from "../Unit.ts"
import * as Day from "./Day.ts"

type Date = CivilDate.CivilDate

function* valueOn<A>(
  relation: string,
  subject: string,
  days: Timeline.Timeline<A>,
  on: Date,
  shown: (value: A) => string
): Iterable<Day.Fact> {
  const found = Timeline.at(days, on)
  if (found !== undefined) yield Day.fact(relation, subject, "", shown(found))
}

function* unitOn(unit: Unit, on: Date): Iterable<Day.Fact> {
  const { id } = unit
  // Everything is read whether the unit exists or not: what outlives it has to show.
  if (Period.contains(unit.life, on)) yield Day.fact("alive", id)
  yield* valueOn("kind", id, unit.kind, on, String)
  yield* valueOn("name", id, unit.name, on, (name) => `${name.zh}/${name.en ?? ""}`)
  yield* valueOn("nature", id, unit.nature, on, String)
  yield* valueOn("formation", id, unit.formation, on, String)
  yield* valueOn("counts", id, unit.counts, on, ({ full, probationary }) => `${full}+${probationary}`)
  for (const [set, days] of Object.entries(unit.classes)) yield* valueOn(`class:${set}`, id, days, on, String)
  for (const line of ["command", "location"] as const) {
    const superior = Timeline.at(unit.superior[line], on)
    if (superior !== undefined) yield Day.fact(line, id, superior)
  }
  const chat = Timeline.at(unit.chatGroup, on)
  if (chat !== undefined) yield Day.fact("chat", id, State.registerKey(chat.channel, chat.group))
  for (const one of unit.aliases) if (Period.contains(one, on)) yield Day.fact("alias", id, `${one.sort} ${one.text}`)
  for (const one of unit.identifiers) {
    if (Period.contains(one, on)) yield Day.fact("identifier", id, State.registerKey(one.scheme, one.value))
  }
  for (const one of unit.terms) if (Period.contains(one, on)) yield Day.fact("term", id, one.from)
  for (const one of Chain.items(unit.activities)) if (one.on === on) yield Day.fact("activity", id, one.activity)
}

function* linksOn<V>(
  relation: string,
  links: Links.Links<V>,
  on: Date,
  shown: (value: V) => string
): Iterable<Day.Fact> {
  for (const source of HashMap.keys(links.bySource)) {
    for (const { id, value } of Links.targets(links, source, on)) yield Day.fact(relation, source, id, shown(value))
  }
}

function* registerOn(relation: string, register: Register.Register, on: Date): Iterable<Day.Fact> {
  for (const [what, holders] of HashMap.entries(register)) {
    const holder = Timeline.at(holders, on)
    if (holder !== undefined) yield Day.fact(relation, what, holder)
  }
}

function* factsOn(state: State.State, on: Date): Iterable<Day.Fact> {
  const nothing = () => ""
  for (const unit of HashMap.values(state.units)) yield* unitOn(unit, on)
  yield* linksOn("home", state.homes, on, String)
  yield* linksOn("participation", state.participation, on, ({ origin }) => origin ?? "")
  yield* linksOn("cover", state.coverage, on, nothing)
  yield* linksOn("grid", state.grids, on, nothing)
  for (const [purpose, links] of HashMap.entries(state.guidance))
    yield* linksOn(`guides:${purpose}`, links, on, nothing)
  yield* linksOn("allied", state.alliedUnits, on, nothing)
  for (const { id, life, lead } of HashMap.values(state.alliances)) {
    if (Period.contains(life, on)) yield Day.fact("alliance", id)
    const leader = Timeline.at(lead, on)
    if (leader !== undefined) yield Day.fact("lead", id, leader)
  }
  yield* registerOn("identifier-holder", state.identifiers, on)
  yield* registerOn("chat-holder", state.chatGroups, on)
  for (const one of Chain.items(state.successions)) {
    if (one.on === on) yield Day.fact(one.sort, one.before.join("+"), one.after.join("+"))
  }
}

/** Reads from a state everything that holds on a day. */
export const of = (state: State.State, on: Date): Day.Day => Day.of(on, factsOn(state, on))
