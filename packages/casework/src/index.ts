export * as Flow from "./Flow.ts"
export * as FlowPresets from "./FlowPresets.ts"
export * as Instant from "./Instant.ts"
