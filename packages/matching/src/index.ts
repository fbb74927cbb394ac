export * as Allocation from "./Allocation.ts"
