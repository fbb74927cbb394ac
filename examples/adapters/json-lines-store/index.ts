export * as JsonLinesStore from "./JsonLinesStore.ts"
