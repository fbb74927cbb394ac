export * as Calendar from "./Calendar.ts"
export * as EmailNotifier from "./EmailNotifier.ts"
