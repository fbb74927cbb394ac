import { type BodyKind, CaseworkSettings, type Flow } from "@louyu/casework"
import * as Vocabulary from "./Vocabulary.ts"

/** A flow with its categories, channels, reasons and levels under all their names. */
export interface FlowEntry {
  readonly flow: Flow.Flow
  readonly category: Vocabulary.Vocabulary<string>
  readonly channel: Vocabulary.Vocabulary<string>
  readonly rejection: Vocabulary.Vocabulary<string>
  readonly closing: Vocabulary.Vocabulary<string>
  readonly level: Vocabulary.Vocabulary<string>
}

/** The flows and kinds of body of a profile under the words people write for them. */
export interface CaseworkBook {
  readonly flows: Vocabulary.Vocabulary<Flow.FlowId>
  readonly entries: ReadonlyArray<FlowEntry>
  readonly entry: (flow: string) => FlowEntry | undefined
  readonly bodies: Vocabulary.Vocabulary<string>
  readonly kinds: ReadonlyArray<BodyKind.BodyKind>
  readonly kind: (id: string) => BodyKind.BodyKind | undefined
}

const entryOf = (flow: Flow.Flow): FlowEntry => ({
  flow,
  category: Vocabulary.make(flow.categories),
  channel: Vocabulary.make(flow.channels),
  rejection: Vocabulary.make(flow.rejections),
  closing: Vocabulary.make(flow.closings),
  level: Vocabulary.make(flow.ladder)
})

/** Opens the book of the casework of a profile: the flows new cases go under, and the kinds of body. */
export const make = (settings: CaseworkSettings.CaseworkSettings): CaseworkBook => {
  const current = CaseworkSettings.current(settings)
  const entries = current.map(entryOf)
  const byId = new Map<string, FlowEntry>(entries.map((entry) => [entry.flow.id, entry]))
  const kinds = settings.bodies ?? []
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]))
  return {
    flows: Vocabulary.make(current),
    entries,
    entry: (flow) => byId.get(flow),
    bodies: Vocabulary.make(kinds),
    kinds,
    kind: (id) => kindById.get(id)
  }
}
