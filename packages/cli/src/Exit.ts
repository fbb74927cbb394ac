import type { Problem } from "@louyu/kernel"

/** What the program tells the shell when it ends. */
export const codes = {
  /** All went well. */
  good: 0,
  /** What was given contains errors: a folder, a unit that does not exist. */
  badInput: 1,
  /** The command line is wrong. */
  wrongUsage: 2,
  /** The machine is in the way: a store missing, locked or newer, a disk full, a file unreadable. */
  environment: 3,
  /** A mistake of the program itself. */
  bug: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130
} as const

const usage = new Set([
  "cli/CommandUnknown",
  "cli/OptionUnknown",
  "cli/OptionValueMisplaced",
  "cli/OptionInvalid",
  "cli/OptionMissing",
  "cli/OptionsClash",
  "cli/ArgumentMissing",
  "cli/ArgumentUnexpected",
  "cli/TenantMissing",
  "cli/TraceUnkept",
  "profiles/ProfileUnknown",
  "louyu/IdInvalid"
])

const environment = new Set([
  "cli/FileUnusable",
  "cli/FolderOccupied",
  "louyu/EventTypeUnknown",
  "louyu/EventTooNew",
  "louyu/EventUnreadable",
  "louyu/StreamBroken"
])

/** The exit code of a problem. */
export const codeOf = (problem: Problem.Problem): number => {
  const { code } = problem
  if (code === "cli/Interrupted") return codes.interrupted
  if (usage.has(code)) return codes.wrongUsage
  return environment.has(code) || code.startsWith("ports/") ? codes.environment : codes.badInput
}
