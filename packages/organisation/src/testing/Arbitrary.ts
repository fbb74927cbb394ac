import type { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import type { Command } from "../Command.ts"
import { day } from "./Example.ts"
import { dates } from "./pools.ts"
import { allianceCommands, memberCommands, recordCommands } from "./relationCommands.ts"
import { successionCommands, unitCommands } from "./unitCommands.ts"

/** Every day worth looking at: those on which something can begin or end, and one on either side. */
export const window: ReadonlyArray<CivilDate.CivilDate> = Array.from({ length: dates.length + 3 }, (_, i) => day(i - 2))

/**
 * Commands that make sense against the example's city: all sorts, with ids from small pools and dates from a small
 * window, so that they meet, contradict each other, close circles and are refused often.
 */
export const command: fc.Arbitrary<Command> = fc.oneof(
  ...unitCommands,
  ...successionCommands,
  ...memberCommands,
  ...allianceCommands,
  ...recordCommands
)

/** Histories of commands for the example's city. */
export const commands = (maxLength = 40): fc.Arbitrary<ReadonlyArray<Command>> =>
  fc.array(command, { maxLength, size: "max" })
