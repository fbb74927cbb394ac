export * as Arbitrary from "./Arbitrary.ts"
