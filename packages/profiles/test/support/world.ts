import { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Command, Organisation, type State, type Structure, View } from "@louyu/organisation"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

const decode = Schema.decodeUnknownSync(Command.EstablishUnit)

export const from = CivilDate.make("2024-01-01")
export const unit = Identifier.UnitId.make

/** A command that sets a unit up, its id being also its name. */
export const establish = (id: string, kind: string, at: { readonly within?: string; readonly under?: string } = {}) =>
  decode({ _tag: "EstablishUnit", unit: id, kind, name: Text.of(id), from, ...at })

/** What becomes of commands by the rules of a structure: the state, and the codes of all that was refused. */
export const told = (structure: Structure.Structure, commands: ReadonlyArray<Command.Command>) => {
  const decider = Organisation.decider(structure)
  let state: State.State = decider.initial
  const refused: Array<string> = []
  for (const command of commands) {
    const decided = decider.decide(state, command, undefined)
    if (Result.isFailure(decided)) refused.push(decided.failure.code)
    else state = decided.success.reduce(decider.evolve, state)
  }
  return { state, refused, view: View.of(structure, state, from) }
}

/** Sets up one unit of every kind that can be, each below the first units that may be its superiors. */
export const everyKind = ({ kinds, ...rest }: Structure.Structure) => {
  const structure = { kinds, ...rest }
  const decider = Organisation.decider(structure)
  let state: State.State = decider.initial
  const done: Array<string> = []
  const superiors = (kind: Structure.Kind, line: "command" | "location") =>
    kind.root?.includes(line) === true ? [...done, undefined] : [undefined, ...done].toReversed()
  const tryOne = (kind: Structure.Kind): boolean => {
    for (const within of superiors(kind, "location")) {
      for (const under of superiors(kind, "command")) {
        const at = { ...(within === undefined ? {} : { within }), ...(under === undefined ? {} : { under }) }
        const decided = decider.decide(state, establish(kind.id, kind.id, at), undefined)
        if (Result.isFailure(decided)) continue
        state = decided.success.reduce(decider.evolve, state)
        return true
      }
    }
    return false
  }
  for (let before = -1; before !== done.length; ) {
    before = done.length
    for (const kind of kinds) if (!done.includes(kind.id) && tryOne(kind)) done.push(kind.id)
  }
  return { done, view: View.of(structure, state, from) }
}
