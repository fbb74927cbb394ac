export * as NtfyNotifier from "./NtfyNotifier.ts"
