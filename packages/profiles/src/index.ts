export * as Profile from "./Profile.ts"
