import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./AnnualListCommand.ts"

/** A committee works on its list for a year. */
export const AnnualListOpened = Fact.of("AnnualListOpened", Command.OpenAnnualList.fields)
export type AnnualListOpened = typeof AnnualListOpened.Type
/** A practical project is on a list. */
export const ListItemAdopted = Fact.of("ListItemAdopted", Command.AdoptListItem.fields)
export type ListItemAdopted = typeof ListItemAdopted.Type
/** A list is published. */
export const AnnualListPublished = Fact.of("AnnualListPublished", Command.PublishAnnualList.fields)
/** It is known how far a practical project is. */
export const ListItemReported = Fact.of("ListItemReported", Command.ReportListItem.fields)
export type ListItemReported = typeof ListItemReported.Type
/** A milestone of a practical project is reached. */
export const ListMilestoneReached = Fact.of("ListMilestoneReached", Command.ReachListMilestone.fields)
/** A practical project is done. */
export const ListItemCompleted = Fact.of("ListItemCompleted", Command.CompleteListItem.fields)
/** A practical project is off its list. */
export const ListItemDropped = Fact.of("ListItemDropped", Command.DropListItem.fields)
/** A practical project is nominated for a higher level. */
export const ListItemNominated = Fact.of("ListItemNominated", Command.NominateListItem.fields)
/** A practical project has a benefit score. Units: `score` from 0 to 100, by the weights of the scheme named. */
export const ListItemScored = Fact.of("ListItemScored", {
  ...Command.ScoreListItem.fields,
  scheme: Schema.String,
  score: Schema.Finite
})
export type ListItemScored = typeof ListItemScored.Type
/** A practical project is of a higher level. */
export const ListItemPromoted = Fact.of("ListItemPromoted", Command.PromoteListItem.fields)

/** Everything that is recorded of annual lists. */
export const Event = Schema.Union([
  AnnualListOpened,
  ListItemAdopted,
  AnnualListPublished,
  ListItemReported,
  ListMilestoneReached,
  ListItemCompleted,
  ListItemDropped,
  ListItemNominated,
  ListItemScored,
  ListItemPromoted
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
