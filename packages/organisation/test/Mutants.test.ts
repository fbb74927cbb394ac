import { Law } from "@louyu/kernel/testing"
import { type Command, type Event, Organisation, type OrganisationError, State, type Unit } from "@louyu/organisation"
import { Example, OrganisationLaws } from "@louyu/organisation/testing"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Links from "../src/Links.ts"

// That a law can be broken is all that is asked here; the smallest way to break it is of no interest.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })

type Decider = Organisation.OrganisationDecider
type Facts = ReadonlyArray<Event.Event>
type Failure = OrganisationError.OrganisationError

const real = Organisation.decider(Example.structure)
const effort = { seed: 20_261_122, numRuns: 250 }

// Turns some refusals into facts: a rule that somebody forgot.
const forgiving = (
  forgive: (command: Command.Command, failure: Failure, state: State.State) => Facts | undefined
): Decider => ({
  ...real,
  decide: (state, command) => {
    const decided = real.decide(state, command)
    const facts = Result.isFailure(decided) ? forgive(command, decided.failure, state) : undefined
    return facts === undefined ? decided : Result.succeed(facts)
  }
})

// Changes what is decided: a rule that does too little or too much.
const altering = (alter: (facts: Facts, command: Command.Command, state: State.State) => Facts): Decider => ({
  ...real,
  decide: (state, command) => Result.map(real.decide(state, command), (facts) => alter(facts, command, state))
})

const evolving = (evolve: Decider["evolve"]): Decider => ({ ...real, evolve })

const moved = (command: Command.Command): Facts | undefined =>
  command._tag === "MoveUnit"
    ? [{ ...command, _tag: "UnitMoved" }]
    : command._tag === "RelocateUnit"
      ? [{ ...command, _tag: "UnitRelocated" }]
      : undefined

const [model, rules, immutable] = OrganisationLaws.stateLaws.map((law) => law.name)
const [exactly, again, apart] = OrganisationLaws.commandLaws.map((law) => law.name)
const [toldAgain] = OrganisationLaws.repeatLaws.map((law) => law.name)
const [conserved, counted, homed, dependent, founded, living] = OrganisationLaws.successionLaws.map((law) => law.name)
const [, carried] = OrganisationLaws.viewLaws.map((law) => law.name)

interface Mutant {
  readonly name: string
  readonly decider: Decider
  readonly breaks: ReadonlyArray<string | undefined>
}

const forgotten: ReadonlyArray<Mutant> = [
  {
    name: "looks for circles on the first day only",
    decider: forgiving((command, failure) =>
      failure._tag === "CycleRejected" && "from" in command && failure.on > command.from ? moved(command) : undefined
    ),
    breaks: [rules, exactly]
  },
  {
    name: "lets a level be skipped that may not be",
    decider: forgiving((command, failure) =>
      failure._tag === "SuperiorRejected" && failure.reason !== "none" ? moved(command) : undefined
    ),
    breaks: [rules, exactly]
  },
  {
    name: "lets functional bodies hold members and counts",
    decider: forgiving((command, failure) => {
      if (failure._tag !== "FunctionalHoldsNoMembers") return undefined
      if (command._tag === "AffiliateMember") return [{ ...command, _tag: "MemberAffiliated" }]
      return command._tag === "SetMemberCounts" ? [{ ...command, _tag: "MemberCountsSet" }] : undefined
    }),
    breaks: [rules, exactly]
  },
  {
    name: "forgets what a body holds when it becomes functional",
    decider: forgiving((command, failure) => {
      const isForgotten = failure._tag === "FunctionalHoldsNoMembers" && command._tag === "ReclassifyUnit"
      return isForgotten ? [{ ...command, _tag: "UnitReclassified" }] : undefined
    }),
    breaks: [rules, exactly]
  },
  {
    name: "lets micro-grids overlap",
    decider: forgiving((command, failure) => {
      if (failure._tag !== "GridOverlap" || command._tag !== "AssignToGrid") return undefined
      return command.places.map((place) => ({ _tag: "PlaceAssigned", place, grid: command.grid, from: command.from }))
    }),
    breaks: [rules, exactly]
  },
  {
    name: "lets places leave the building of their grid",
    decider: forgiving((command, failure) => (failure._tag === "GridElsewhere" ? moved(command) : undefined)),
    breaks: [rules, exactly]
  },
  {
    name: "puts a second committee into a place that has one",
    decider: forgiving((command, failure) => {
      if (failure._tag !== "OnePerPlace" || command._tag !== "EstablishUnit") return undefined
      return [{ ...command, _tag: "UnitEstablished" }]
    }),
    breaks: [rules]
  },
  {
    name: "closes a unit whatever lies in it or belongs to it",
    decider: forgiving((command, failure) => {
      const isForgotten = failure._tag === "HasDependants" && command._tag === "DissolveUnit"
      return isForgotten ? [{ _tag: "UnitDissolved", unit: command.unit, on: command.on }] : undefined
    }),
    breaks: [rules, homed, dependent]
  },
  {
    name: "lets a unit lead an alliance it does not belong to",
    decider: forgiving((command, failure) => {
      const isForgotten = failure._tag === "LeadNotMember" && command._tag === "LeadAlliance"
      return isForgotten ? [{ ...command, _tag: "AllianceLed" }] : undefined
    }),
    breaks: [rules]
  },
  {
    name: "gives an identifier or a chat group to two units",
    decider: forgiving((command, failure) => {
      if (failure._tag === "IdentifierTaken" && command._tag === "AttachIdentifier") {
        return [{ ...command, _tag: "IdentifierAttached" }]
      }
      const isForgotten = failure._tag === "ChatGroupTaken" && command._tag === "BindChatGroup"
      return isForgotten ? [{ ...command, _tag: "ChatGroupBound" }] : undefined
    }),
    breaks: [rules]
  },
  {
    name: "founds branches of any size",
    decider: forgiving((command, failure) => {
      const isForgotten = failure._tag === "BranchTooSmall" && command._tag === "ReorganiseBranch"
      if (!isForgotten) return undefined
      const { branch, formation, enterprises, from } = command
      return [
        { _tag: "UnitReclassified", unit: branch, formation, from },
        ...enterprises.map((enterprise): Event.Event => ({ _tag: "EnterpriseCovered", enterprise, branch, from }))
      ]
    }),
    breaks: [founded]
  },
  {
    name: "refuses every move",
    decider: {
      ...real,
      decide: (state, command) =>
        command._tag === "MoveUnit"
          ? real.decide(state, { ...command, under: command.unit })
          : real.decide(state, command)
    },
    breaks: [exactly]
  }
]

