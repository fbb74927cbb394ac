export * as Archetype from "./Archetype.ts"
export * as Command from "./Command.ts"
export * as Event from "./Event.ts"
export * as Structure from "./Structure.ts"
