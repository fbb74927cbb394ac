import type { Command } from "@louyu/organisation"
import type { OrganisationStep } from "./Report.ts"

const keyOf = (...parts: ReadonlyArray<unknown>): string => JSON.stringify(parts)

/** What a command begins or ends a stretch of, as one text; `undefined` when it does neither. */
const relation = (command: Command.Command): { readonly key: string; readonly ends: boolean } | undefined => {
  switch (command._tag) {
    case "JoinBody":
    case "LeaveBody":
      return { key: keyOf("body", command.body, command.member), ends: command._tag === "LeaveBody" }
    case "AffiliateMember":
    case "EndMembership":
      return { key: keyOf("home", command.person), ends: command._tag === "EndMembership" }
    case "BeginGuidance":
    case "EndGuidance": {
      const { guide, unit, purpose } = command
      return { key: keyOf("guidance", guide, unit, purpose), ends: command._tag === "EndGuidance" }
    }
    case "JoinAlliance":
    case "LeaveAlliance":
      return { key: keyOf("alliance", command.alliance, command.unit), ends: command._tag === "LeaveAlliance" }
    case "BindChatGroup":
    case "UnbindChatGroup":
      return { key: keyOf("chat", command.unit), ends: command._tag === "UnbindChatGroup" }
    case "AttachIdentifier":
    case "DetachIdentifier": {
      const { unit, scheme, value } = command
      return { key: keyOf("identifier", unit, scheme, value), ends: command._tag === "DetachIdentifier" }
    }
    default:
      return undefined
  }
}

/**
 * Leaves out what ends on the day the same thing begins again: the one after takes over by itself, and an end in the
 * middle of something unbroken would be news each time the folder is loaded.
 */
export const withoutSeams = (steps: ReadonlyArray<OrganisationStep>): ReadonlyArray<OrganisationStep> => {
  const begun = new Set<string>()
  let endings = 0
  for (const { command } of steps) {
    const found = relation(command)
    if (found?.ends === true) endings++
    else if (found !== undefined) begun.add(found.key)
  }
  if (endings === 0) return steps
  return steps.filter(({ command }) => {
    const found = relation(command)
    return found?.ends !== true || !begun.has(found.key)
  })
}
