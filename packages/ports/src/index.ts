export * as EventStore from "./EventStore.ts"
export * as Position from "./Position.ts"
export * as StoreError from "./StoreError.ts"
export * as Vault from "./Vault.ts"
