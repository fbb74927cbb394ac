import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as ProspectBook from "./ProspectBook.ts"

const { field } = Answer
const number = Schema.NullOr(Schema.Finite)

/** A share with all that is needed to read it. */
export const Figure = Schema.Struct({
  definition: field(Schema.String, "what is counted"),
  numerator: field(Answer.Count, "of the denominator, how many"),
  denominator: field(Answer.Count, "of how many"),
  rate: field(number, "numerator by denominator; `null` where the denominator is 0"),
  population: field(Answer.Count, "how many prospects were looked at")
}).annotate({ identifier: "Figure" })
export type Figure = typeof Figure.Type

/** A stage of the funnel. */
export const Stage = Schema.Struct({
  ...ProspectBook.Word.fields,
  phase: field(Schema.String, "the id of its phase"),
  now: field(Answer.Count, "prospects that are there"),
  ever: field(Answer.Count, "prospects that ever were"),
  to: field(Schema.NullOr(Schema.String), "the next stage that cannot be skipped, or `null` for the last one"),
  conversion: field(
    Schema.NullOr(Figure),
    "of those who left it, how many came to that stage; who is there still is not decided"
  ),
  days: field(
    Schema.Struct({
      definition: field(Schema.String, "what is counted"),
      completed: field(Answer.Count, "of how many stays that are over"),
      median: field(number, "half of them took at most so many days; `null` when there are none"),
      p90: field(number, "nine in ten took at most so many days"),
      open: field(Answer.Count, "stays that go on, which are no part of these two")
    }),
    "how long prospects stay in it"
  ),
  survival: field(
    Schema.Struct({
      definition: field(Schema.String, "what is estimated"),
      observations: field(Answer.Count, "from how many stays, those that go on included"),
      censored: field(Answer.Count, "how many of them go on"),
      median: field(number, "after so many days at most half are still there; `null` where that is not reached")
    }),
    "how long they stay when those who are there still count for as long as is known"
  ),
  rotten: field(
    Schema.NullOr(Answer.Count),
    "nobody was heard of for too long; `null` when the calendar does not tell"
  ),
  late: field(
    Schema.NullOr(Answer.Count),
    "there longer than the stage may last; `null` when the calendar does not tell"
  )
}).annotate({ identifier: "FunnelStage" })
export type Stage = typeof Stage.Type

const Range = Schema.Struct({
  expected: field(Schema.Finite, "what is expected"),
  lower: field(Schema.Finite, "the lower end of the interval"),
  upper: field(Schema.Finite, "the upper end of the interval")
}).annotate({ identifier: "Range" })

/** What those under way will come to. */
export const Expected = Schema.Struct({
  definition: field(Schema.String, "what is expected, and how"),
  outcome: field(Schema.String, "the id of the stage the pipeline is for"),
  open: field(Answer.Count, "prospects under way of which that can be told"),
  unknown: field(Answer.Count, "prospects under way at stages from which too little was seen"),
  few: field(Schema.Array(Schema.String), "stages from which few have left, so that little can be said"),
  level: field(Schema.Finite, "how much of what may happen lies within the intervals"),
  settled: field(Range, "how many will come to that stage"),
  area: field(Schema.NullOr(Range), "how many square metres they will take; `null` when nobody said"),
  areaMissing: field(Answer.Count, "prospects that did not say how much they look for")
}).annotate({ identifier: "Expected" })
export type Expected = typeof Expected.Type

/** How those that share something ended. */
export const Group = Schema.Struct({
  key: field(Schema.NullOr(Schema.String), "what they share, by its id; `null` for those of whom it is not known"),
  names: field(Schema.NullOr(Answer.Name), "what it is called, where it has a name"),
  population: field(Answer.Count, "how many prospects"),
  open: field(Answer.Count, "those under way"),
  won: field(Answer.Count, "those that came to the stage the pipeline is for"),
  lost: field(Answer.Count, "those that went out before"),
  rate: field(number, "won by decided; `null` when nothing was decided")
}).annotate({ identifier: "FunnelGroup" })
export type Group = typeof Group.Type

/** Why prospects went out. */
export const Loss = Schema.Struct({
  exit: field(Schema.NullOr(ProspectBook.Word), "the way out"),
  reason: field(Schema.NullOr(ProspectBook.Word), "why"),
  count: field(Answer.Count, "how many")
}).annotate({ identifier: "Loss" })
export type Loss = typeof Loss.Type

/** What needs somebody's attention, in numbers. */
export const Attended = Schema.Struct({
  open: field(Schema.NullOr(Answer.Count), "prospects under way and not won yet"),
  rotten: field(Schema.NullOr(Answer.Count), "nobody was heard of for too long"),
  late: field(Schema.NullOr(Answer.Count), "at their stage longer than it may last"),
  overdue: field(Schema.NullOr(Answer.Count), "what was to be done next is overdue"),
  unplanned: field(Schema.NullOr(Answer.Count), "nothing is planned next")
}).annotate({ identifier: "Attended" })
export type Attended = typeof Attended.Type