const careless: ReadonlyArray<Mutant> = [
  {
    name: "affiliates a member anew each time it is told",
    decider: {
      ...real,
      decide: (state, command) => {
        const decided = real.decide(state, command)
        const isAgain = command._tag === "AffiliateMember" && Result.isSuccess(decided) && decided.success.length === 0
        return isAgain ? Result.succeed([{ ...command, _tag: "MemberAffiliated" }]) : decided
      }
    },
    breaks: [again, toldAgain]
  },
  {
    name: "loses members when units merge",
    decider: altering((facts, command) =>
      command._tag === "MergeUnits" ? facts.filter((fact) => fact._tag !== "MemberAffiliated") : facts
    ),
    breaks: [conserved, counted]
  },
  {
    name: "loses counts when units merge or split",
    decider: altering((facts, command) =>
      command._tag === "MergeUnits" || command._tag === "SplitUnit"
        ? facts.filter((fact) => fact._tag !== "MemberCountsSet")
        : facts
    ),
    breaks: [counted]
  },
  {
    name: "loses guidance and alliances when units merge",
    decider: altering((facts, command) =>
      command._tag === "MergeUnits"
        ? facts.filter((fact) => fact._tag !== "GuidanceBegun" && fact._tag !== "AllianceJoined")
        : facts
    ),
    breaks: [conserved]
  },
  {
    name: "takes whoever joins a body out of his home",
    decider: altering((facts, command) =>
      command._tag === "JoinBody" && "person" in command.member && facts.length > 0
        ? [...facts, { _tag: "MembershipEnded", person: command.member.person, on: command.from }]
        : facts
    ),
    breaks: [apart]
  },
  {
    name: "closes a branch that has become too small",
    decider: {
      ...real,
      decide: (state, command) =>
        command._tag === "EndMembership" ? real.decide(state, tooSmall) : real.decide(state, command)
    },
    breaks: [living]
  }
]

const tooSmall: Command.Command = {
  _tag: "ReorganiseBranch",
  branch: Example.unit("ch1"),
  formation: "single",
  enterprises: [Example.unit("e3")],
  from: Example.day(0)
}

const folding: ReadonlyArray<Mutant> = [
  {
    name: "lets a person have a second home",
    decider: evolving((state, event) => {
      const next = real.evolve(state, event)
      if (event._tag !== "MemberAffiliated") return next
      const { person, branch, standing, ...days } = event
      return { ...next, homes: Links.set(state.homes, person, branch, days, standing) }
    }),
    breaks: [model, rules]
  },
  {
    name: "forgets what was planned when a unit is renamed",
    decider: evolving((state, event) =>
      real.evolve(
        state,
        event._tag === "UnitRenamed"
          ? { _tag: event._tag, unit: event.unit, name: event.name, from: event.from }
          : event
      )
    ),
    breaks: [model]
  },
  {
    name: "writes into the state it is given",
    decider: evolving((state, event) => {
      const next = real.evolve(state, event)
      if (event._tag === "UnitMoved") Object.assign(state, { units: next.units })
      return next
    }),
    breaks: [immutable]
  },
  {
    name: "does not tell views what has changed",
    decider: evolving((state, event) => {
      const next = real.evolve(state, event)
      return event._tag === "UnitMoved" || event._tag === "IdentifierAttached"
        ? { ...next, lineage: state.lineage }
        : next
    }),
    breaks: [carried]
  },
  {
    name: "does not tell views whose members have changed",
    decider: evolving((state, event) => {
      const next = real.evolve(state, event)
      return event._tag === "MemberAffiliated" ? { ...next, lineage: state.lineage } : next
    }),
    breaks: [carried]
  },
  {
    name: "keeps the chat group of a unit that is closed",
    decider: evolving((state, event) => {
      const next = real.evolve(state, event)
      if (event._tag !== "UnitDissolved") return next
      const before = State.unit(state, event.unit)
      const keep = (unit: Unit.Unit): Unit.Unit => ({ ...unit, chatGroup: before?.chatGroup ?? [] })
      return { ...next, units: HashMap.modify(next.units, event.unit, keep), chatGroups: state.chatGroups }
    }),
    breaks: [model, rules]
  }
]

describe("the laws of the organisation reject a decider that", () => {
  for (const { name, decider, breaks } of [...forgotten, ...careless, ...folding]) {
    it(name, () => {
      const laws = OrganisationLaws.all.filter((law) => breaks.includes(law.name))
      expect(laws).toHaveLength(breaks.length)
      expect(Law.brokenBy(laws, decider, effort)).toEqual(laws.map((law) => law.name))
    })
  }
})
