import { type CivilDate, Decider, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import type { Command } from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import * as Organisation from "../src/Organisation.ts"
import * as State from "../src/State.ts"
import * as Structure from "../src/Structure.ts"
import * as Example from "../src/testing/Example.ts"
import * as View from "../src/View.ts"

export const { day, establish, person, structure, unit } = Example

/** The structure of the example with other kinds, patterns or rules. */
export const restructured = (change: { readonly [Part in keyof Structure.Structure]?: unknown }): Structure.Structure =>
  Schema.decodeUnknownSync(Structure.Structure)({ ...structure, ...change })

/** A kind to add to a structure. */
export const kind = (id: string, archetype: string, rest: object = {}): typeof Structure.Kind.Encoded =>
  Schema.decodeUnknownSync(Structure.Kind)({ id, names: Text.of(id), archetype, ...rest })

/** The organisation after commands all of which must be accepted. */
export const after = (
  commands: ReadonlyArray<Command>,
  rules: Structure.Structure = structure,
  from: State.State = State.initial
): State.State => {
  const { failures, state } = Decider.run(Organisation.decider(rules), from, commands, undefined)
  for (const { index, failure } of failures) {
    throw new Error(`${JSON.stringify(commands[index])} was refused: ${failure.message}`)
  }
  return state
}

/** Adds facts no command would lead to: those of another system, or of a time when the rules were others. */
export const evolve = (state: State.State, ...events: ReadonlyArray<Event>): State.State =>
  events.reduce(Organisation.evolve, state)

/** The fact an accepted command to set up a unit leads to. */
export const event = (command: Command): Event => {
  if (command._tag !== "EstablishUnit") throw new Error(`${command._tag} sets up no unit`)
  return { ...command, _tag: "UnitEstablished" }
}

/** Why the last of some commands is refused; the others must be accepted. */
export const refusal = (commands: ReadonlyArray<Command>, rules: Structure.Structure = structure): string => {
  const { failures } = Decider.run(
    Organisation.decider(rules),
    after(commands.slice(0, -1), rules),
    commands.slice(-1),
    undefined
  )
  return failures[0]?.failure._tag ?? "accepted"
}

/** The organisation after commands, on a date. */
export const on = (
  date: CivilDate.CivilDate,
  commands: ReadonlyArray<Command>,
  rules: Structure.Structure = structure
): View.View => View.of(rules, after(commands, rules), date)

/** Sets up a unit under another name than its id. */
export const named = (name: Text.Text, ...[id, sort, spec]: Parameters<typeof establish>): Command => {
  const command = establish(id, sort, spec)
  return command._tag === "EstablishUnit" ? { ...command, name } : command
}

/** A region with a cluster of so many buildings `b0`, `b1` … under a street committee `st`. */
export const district = (buildings: number): ReadonlyArray<Command> => [
  establish("r", "region"),
  establish("cl", "cluster", { within: "r" }),
  establish("dc", "district-committee", { within: "r" }),
  establish("st", "street-committee", { under: "dc", within: "r" }),
  ...Array.from({ length: buildings }, (_, i) => establish(`b${i}`, "building", { under: "st", within: "cl" }))
]

/** Says how many members work in an enterprise, or belong to a body. */
export const counts = (id: string, full: number, probationary = 0, from = day(0)): Command => ({
  _tag: "SetMemberCounts",
  unit: unit(id),
  full,
  probationary,
  from
})

/** Founds a branch for enterprises below the street committee, or another body. */
export const found = (
  id: string,
  enterprises: ReadonlyArray<string>,
  options: {
    readonly under?: string
    readonly within?: string
    readonly kind?: string
    readonly full?: number
    readonly from?: CivilDate.CivilDate
  } = {}
): Command => {
  const [first = "", ...others] = enterprises
  return {
    _tag: "FormBranch",
    unit: unit(id),
    kind: Structure.KindId.make(options.kind ?? "branch"),
    name: Text.of(id),
    under: unit(options.under ?? "st"),
    ...(options.within === undefined ? {} : { within: unit(options.within) }),
    formation: enterprises.length === 1 ? "single" : "joint",
    enterprises: [unit(first), ...others.map(unit)],
    memberCounts: { full: options.full ?? 3, probationary: 0 },
    from: options.from ?? day(0)
  }
}

/** Lets a unit, or with `person:` in front a person, take part in a body. */
export const join = (body: string, member: string, origin?: string, from = day(0)): Command => ({
  _tag: "JoinBody",
  body: unit(body),
  member: member.startsWith("person:") ? { person: person(member.slice(7)) } : { unit: unit(member) },
  ...(origin === undefined ? {} : { origin }),
  from
})

/** Lets a unit guide another. */
export const guide = (by: string, id: string, purpose = "指导", from = day(0)): Command => ({
  _tag: "BeginGuidance",
  guide: { unit: unit(by) },
  unit: unit(id),
  purpose,
  from
})

/** Gives places to a micro-grid. */
export const assign = (grid: string, places: ReadonlyArray<string>, from = day(0)): Command => {
  const [first = "", ...others] = places
  return { _tag: "AssignToGrid", grid: unit(grid), places: [unit(first), ...others.map(unit)], from }
}

/** Ties a chat group to a unit. */
export const bind = (id: string, group: string, from = day(0)): Command => ({
  _tag: "BindChatGroup",
  unit: unit(id),
  channel: "wechat",
  group,
  from
})

/** Makes a branch the home of a person. */
export const affiliate = (
  id: string,
  branch: string,
  standing: "full" | "probationary" = "full",
  from = day(0)
): Command => ({
  _tag: "AffiliateMember",
  person: person(id),
  branch: unit(branch),
  standing,
  from
})

/** Reports that a body was active. */
export const active = (id: string, date: CivilDate.CivilDate): Command => ({
  _tag: "ReportActivity",
  unit: unit(id),
  on: date,
  activity: "主题党日"
})

/** Numbers from 0 up. */
export const range = <A>(length: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length }, (_, index) => make(index))
