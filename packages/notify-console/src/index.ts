export * as ConsoleNotifier from "./ConsoleNotifier.ts"
