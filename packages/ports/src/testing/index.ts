import type { EventStore } from "../EventStore.ts"
import type { Vault } from "../Vault.ts"
import { appendAllLaws } from "./appendAllLaws.ts"
import { appendAllRaceLaws } from "./appendAllRaceLaws.ts"
import { appendLaws } from "./appendLaws.ts"
import { checkpointLaws } from "./checkpointLaws.ts"
import type { Law } from "./Law.ts"
import { modelLaw } from "./modelLaw.ts"
import { notifierArrivalLaws } from "./notifierArrivalLaws.ts"
import { notifierConductLaws } from "./notifierConductLaws.ts"
import { notifierLengthLaws } from "./notifierLengthLaws.ts"
import { notifierOutcomeLaws } from "./notifierOutcomeLaws.ts"
import { notifierSecrecyLaw } from "./notifierSecrecyLaw.ts"
import { raceLaws } from "./raceLaws.ts"
import { readLaws } from "./readLaws.ts"
import { retryLaws } from "./retryLaws.ts"
import type { Trial } from "./Trial.ts"
import { vaultLaws as vaultExamples } from "./vaultLaws.ts"
import { vaultModelLaw } from "./vaultModelLaw.ts"

export * as Law from "./Law.ts"
export * as ModelNotifier from "./ModelNotifier.ts"
export * as ModelStore from "./ModelStore.ts"
export * as Sample from "./Sample.ts"
export * as Trial from "./Trial.ts"

/** Everything an event store promises. */
export const eventStoreLaws: ReadonlyArray<Law<EventStore>> = [
  ...appendLaws,
  ...retryLaws,
  ...appendAllLaws,
  ...readLaws,
  ...raceLaws,
  ...appendAllRaceLaws,
  ...checkpointLaws,
  modelLaw
]

/** Everything a vault promises. */
export const vaultLaws: ReadonlyArray<Law<Vault>> = [...vaultExamples, vaultModelLaw]

/** What an adapter that keeps both events and people promises. */
export const storeLaws: ReadonlyArray<Law<EventStore | Vault>> = [...eventStoreLaws, ...vaultLaws]

/** Everything a notifier promises, of an adapter and the other side it is tried with. */
export const notifierLaws: ReadonlyArray<Law<Trial>> = [
  ...notifierOutcomeLaws,
  ...notifierArrivalLaws,
  ...notifierLengthLaws,
  ...notifierConductLaws,
  notifierSecrecyLaw
]
