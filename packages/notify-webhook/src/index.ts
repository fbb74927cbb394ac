export * as Signature from "./Signature.ts"
export * as WebhookNotifier from "./WebhookNotifier.ts"
