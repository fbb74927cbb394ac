import type { EventStore, Notifier, Vault } from "@louyu/ports"
import type * as City from "../City.ts"
import type { CalendarMissing, LogError } from "../CityError.ts"
import type * as Ledger from "../Ledger.ts"

/** What keeps a dispatcher from working: the city, its log or its store cannot be used. */
export type BureauError = Ledger.DispatchError | City.Failure | LogError | CalendarMissing

/** What a dispatcher works with. */
export interface Bureau {
  readonly city: City.Open
  readonly store: EventStore.EventStore["Service"]
  readonly adapters: ReadonlyMap<string, Notifier.Adapter>
  readonly vault: Vault.Vault["Service"]
  readonly worker: string
  readonly leaseMillis: number
}

/** Who is recorded as having done what a dispatcher does. */
export const by = { actor: "dispatcher" } as const
