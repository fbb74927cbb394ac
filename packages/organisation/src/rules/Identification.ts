import type { Identifier } from "@louyu/kernel"
import { DivisionCode, Period, Timeline, Uscc } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { ExternalIdentifier } from "../Command.ts"
import { ChatGroupTaken, IdentifierInvalid, IdentifierTaken, RelationNotFound } from "../OrganisationError.ts"
import * as Register from "../Register.ts"
import * as State from "../State.ts"
import { alreadyHolds, type Decision, type Decisions, during, type Effects, facts, holds, nothing } from "./Rule.ts"

type UnitId = Identifier.UnitId

const key = ({ scheme, value }: ExternalIdentifier): string => State.registerKey(scheme, value)

const isSame = (a: ExternalIdentifier, b: ExternalIdentifier): boolean => a.scheme === b.scheme && a.value === b.value

const invalid = ({ scheme, value }: ExternalIdentifier) => Result.fail(new IdentifierInvalid({ scheme, value }))

/**
 * Brings an identifier into the form of its scheme: capitals for credit codes, half width, no blanks.
 *
 * A wrong check character is let through, since such codes are in daily use. A number that looks like one of a person is
 * not repeated in the failure.
 * Source: GB 32100-2015, GB/T 2260.
 */
export const normal = (identifier: ExternalIdentifier): Result.Result<ExternalIdentifier, IdentifierInvalid> => {
  const { scheme, value } = identifier
  if (scheme === "uscc") {
    const parsed = Uscc.parse(value)
    if (Result.isSuccess(parsed)) return Result.succeed({ scheme, value: parsed.success })
    return invalid(parsed.failure.reason === "identityNumber" ? { scheme, value: "…" } : identifier)
  }
  if (scheme === "division") {
    const parsed = DivisionCode.parse(value)
    return Result.isSuccess(parsed) ? Result.succeed({ scheme, value: parsed.success }) : invalid(identifier)
  }
  return Result.succeed(identifier)
}

/** Checks that no other unit is known by an identifier on any day of a period. */
export const check = (
  state: State.State,
  unit: UnitId,
  identifier: ExternalIdentifier,
  period: Period.Period
): Result.Result<void, IdentifierTaken> => {
  const rival = Register.rival(state.identifiers, key(identifier), unit, period)
  return rival === undefined ? Result.succeed(undefined) : Result.fail(new IdentifierTaken({ ...identifier, ...rival }))
}

/** Adds an identifier to a unit and to the register. */
export const attach = (
  state: State.State,
  unit: UnitId,
  { scheme, value }: ExternalIdentifier,
  period: Period.Period
): State.State => ({
  ...State.update(state, unit, (before) => ({
    ...before,
    identifiers: [...before.identifiers, { scheme, value, ...period }]
  })),
  identifiers: Register.take(state.identifiers, State.registerKey(scheme, value), unit, period)
})

export const decisions: Decisions<"AttachIdentifier" | "DetachIdentifier" | "BindChatGroup" | "UnbindChatGroup"> = {
  AttachIdentifier: (_context, state, { unit: id, scheme, value, from }) =>
    Result.flatMap(State.living(state, id, from), (unit) =>
      Result.flatMap(normal({ scheme, value }), (identifier): Decision => {
        const days = Register.holders(state.identifiers, key(identifier))
        const period = holds(from, Timeline.nextChange(days, from), unit.life.to)
        if (alreadyHolds(days, period, (holder) => holder === id)) return nothing
        return Result.flatMap(check(state, id, identifier, period), () =>
          facts({ _tag: "IdentifierAttached", unit: id, ...identifier, ...period })
        )
      })
    ),
  DetachIdentifier: (_context, state, { unit: id, scheme, value, on }) =>
    Result.flatMap(normal({ scheme, value }), (identifier): Decision => {
      const own = State.unit(state, id)?.identifiers.filter((one) => isSame(one, identifier)) ?? []
      if (own.some((one) => Period.contains(one, on))) {
        return facts({ _tag: "IdentifierDetached", unit: id, ...identifier, on })
      }
      if (own.some((one) => one.to === on)) return nothing
      return Result.fail(new RelationNotFound({ relation: scheme, of: id, to: identifier.value, on }))
    }),
  BindChatGroup: (_context, state, { unit: id, channel, group, from }) =>
    Result.flatMap(State.living(state, id, from), (unit) => {
      const period = holds(from, Timeline.nextChange(unit.chatGroup, from), unit.life.to)
      const isBound = alreadyHolds(
        unit.chatGroup,
        period,
        (bound) => bound.channel === channel && bound.group === group
      )
      if (isBound) return nothing
      const rival = Register.rival(state.chatGroups, State.registerKey(channel, group), id, period)
      return rival === undefined
        ? facts({ _tag: "ChatGroupBound", unit: id, channel, group, ...period })
        : Result.fail(new ChatGroupTaken({ channel, ...rival }))
    }),
  UnbindChatGroup: (_context, state, { unit: id, on }) => {
    const days = State.unit(state, id)?.chatGroup ?? []
    if (Timeline.at(days, on) !== undefined) return facts({ _tag: "ChatGroupUnbound", unit: id, on })
    if (days.some((entry) => entry.to === on)) return nothing
    return Result.fail(new RelationNotFound({ relation: "chat group", of: id, to: id, on }))
  }
}

export const effects: Effects<"IdentifierAttached" | "IdentifierDetached" | "ChatGroupBound" | "ChatGroupUnbound"> = {
  IdentifierAttached: (state, event) => attach(state, event.unit, event, during(event)),
  IdentifierDetached: (state, { unit, scheme, value, on }) => ({
    ...State.update(state, unit, (before) => ({
      ...before,
      identifiers: before.identifiers.flatMap((one) =>
        isSame(one, { scheme, value })
          ? Period.subtract(one, { from: on }).map((left) => ({ scheme, value, ...left }))
          : [one]
      )
    })),
    identifiers: Register.release(state.identifiers, State.registerKey(scheme, value), unit, on)
  }),
  ChatGroupBound: (state, event) => {
    const { unit, channel, group } = event
    const freed = unbind(state, unit, during(event))
    return {
      ...State.update(freed, unit, (before) => ({
        ...before,
        chatGroup: Timeline.set(before.chatGroup, during(event), { channel, group })
      })),
      chatGroups: Register.take(freed.chatGroups, State.registerKey(channel, group), unit, during(event))
    }
  },
  ChatGroupUnbound: (state, { unit, on }) => unbind(state, unit, { from: on })
}

const unbind = (state: State.State, id: UnitId, period: Period.Period): State.State => {
  const bound = Timeline.restrict(State.unit(state, id)?.chatGroup ?? [], period)
  const chatGroups = bound.reduce(
    (register, { value }) => Register.clear(register, State.registerKey(value.channel, value.group), id, period),
    state.chatGroups
  )
  return {
    ...State.update(state, id, (before) => ({ ...before, chatGroup: Timeline.clear(before.chatGroup, period) })),
    chatGroups
  }
}
