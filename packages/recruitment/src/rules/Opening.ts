import { CivilDate, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import * as Duplicates from "../Duplicates.ts"
import * as Pipeline from "../Pipeline.ts"
import type { Prospect, ProspectId } from "../Prospect.ts"
import { NameNotFitting, NotFound, NotPossible, ProspectDuplicate, type RecruitmentError } from "../RecruitmentError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

const named =
  ({ prospect, names, enterprise, contact }: Prospect, { subject }: Pipeline.Pipeline) =>
  (): Rule.Checked => {
    const fits =
      subject === "person"
        ? names === undefined && contact !== undefined
        : names !== undefined || enterprise !== undefined
    return fits ? Rule.fine : Result.fail(new NameNotFitting({ prospect, subject }))
  }

const single =
  (state: State.State, prospect: Prospect, except: ReadonlyArray<string> = []) =>
  (): Rule.Checked => {
    const distinct = new Set<string>([prospect.prospect, ...(prospect.distinctFrom ?? []), ...except])
    const like = Duplicates.find(state, prospect).find(({ of }) => !distinct.has(of))
    return like === undefined
      ? Rule.fine
      : Result.fail(new ProspectDuplicate({ prospect: prospect.prospect, of: like.of, by: like.by }))
  }

const beginning = (
  pipeline: Pipeline.Pipeline,
  { stage }: Prospect
): Result.Result<Pipeline.StageId, RecruitmentError> => {
  if (stage === undefined) return Result.succeed(Pipeline.first(pipeline).id)
  return Pipeline.place(pipeline, stage) === undefined
    ? Result.fail(new NotFound({ sort: "stage", id: stage }))
    : Result.succeed(stage)
}

const withChange = (known: State.ProspectKnown, command: Extract<Command, { _tag: "AmendProspect" }>): Prospect => {
  const { _tag, prospect: _prospect, on: _on, ...more } = command
  return { ...known.prospect, ...more }
}

const mergeable = (state: State.State, prospect: ProspectId, duplicate: ProspectId): Rule.Checked =>
  Result.flatMap(Rule.prospect(state, prospect), (into) =>
    Result.flatMap(Rule.prospect(state, duplicate), (from): Rule.Checked => {
      const same = into.opened.pipeline === from.opened.pipeline && prospect !== duplicate
      if (!same)
        return Result.fail(
          new NotPossible({ sort: "prospect", id: duplicate, status: from.standing, action: "MergeProspects" })
        )
      return Rule.all(
        Rule.standing(into, "MergeProspects", "open", "parked", "gone"),
        Rule.standing(from, "MergeProspects", "open", "parked", "gone")
      )
    })
  )

export const decisions: Rule.Decisions<"OpenProspect" | "AmendProspect" | "MergeProspects" | "ConvertProspect"> = {
  OpenProspect: (facts, state, { _tag, ...fields }) => {
    const { prospect, pipeline: id, enterprise, place, intent, on, names } = fields
    return Rule.entered("prospect", prospect, State.prospect(state, prospect)?.opened, fields, () =>
      Result.flatMap(Rule.known(State.pipeline(state, id, on), "pipeline", id), (pipeline) =>
        Result.flatMap(beginning(pipeline, fields), (stage) => {
          const checked = Rule.all(
            named(fields, pipeline),
            Rule.existing(facts, on, enterprise, place, ...(intent?.buildings ?? [])),
            Rule.impersonal(prospect, names?.zh, names?.en),
            single(state, fields)
          )
          return Rule.when(checked, () => Rule.facts({ _tag: "ProspectOpened", ...fields, stage }))
        })
      )
    )
  },
  AmendProspect: (facts, state, command) => {
    const { prospect, on, intent, names } = command
    return Result.flatMap(Rule.prospect(state, prospect), (known) => {
      const { _tag, ...fields } = command
      const isTold = known.amended.some(({ _tag: _, ...one }) => Equal.equals(one, fields))
      const after = withChange(known, command)
      if (isTold || Equal.equals(after, known.prospect)) return Rule.nothing
      const pipeline =
        State.pipeline(state, known.opened.pipeline, on) ?? State.versions(state, known.opened.pipeline)[0]?.value
      const checked = Rule.all(
        Rule.standing(known, "AmendProspect", "open", "parked", "gone"),
        pipeline === undefined ? () => Rule.fine : named(after, pipeline),
        Rule.existing(facts, on, ...(intent?.buildings ?? [])),
        Rule.impersonal(prospect, names?.zh, names?.en),
        single(state, after, known.absorbed)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ProspectAmended", ...fields }))
    })
  },
  MergeProspects: (_facts, state, { _tag, ...fields }) => {
    const { prospect, duplicate } = fields
    if (State.prospect(state, duplicate)?.merged?.into === prospect) return Rule.nothing
    return Rule.when(mergeable(state, prospect, duplicate), () => Rule.facts({ _tag: "ProspectsMerged", ...fields }))
  },
  ConvertProspect: (facts, state, { _tag, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { tenant, on } = fields
      if (known.tenant?.unit === tenant) return Rule.nothing
      const checked = Rule.all(
        () =>
          known.won === undefined || known.tenant !== undefined
            ? Result.fail(
                new NotPossible({
                  sort: "prospect",
                  id: fields.prospect,
                  status: known.tenant === undefined ? known.standing : "converted",
                  action: "ConvertProspect"
                })
              )
            : Rule.fine,
        Rule.existing(facts, on, tenant)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ProspectConverted", ...fields }))
    })
}

const signed = (state: State.State, prospect: Prospect): State.State["signs"] =>
  Duplicates.signs(prospect).reduce((all, { key }) => {
    const bearers = State.bearers(state, key)
    return bearers.includes(prospect.prospect) ? all : HashMap.set(all, key, [...bearers, prospect.prospect])
  }, state.signs)

const opened = (prospect: Prospect, stage: Pipeline.StageId): State.ProspectKnown => ({
  opened: prospect,
  prospect,
  amended: [],
  standing: "open",
  stage,
  steps: [{ stage, from: prospect.on, how: "opened" }],
  parkings: [],
  departures: [],
  holders: Timeline.empty(),
  released: [],
  contacts: [],
  followUps: [],
  filed: [],
  won: undefined,
  tenant: undefined,
  merged: undefined,
  absorbed: [],
  last: prospect.on
})

// What was said by hand under one id is kept under the other, each thing once.
const joined = <A>(mine: ReadonlyArray<A>, theirs: ReadonlyArray<A>, id: (one: A) => string): ReadonlyArray<A> => {
  const known = new Set(mine.map(id))
  return [...mine, ...theirs.filter((one) => !known.has(id(one)))]
}

export const effects: Rule.Effects<"ProspectOpened" | "ProspectAmended" | "ProspectsMerged" | "ProspectConverted"> = {
  ProspectOpened: (state, { _tag, stage, ...fields }) => {
    const pipeline = State.pipeline(state, fields.pipeline, fields.on)
    // What the command said and what it came to differ only where it left the stage open.
    const begins = pipeline !== undefined && Pipeline.first(pipeline).id === stage
    const prospect: Prospect = begins ? fields : { ...fields, stage }
    const known = opened(prospect, stage)
    const won = pipeline !== undefined && Pipeline.isWon(pipeline, stage) ? fields.on : undefined
    return {
      ...state,
      prospects: HashMap.set(state.prospects, fields.prospect, { ...known, won }),
      signs: signed(state, prospect)
    }
  },
  ProspectAmended: (state, event) => {
    const { _tag, prospect: id, on: _on, ...more } = event
    const after = Rule.change(state, id, (known) => ({
      ...known,
      prospect: { ...known.prospect, ...more },
      amended: [...known.amended, event]
    }))
    const known = State.prospect(after, id)
    return known === undefined ? after : { ...after, signs: signed(after, known.prospect) }
  },
  ProspectsMerged: (state, { prospect, duplicate, on }) => {
    const from = State.prospect(state, duplicate)
    if (from === undefined) throw new Error(`invariant: prospect ${duplicate} is known`)
    const left = Rule.change(state, duplicate, (known) => ({
      ...known,
      standing: "merged",
      merged: { into: prospect, on },
      last: CivilDate.max(on, known.last)
    }))
    return Rule.change(left, prospect, (known) => ({
      ...known,
      prospect: { ...from.prospect, ...known.prospect },
      contacts: joined(known.contacts, from.contacts, ({ contact }) => contact),
      followUps: joined(known.followUps, from.followUps, ({ followUp }) => followUp),
      filed: joined(known.filed, from.filed, ({ evidence }) => evidence),
      absorbed: [...known.absorbed, duplicate, ...from.absorbed]
    }))
  },
  ProspectConverted: (state, { prospect, tenant, on }) => {
    const after = Rule.change(state, prospect, (known) => ({ ...known, tenant: { unit: tenant, on } }))
    const before = State.ofTenant(state, tenant).map(({ opened: one }) => one.prospect)
    return { ...after, tenants: HashMap.set(after.tenants, tenant, [...before, prospect]) }
  }
}
