import { type CivilDate, Instant } from "@louyu/kernel"
import { RosterCode } from "@louyu/stations"
import type { RostersStep } from "./Report.ts"
import { byKey } from "./RoomAgenda.ts"

type Command = RostersStep["command"]

// On one day: the plan, who generates and publishes by it, what changes hands, and who came. Of several generations of
// a day each is published before the next one.
export const rosterRanks: Readonly<Record<Command["_tag"], number>> = {
  DraftRoster: 0,
  AmendRoster: 1,
  GenerateRoster: 2,
  PublishRoster: 2,
  SwapDuty: 4,
  SubstituteDuty: 4,
  OverrideDuty: 4,
  CancelDuty: 4,
  CheckInDuty: 5,
  MissDuty: 5
}

const rankOf = (command: Command): number => {
  const rank = rosterRanks[command._tag]
  // Below the next rank, however many generations there are.
  if (command._tag === "GenerateRoster") return rank + 1 - 1 / command.generation
  return command._tag === "PublishRoster" ? rank + 1 - 1 / (command.generation + 0.5) : rank
}

const dayOf = (command: Command): CivilDate.CivilDate => {
  if ("on" in command) return command.on
  const { date: day } = RosterCode.readSlot(command.slot)
  // Whoever comes early on the evening before comes to the duty of the day; that nobody came may be told later.
  const told = Instant.dateOf(command.at)
  return command._tag === "MissDuty" && told > day ? told : day
}

/** Puts steps about rosters into an order in which they can be carried out: by day; changes of one day as they stand. */
export const orderRosters = (steps: ReadonlyArray<RostersStep>): ReadonlyArray<RostersStep> =>
  byKey(steps, dayOf, rankOf)
