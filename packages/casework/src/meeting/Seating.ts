import { CivilDate, Text, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type * as Command from "../BodyCommand.ts"
import {
  AlreadySeated,
  BodyKindUnsound,
  BodyOutOfOrder,
  BodyPartUnknown,
  ChairNotElected,
  DispatcherUnfit,
  NotSeated,
  PlaceHasBody,
  SeatsTaken,
  TermUndated
} from "../BodyError.ts"
import * as BodyKind from "../BodyKind.ts"
import * as State from "../BodyState.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

/** Whether a body can be founded. */
export const founding = (
  facts: Rule.Facts,
  state: State.State,
  command: typeof Command.FoundBody.Type
): Rule.Checked => {
  const { body, kind, place, names, dispatcher, on } = command
  const ids = BodyKind.contradictions(kind)
  const there = kind.onePerPlace ? State.at(state, kind.id, place) : undefined
  const wanted = kind.dispatch.by === "named"
  return Rule.all(
    Rule.free(State.body(state, body), "body", body),
    () => Rule.demand(ids.length === 0, () => new BodyKindUnsound({ kind: kind.id, ids })),
    Rule.existing(facts, place, on),
    () => Rule.demand(wanted === (dispatcher !== undefined), () => new DispatcherUnfit({ body, wanted })),
    dispatcher === undefined ? () => Rule.fine : Rule.existing(facts, dispatcher, on),
    () => (there === undefined ? Rule.fine : Result.fail(new PlaceHasBody({ place, body: there }))),
    Rule.impersonal(body, ...Text.wordings(names))
  )
}

// Who sat at a meeting that was held is settled: a quorum never changes afterwards.
const unsettled =
  ({ founded, lastHeld }: State.Body, on: Date) =>
  (): Rule.Checked =>
    lastHeld === undefined || on > lastHeld
      ? Rule.fine
      : Result.fail(new BodyOutOfOrder({ sort: "body", id: founded.body, on, last: lastHeld }))

const lastChange = (timeline: Timeline.Timeline<unknown>): Date | undefined => {
  const last = timeline.at(-1)
  return last?.to ?? last?.from
}

const until = ({ founded }: State.Body, command: { readonly until?: Date; readonly on: Date }): Date | undefined =>
  command.until ??
  (founded.kind.termMonths === undefined ? undefined : CivilDate.addMonths(command.on, founded.kind.termMonths))

export const checks: Rule.Checks<"SeatMember" | "UnseatMember" | "ElectChair" | "EndTerm"> = {
  SeatMember: (facts, body, { unit, party, on }) => {
    const { founded } = body
    const terms = State.terms(body, unit)
    const seat = BodyKind.seat(founded.kind, party)
    const max = seat?.max
    const taken = [...HashMap.values(body.members)].filter((all) =>
      all.some(({ value, to }) => value === party && (to === undefined || to > on))
    )
    return Rule.all(
      () => Rule.demand(seat !== undefined, () => new BodyPartUnknown({ sort: "party", id: party })),
      Rule.existing(facts, unit, on),
      () =>
        Rule.demand(
          terms.length === 0 || terms.at(-1)?.to !== undefined,
          () => new AlreadySeated({ body: founded.body, unit })
        ),
      Rule.inOrder("unit", unit, on, lastChange(terms) ?? on),
      unsettled(body, on),
      () =>
        max === undefined || taken.length < max
          ? Rule.fine
          : Result.fail(new SeatsTaken({ body: founded.body, party, max }))
    )
  },
  UnseatMember: (_facts, body, { unit, on }) => {
    const term = State.terms(body, unit).at(-1)
    return Rule.all(
      () =>
        Rule.demand(
          term !== undefined && term.to === undefined,
          () => new NotSeated({ body: body.founded.body, unit, on })
        ),
      Rule.inOrder("unit", unit, on, term === undefined ? on : CivilDate.addDays(term.from, 1)),
      unsettled(body, on)
    )
  },
  ElectChair: (_facts, body, command) => {
    const { unit, on } = command
    const { founded } = body
    const end = until(body, command)
    return Rule.all(
      () =>
        Rule.demand(
          founded.kind.chair?.by === "election",
          () => new ChairNotElected({ body: founded.body, kind: founded.kind.id })
        ),
      Rule.seated(body, on, unit),
      // A seat that is known to be given up later cannot carry a whole term.
      () =>
        Rule.demand(
          Timeline.entryAt(State.terms(body, unit), on)?.to === undefined,
          () => new NotSeated({ body: founded.body, unit, on: end ?? on })
        ),
      Rule.inOrder("body", founded.body, on, body.elected.at(-1)?.from ?? on),
      () => Rule.demand(end !== undefined && end > on, () => new TermUndated({ body: founded.body, on }))
    )
  },
  EndTerm: (_facts, body, { on }) => {
    const last = body.elected.at(-1)
    return Rule.all(
      () =>
        Rule.demand(
          last?.to !== undefined && on < last.to,
          () => new BodyPartUnknown({ sort: "unit", id: last?.value.unit ?? body.founded.body })
        ),
      Rule.inOrder("body", body.founded.body, on, last === undefined ? on : last.from)
    )
  }
}

export const effects: Rule.Effects<"MemberSeated" | "MemberUnseated" | "ChairElected" | "TermEnded"> = {
  MemberSeated: (body, { unit, party, on }) => ({
    ...body,
    members: HashMap.set(body.members, unit, Timeline.setFrom(State.terms(body, unit), on, party))
  }),
  MemberUnseated: (body, { unit, on }) => ({
    ...body,
    members: HashMap.set(body.members, unit, Timeline.endAt(State.terms(body, unit), on)),
    elected: body.elected.flatMap((term) => (term.value.unit === unit ? Timeline.endAt([term], on) : [term]))
  }),
  ChairElected: (body, event) => {
    const { unit, person, on } = event
    const to = until(body, event)
    const period = to === undefined ? { from: on } : { from: on, to }
    return { ...body, elected: Timeline.set(Timeline.endAt(body.elected, on), period, { unit, person }) }
  },
  TermEnded: (body, { on }) => ({ ...body, elected: Timeline.endAt(body.elected, on) })
}
