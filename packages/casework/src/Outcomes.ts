import { CivilDate, type Identifier, type Instant, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { BodyId } from "./BodyCode.ts"
import { CaseRef } from "./BodyCode.ts"
import * as Bodies from "./BodyState.ts"
import { CaseId } from "./Case.ts"
import * as Casework from "./Casework.ts"
import type { CaseworkError } from "./CaseworkError.ts"
import * as Clocks from "./Clocks.ts"
import type { Command } from "./Command.ts"
import * as Flow from "./Flow.ts"
import { type CaseKnown, isOpen } from "./State.ts"

/** What cases still have to be told, and what they would refuse. */
export interface Outcomes {
  readonly commands: ReadonlyArray<Command>
  readonly refusals: ReadonlyArray<{ readonly command: Command; readonly failure: CaseworkError }>
}

/** A matter about a case, and the body it is a matter of. */
interface Matter {
  readonly body: Bodies.Body
  readonly item: Bodies.Item
}

/** A case, the flow it goes by, and the day up to which bodies are listened to. */
interface Listening {
  readonly known: CaseKnown
  readonly flow: Flow.Flow
  readonly on: CivilDate.CivilDate
  readonly at: Instant.Instant
  readonly dateOf: Instant.DateOf
}

const isAllowed = ({ known, flow }: Listening, action: Flow.Action): boolean =>
  known.standing === "open" && Flow.allowed(flow, known.stage).includes(action)

// What a body did before a case was taken up again, or will have done later, is no answer to it now.
const isNews = ({ known, on, dateOf }: Listening, date: CivilDate.CivilDate): boolean => {
  const again = known.reopenings.at(-1)
  return date <= on && (again === undefined || date >= dateOf(again))
}

const isHeard = ({ story }: CaseKnown, { body, item }: Matter): boolean =>
  story.some((one) => one._tag === "CaseDeliberated" && one.body === body.founded.place && one.decision === item.item)

const maxLength = 2000

const deliberated = (listening: Listening, matter: Matter): ReadonlyArray<Command> => {
  const { known, at } = listening
  const { body, item } = matter
  const last = item.decisions.at(-1)
  if (last?.outcome !== "agreed" || !isNews(listening, last.on) || isHeard(known, matter)) return []
  if (!isAllowed(listening, "deliberate")) return []
  const agreed = item.proposals.find(({ proposal }) => proposal === last.proposal)?.text
  const { case: id } = known.raised
  const said = { body: body.founded.place, decision: item.item, ...(agreed === undefined ? {} : { agreed }), at }
  return [{ _tag: "DeliberateCase", case: id, ...said }]
}

// The tasks that answer a matter now: those a visit found not to have sufficed no longer do.
const tasksOf = ({ body, item }: Matter): ReadonlyArray<Bodies.Task> =>
  Bodies.tasksOf(body, item).slice(item.insufficient)

const handed = (listening: Listening, matter: Matter): ReadonlyArray<Command> => {
  const { known, flow, at, dateOf } = listening
  const task = tasksOf(matter).find(({ lead }) => lead !== undefined)
  if (task?.lead === undefined || task.by === undefined || !isAllowed(listening, "dispatch")) return []
  const { by, lead: to, claimed, accepted, dispatched } = task
  const since = claimed ? (accepted ?? dispatched) : dispatched
  const isTold = known.dispatches.some((one) => one.to === to && dateOf(one.at) >= since)
  if (!isNews(listening, since) || isTold) return []
  const { case: id } = known.raised
  const modes = Flow.modes(flow)
  const isTaken = modes.includes("grab") && (claimed || modes.length === 1)
  return [isTaken ? { _tag: "TakeCase", case: id, by: to, at } : { _tag: "DispatchCase", case: id, by, to, at }]
}

const resolved = (listening: Listening, matter: Matter): ReadonlyArray<Command> => {
  const { known, at, dateOf } = listening
  const tasks = tasksOf(matter)
  const dates = tasks.flatMap(({ fulfilled }) => fulfilled ?? [])
  const [first, ...rest] = dates
  if (first === undefined || dates.length < tasks.length || !isAllowed(listening, "resolve")) return []
  const done = rest.reduce(CivilDate.max, first)
  const said = tasks.map(({ reports, names }) => reports.at(-1)?.text ?? Text.read(names, "zh")).join("；")
  const result = said.slice(0, maxLength)
  const isTold = known.results.some((one) => one.result === result && dateOf(one.at) >= done)
  return isTold || !isNews(listening, done) ? [] : [{ _tag: "ResolveCase", case: known.raised.case, result, at }]
}

const needed = (listening: Listening, matter: Matter): ReadonlyArray<Command> => [
  ...deliberated(listening, matter),
  ...handed(listening, matter),
  ...resolved(listening, matter)
]

const matters = (state: Bodies.State, { raised }: CaseKnown): ReadonlyArray<Matter> =>
  Bodies.ofCase(state, CaseRef.make(raised.case)).flatMap(({ body: id, item }) => {
    const body = Bodies.body(state, id)
    return body === undefined ? [] : [{ body, item }]
  })

/**
 * What one case still has to be told of what bodies did about it.
 *
 * Shape: as {@link of}.
 */
export const ofCase = (
  state: Bodies.State,
  before: CaseKnown,
  facts: Casework.Facts,
  at: Instant.Instant
): Outcomes => {
  const flow = facts.flow(before.raised.flow, before.raised.version)
  const commands: Array<Command> = []
  const refusals: Array<Outcomes["refusals"][number]> = []
  if (flow === undefined) return { commands, refusals }
  const all = matters(state, before)
  const dateOf = Clocks.of(facts)
  const [on, tried] = [dateOf(at), new Set<string>()]
  let known = before
  // Each answer may make way for the next: what is agreed comes before what is handed out.
  const next = (): Command | undefined =>
    all
      .flatMap((matter) => needed({ known, flow, on, at, dateOf }, matter))
      .find((one) => !tried.has(JSON.stringify(one)))
  for (let command = next(); command !== undefined; command = next()) {
    tried.add(JSON.stringify(command))
    const decided = Casework.decider.decide(known, command, facts)
    if (Result.isFailure(decided)) refusals.push({ command, failure: decided.failure })
    else if (decided.success.length > 0) {
      commands.push(command)
      known = decided.success.reduce<CaseKnown>((now, event) => Casework.decider.evolve(now, event) ?? now, known)
    }
  }
  return { commands, refusals }
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What cases still have to be told so that they know what bodies did about them: `DeliberateCase` where a matter was agreed,
 * `DispatchCase` (`TakeCase` where it was claimed, and the flow lets cases be grabbed) where it went to a lead, and
 * `ResolveCase` where its tasks are fulfilled, each only where the flow allows that.
 *
 * Shape: cases by id, of each the commands in order; none once they were obeyed. `DeliberateCase.body` is the place of the
 * body and `decision` its matter, of which the minutes tell. A matter that was rejected or put off moves no case; what
 * happened before a case was taken up again, or after `at`, is passed over. What a case would refuse, as a dispatch without
 * the right to, is told with the reason.
 * Cost: O(matters about cases × story of each).
 * Source: R5-14.
 */
export const of = (
  state: Bodies.State,
  find: (id: CaseId) => CaseKnown | undefined,
  facts: Casework.Facts,
  at: Instant.Instant
): Outcomes => {
  const found = [...HashMap.keys(state.cases)].toSorted(byName).flatMap((ref) => {
    const known = find(CaseId.make(ref))
    return known === undefined ? [] : [ofCase(state, known, facts, at)]
  })
  return { commands: found.flatMap((one) => one.commands), refusals: found.flatMap((one) => one.refusals) }
}

/** The cases a body might put on its agenda. */
export interface Agenda {
  readonly body: BodyId
  readonly cases: ReadonlyArray<CaseId>
}

// A matter answers a case until it is closed and the case was told; one that was rejected, until the case moved on.
const isPending = (known: CaseKnown, matter: Matter, dateOf: Instant.DateOf): boolean => {
  const { standing, last } = matter.item
  if (standing === "open" || standing === "agreed") return true
  if (standing === "closed") return !isHeard(known, matter)
  const since = known.steps.at(-1)?.from
  return since === undefined || last >= dateOf(since)
}

/**
 * The open cases that wait to be deliberated and are no matter of any body yet, for each body that has some.
 *
 * Shape: bodies by id, cases as given; a case is offered to the bodies at its place, or those whose place `covers` it. A
 * matter that was rejected is offered again only after the case moved on.
 * Source: R5-14.
 */
export const agendas = (
  state: Bodies.State,
  cases: Iterable<CaseKnown>,
  facts: Pick<Casework.Facts, "flow" | "dateOf">,
  covers: (place: Identifier.UnitId, inner: Identifier.UnitId) => boolean = (place, inner) => place === inner
): ReadonlyArray<Agenda> => {
  const dateOf = Clocks.of(facts)
  const waiting = [...cases].filter((known) => {
    const flow = isOpen(known) ? facts.flow(known.raised.flow, known.raised.version) : undefined
    return (
      flow !== undefined &&
      Flow.allowed(flow, known.stage).includes("deliberate") &&
      !matters(state, known).some((matter) => isPending(known, matter, dateOf))
    )
  })
  return [...Bodies.bodies(state)]
    .map(({ founded: { body, place } }) => ({
      body,
      cases: waiting.filter(({ raised }) => covers(place, raised.place)).map(({ raised }) => raised.case)
    }))
    .filter((one) => one.cases.length > 0)
    .toSorted((a, b) => byName(a.body, b.body))
}
