import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Command from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import type { Pipeline } from "../src/Pipeline.ts"
import * as PipelinePresets from "../src/PipelinePresets.ts"
import { ProspectId } from "../src/Prospect.ts"
import * as Recruiting from "../src/Recruiting.ts"
import type { RecruitmentError } from "../src/RecruitmentError.ts"
import * as State from "../src/State.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make
export const person = Identifier.PersonId.make

/** Every unit whose id does not begin with `no` exists, since 2020. */
export const facts: Recruiting.Facts = { exists: (id, on) => !id.startsWith("no") && on >= "2020-01-01" }

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Recruiting.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | RecruitmentError => {
  const decided = Recruiting.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const adopt = (
  pipeline: Pipeline = PipelinePresets.investment,
  from = "2024-01-01",
  more: object = {}
): Encoded => ({
  _tag: "AdoptPipeline",
  pipeline,
  from,
  ...more
})

export const open = (id: string, more: object = {}): Encoded => ({
  _tag: "OpenProspect",
  prospect: id,
  pipeline: "investment",
  names: { zh: `示例${id}公司` },
  source: "visit",
  on: "2024-03-01",
  ...more
})

export const on = (_tag: string, prospect: string, fields: object, date: string): Encoded =>
  ({ _tag, prospect, ...fields, on: date }) as Encoded

export const advance = (prospect: string, to: string, date: string, evidence: ReadonlyArray<string> = []): Encoded =>
  on("AdvanceProspect", prospect, { to, evidence }, date)

/** A prospect that is known. */
export const known = (state: State.State, id: string): State.ProspectKnown => {
  const found = State.prospect(state, ProspectId.make(id))
  if (found === undefined) throw new Error(`prospect ${id} is known`)
  return found
}
