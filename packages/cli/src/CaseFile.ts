import { Case } from "@louyu/casework"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import * as CaseRow from "./CaseRow.ts"
import * as CaseStory from "./CaseStory.ts"
import * as Posts from "./Posts.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Reasons from "./Reasons.ts"

const { field } = Answer

/** A matter as it was raised and found to be. */
export const Matter = Schema.Struct({
  text: field(Schema.NullOr(Schema.String), "more about it, as it was told"),
  by: field(CaseBook.Party, "who brought it"),
  behalfOf: field(Schema.NullOr(CaseBook.Party), "for whom, when that is somebody else"),
  channel: field(ProspectBook.Word, "by which way it came"),
  reference: field(Schema.NullOr(Schema.String), "the visit, sweep or meeting it comes from"),
  scope: field(Schema.NullOr(Case.Scope), "whether it is the matter of one or of many; `null` when nobody said yet"),
  difficulty: field(
    Schema.NullOr(Case.Difficulty),
    "whether it is settled in the building; `null` when nobody said yet"
  ),
  route: field(Schema.NullOr(ProspectBook.Word), "the post its category goes to"),
  handler: field(Schema.NullOr(Answer.Unit), "who is to do it"),
  mergedInto: field(Schema.NullOr(Schema.String), "the case it is part of, or `null`"),
  absorbed: field(Schema.Array(Schema.String), "the cases that are part of it"),
  tasks: field(
    Schema.Array(
      Schema.Struct({
        id: field(Schema.String, "its id"),
        department: field(Answer.Unit, "who does it"),
        what: field(Schema.String, "what"),
        lead: field(Schema.Boolean, "whether they lead all of them"),
        finished: field(Schema.NullOr(Schema.String), "when it was done, or `null`")
      })
    ),
    "its tasks"
  )
})
export type Matter = typeof Matter.Type

/** A stage a case was at. */
export const Step = Schema.Struct({
  stage: field(ProspectBook.Word, "the stage"),
  level: field(ProspectBook.Word, "the level of the ladder"),
  how: field(Schema.Literals(["raised", "moved", "escalated", "rerouted", "reopened"]), "how it came there"),
  from: field(Schema.String, "since when"),
  to: field(Schema.NullOr(Schema.String), "until when; `null` for where it is"),
  minutes: field(
    Schema.NullOr(Answer.Count),
    "how long, in minutes of the clock, without the time it waited for whoever raised it; `null` for where it ended"
  )
})
export type Step = typeof Step.Type

/** When something of a case must be done. */
export const Term = Schema.Struct({
  by: field(Schema.String, "when it must be done"),
  warn: field(Schema.NullOr(Schema.String), "from when on it is nearly late, or `null`"),
  within: field(Schema.NullOr(Answer.Sentence), "how long it may take")
})
export type Term = typeof Term.Type

/** When a case is due, and how that was reckoned. */
export const Due = Schema.Struct({
  stage: field(Schema.NullOr(Term), "the stage it is at; `null` without a limit"),
  whole: field(Schema.NullOr(Term), "the whole of it; `null` without a limit"),
  calendar: field(Schema.String, "the calendar of working days that gave them, with its version"),
  kept: field(Schema.Boolean, "whether the clock has recorded them so; `louyu tick` does")
})
export type Due = typeof Due.Type

/** What may be done with a case next. */
export const Next = Schema.Struct({
  action: field(Schema.String, "what may be done, for programs"),
  text: field(Answer.Sentence, "the same for people"),
  to: field(Schema.NullOr(ProspectBook.Word), "the stage it leads to; `null` where it depends"),
  missing: field(Schema.Array(Schema.String), "what has to be on file before; `plan` for one that was approved"),
  reasons: field(Schema.Array(ProspectBook.Word), "for closing, the reasons that are possible now"),
  until: field(Schema.NullOr(Schema.String), "the last day for it, or `null`")
})
export type Next = typeof Next.Type

/** Cases that look like the same matter. */
export const Alike = Schema.Struct({
  id: field(Schema.String, "the id of the case"),
  title: field(Schema.String, "what it is about"),
  likeness: field(Schema.Finite, "how alike the titles are, 0 to 1"),
  over: field(Schema.Boolean, "whether it is closed")
})
export type Alike = typeof Alike.Type

/** Who answers for a case, and why. */
export const Whose = Schema.Struct({
  by: field(
    Schema.Literals(["place", "ladder"]),
    "whether it is with the posts of its place, or with the rung of the ladder that its level is"
  ),
  level: field(ProspectBook.Word, "the level it is at"),
  post: field(Schema.NullOr(Posts.Post), "the post whose people answer; `null` when nobody does"),
  answers: field(Schema.Array(Schema.String), "the ids of those who answer"),
  steps: field(Schema.Array(Reasons.Reason), "why it came to them, step by step; nothing on the ladder")
})

export type Whose = typeof Whose.Type

/** All there is to know of a case. */
export const CaseFile = Schema.Struct({
  at: field(Schema.String, "the moment the answer holds for, in the time of the city"),
  as: field(Schema.NullOr(Schema.String), "the id of who looks; `null` when nobody said"),
  case: field(CaseRow.Row, "where it stands"),
  matter: field(Schema.NullOr(Matter), "what it is about; `null` when withheld"),
  steps: field(Schema.Array(Step), "the stages and levels it was at, the first one first"),
  due: field(Schema.NullOr(Due), "when it is due; `null` without a limit, while it waits, and when it is over"),
  obstacle: field(Schema.NullOr(Answer.Sentence), "why the calendar does not tell when it is due, or `null`"),
  pauses: field(
    Schema.Array(
      Schema.Struct({
        from: field(Schema.String, "since when"),
        to: field(Schema.NullOr(Schema.String), "until when; `null` when it still does")
      })
    ),
    "when it waited for whoever raised it"
  ),
  escalations: field(
    Schema.Array(
      Schema.Struct({
        at: field(Schema.String, "when"),
        from: field(ProspectBook.Word, "from which level"),
        to: field(ProspectBook.Word, "to which"),
        cause: field(Schema.String, "why, for programs"),
        breach: field(Schema.Boolean, "whether an ordinary matter left its building by it")
      })
    ),
    "when it went up a level"
  ),
  whose: field(Schema.NullOr(Whose), "who answers for it, and why; `null` when withheld or over"),
  next: field(Schema.Array(Next), "what may be done now"),
  alike: field(Schema.Array(Alike), "cases at the same place that look like the same matter"),
  story: field(Schema.Array(CaseStory.Fact), "every fact, in order; nothing when withheld")
})
export type CaseFile = typeof CaseFile.Type
