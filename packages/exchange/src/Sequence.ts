import type { Identifier } from "@louyu/kernel"
import type { Command } from "@louyu/organisation"
import * as DayOrder from "./DayOrder.ts"
import * as Dependency from "./Dependency.ts"
import type { OrganisationStep } from "./Report.ts"
import { withoutSeams } from "./Seam.ts"

type UnitId = Identifier.UnitId
type Tag = Command.Command["_tag"]

// On one day, what ends makes room for what begins; units come before what is said of them; and units close last, when
// everything else has found its new home.
const ranks: Readonly<Record<Tag, number>> = {
  EndMembership: 0,
  LeaveBody: 0,
  EndGuidance: 0,
  UnbindChatGroup: 0,
  DetachIdentifier: 0,
  EndAlliance: 0,
  EstablishUnit: 1,
  ReclassifyUnit: 2,
  SplitUnit: 3,
  SetMemberCounts: 4,
  ReorganiseBranch: 5,
  FormBranch: 6,
  RenameUnit: 7,
  AddAlias: 7,
  MoveUnit: 7,
  RelocateUnit: 7,
  AttachIdentifier: 7,
  AssignToGrid: 8,
  BindChatGroup: 8,
  AffiliateMember: 8,
  JoinBody: 8,
  BeginGuidance: 8,
  StartTerm: 8,
  ReportActivity: 8,
  FormAlliance: 8,
  JoinAlliance: 9,
  LeadAlliance: 10,
  LeaveAlliance: 11,
  MergeUnits: 12,
  DissolveUnit: 13
}

type UnitsOf = (command: Command.Command) => ReadonlyArray<UnitId | undefined>

/** The units a command sets up. */
const produced: UnitsOf = (command) => {
  if (command._tag === "EstablishUnit" || command._tag === "FormBranch") return [command.unit]
  return command._tag === "SplitUnit" ? command.parts.map((part) => part.unit) : []
}

/** The units that must be there before a command that sets up others, or that is decided between such commands. */
const needed: UnitsOf = (command) => {
  switch (command._tag) {
    case "EstablishUnit":
      return [command.under, command.within]
    case "FormBranch":
      return [command.under, command.within, ...command.enterprises]
    case "SplitUnit":
      return [command.unit, ...command.parts.flatMap((part) => [part.under, part.within])]
    case "ReorganiseBranch":
      return [command.branch, ...command.enterprises]
    case "SetMemberCounts":
    case "ReclassifyUnit":
      return [command.unit]
    default:
      return []
  }
}

/** Steps so that whatever makes a unit comes before whatever needs it, and else in the order given. */
const byNeed = (
  steps: ReadonlyArray<OrganisationStep>,
  made: UnitsOf,
  wanted: UnitsOf
): ReadonlyArray<OrganisationStep> => {
  const makers = new Map<UnitId | undefined, number>()
  for (const [index, step] of steps.entries()) for (const unit of made(step.command)) makers.set(unit, index)
  if (makers.size === 0) return steps
  const { order } = Dependency.arrange(steps.length, (index) => {
    const needs: Array<number> = []
    for (const unit of wanted((steps[index] as OrganisationStep).command)) {
      const maker = unit === undefined ? undefined : makers.get(unit)
      // A split needs the unit it takes apart, and so it may need what it makes itself: nothing.
      if (maker !== undefined && maker !== index) needs.push(maker)
    }
    return needs
  })
  return order.map((index) => steps[index] as OrganisationStep)
}

/** Who stands directly above whom while commands go by. */
interface Above {
  readonly follow: (command: Command.Command) => void
  readonly superiors: UnitsOf
}

const watch = (): Above => {
  const under = new Map<UnitId, UnitId | undefined>()
  const within = new Map<UnitId, UnitId | undefined>()
  return {
    follow: (command) => {
      if (command._tag === "EstablishUnit" || command._tag === "FormBranch") {
        under.set(command.unit, command.under)
        within.set(command.unit, command.within)
      } else if (command._tag === "MoveUnit") under.set(command.unit, command.under)
      else if (command._tag === "RelocateUnit") within.set(command.unit, command.within)
      else if (command._tag === "SplitUnit") {
        for (const part of command.parts) {
          under.set(part.unit, part.under ?? under.get(command.unit))
          within.set(part.unit, part.within ?? within.get(command.unit))
        }
      }
    },
    superiors: (command) => (command._tag === "DissolveUnit" ? [under.get(command.unit), within.get(command.unit)] : [])
  }
}

const closes = ({ command }: OrganisationStep): boolean => command._tag === "DissolveUnit"
const closed: UnitsOf = (command) => (command._tag === "DissolveUnit" ? [command.unit] : [])

/**
 * Puts steps into an order in which they can be carried out: by day; within a day what ends before what begins, units
 * before what is said of them, superiors before subordinates, and units that close last, subordinates first.
 *
 * Cost: O(n) and sorting the days. Steps of the same day and sort keep their order.
 */
export const order = (steps: ReadonlyArray<OrganisationStep>): ReadonlyArray<OrganisationStep> => {
  const days = DayOrder.days(steps)
  const isWatched = [...days.values()].some((day) => day.filter(closes).length > 1)
  const above = watch()
  const ordered: Array<OrganisationStep> = []
  for (const day of [...days.keys()].sort()) {
    const all = DayOrder.ranked(withoutSeams(days.get(day) ?? []), ({ _tag }) => ranks[_tag])
    const first = all.findIndex(closes)
    const opening = byNeed(first < 0 ? all : all.slice(0, first), produced, needed)
    for (const step of opening) {
      ordered.push(step)
      if (isWatched) above.follow(step.command)
    }
    // Superiors first, turned around: what stands below closes before what it stands below of.
    const closing = first < 0 ? [] : byNeed(all.slice(first), closed, above.superiors).toReversed()
    for (const step of closing) ordered.push(step)
  }
  return ordered
}
