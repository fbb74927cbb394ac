import type { Case, Command } from "@louyu/casework"
import type { Problem } from "@louyu/kernel"
import * as Result from "effect/Result"
import { columns, type Happening } from "../CaseStep.ts"
import type { FlowEntry } from "../CaseworkBook.ts"
import * as CaseworkWords from "../CaseworkWords.ts"
import { RaisersUnknown } from "../ExchangeError.ts"
import { type Cells, define, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"

type Out = Output<typeof columns>
type Step = Cells<typeof columns>
type Detail = Exclude<keyof typeof columns, "case" | "at" | "action">

/** What a row comes to, or the column at fault. */
type Recorded = Result.Result<
  ReadonlyArray<Command.Command>,
  { readonly column: keyof typeof columns; readonly problem: Problem.Problem }
>

/** What the words of a row mean, and who raised what. */
interface Meanings {
  readonly find: (
    sort: Exclude<keyof FlowEntry, "flow">,
    column: Detail,
    word: string,
    record: (id: string) => Command.Command
  ) => Recorded
  readonly raiser: (id: Case.CaseId) => Case.Party | undefined
}

interface Recording extends Wholeness.Shape<Detail> {
  readonly record: (step: Step, meanings: Meanings) => Recorded
}

type Filled<D extends Detail> = Step & { readonly [K in D]: NonNullable<Step[K]> }

const isFilled = <D extends Detail>(step: Step, needs: ReadonlyArray<D>): step is Filled<D> =>
  needs.every((column) => step[column] !== undefined)

const told = (...commands: ReadonlyArray<Command.Command>): Recorded => Result.succeed(commands)

/** How an action is recorded that needs some columns, and may fill in others. */
const recording = <const D extends Detail>(
  needs: ReadonlyArray<D>,
  record: (step: Filled<D>, meanings: Meanings) => Recorded,
  may: ReadonlyArray<Detail> = []
): Recording => ({
  needs,
  may,
  record: (step, meanings) => (isFilled(step, needs) ? record(step, meanings) : told())
})

const of = ({ case: id, at }: Pick<Step, "case" | "at">) => ({ case: id, at })

const extending = (whole: "stage" | "whole") =>
  recording(["extension", "reason"], ({ extension: by, reason, ...step }) =>
    told({ _tag: "ExtendDeadline", ...of(step), of: whole, by, reason })
  )
const linking = (why: "recurrence" | "related") =>
  recording(["other"], ({ other: to, ...step }) => told({ _tag: "LinkCase", ...of(step), to, why }))
const sharing = (right: "view" | "edit") =>
  recording(["person"], ({ person, ...step }) => told({ _tag: "ShareCase", ...of(step), person, right }))

const recordings: { readonly [K in Happening]: Recording } = {
  accept: recording([], (step) => told({ _tag: "AcceptCase", ...of(step) })),
  reject: recording(["reason"], (step, { find }) =>
    find("rejection", "reason", step.reason, (reason) => ({ _tag: "RejectCase", ...of(step), reason }))
  ),
  classify: recording(
    ["scope", "difficulty", "category"],
    ({ scope, difficulty, category: word, reason, ...step }, { find }) =>
      find("category", "category", word, (category) =>
        given({ _tag: "ClassifyCase", ...of(step), scope, difficulty, category, reason })
      ),
    ["reason"]
  ),
  match: recording(["item"], ({ item, ...step }) => told({ _tag: "MatchCase", ...of(step), item })),
  deliberate: recording(
    ["by"],
    ({ by: body, item: decision, result: agreed, ...step }) =>
      told(given({ _tag: "DeliberateCase", ...of(step), body, decision, agreed })),
    ["item", "result"]
  ),
  dispatch: recording(["by", "to"], ({ by, to, ...step }) => told({ _tag: "DispatchCase", ...of(step), by, to })),
  take: recording(["by"], ({ by, ...step }) => told({ _tag: "TakeCase", ...of(step), by })),
  reroute: recording(["by", "to", "reason"], ({ by, to, reason, ...step }) =>
    told({ _tag: "RerouteCase", ...of(step), by, to, reason })
  ),
  reportIn: recording(["by"], ({ by, ...step }) => told({ _tag: "ReportInCase", ...of(step), by })),
  start: recording([], (step) => told({ _tag: "StartCase", ...of(step) })),
  suspend: recording(["reason"], ({ reason, ...step }) => told({ _tag: "SuspendCase", ...of(step), reason })),
  resume: recording([], (step) => told({ _tag: "ResumeCase", ...of(step) })),
  resolve: recording(["result"], ({ result, ...step }) => told({ _tag: "ResolveCase", ...of(step), result })),
  followUp: recording(
    ["solved"],
    ({ solved, rating, ...step }) =>
      told(given({ _tag: "FollowUpCase", ...of(step), solved: solved === "yes", rating })),
    ["rating"]
  ),
  close: recording(["reason"], (step, { find }) =>
    find("closing", "reason", step.reason, (reason) => ({ _tag: "CloseCase", ...of(step), reason }))
  ),
  reopen: recording(["reason"], ({ reason, ...step }) => told({ _tag: "ReopenCase", ...of(step), reason })),
  escalate: recording(
    ["level", "cause"],
    ({ level: word, cause, reason, ...step }, { find }) =>
      find("level", "level", word, (to) => given({ _tag: "EscalateCase", ...of(step), to, cause, reason })),
    ["reason"]
  ),
  extendStage: extending("stage"),
  extendWhole: extending("whole"),
  merge: recording(["other"], ({ other: into, ...step }, { raiser }) => {
    const who = raiser(step.case)
    if (who === undefined) {
      return Result.fail({ column: "case", problem: new RaisersUnknown({ case: step.case }) })
    }
    return told(
      { _tag: "MergeCase", ...of(step), into },
      { _tag: "AbsorbCase", case: into, absorbed: step.case, raisers: [who], at: step.at }
    )
  }),
  unmerge: recording(["other"], ({ other, ...step }) =>
    told({ _tag: "UnmergeCase", ...of(step) }, { _tag: "SeparateCase", case: other, absorbed: step.case, at: step.at })
  ),
  recurrence: linking("recurrence"),
  related: linking("related"),
  shareView: sharing("view"),
  shareEdit: sharing("edit"),
  unshare: recording(["person"], ({ person, ...step }) => told({ _tag: "UnshareCase", ...of(step), person }))
}

const details = Wholeness.detailsOf(recordings)

const isWhole = (row: Row<typeof columns>, recording: Recording, out: Out): boolean =>
  Wholeness.isShaped(row, recording, { details, because: `action=${row.cells.action}`, out })

const meaningsOf = (entries: ReadonlyArray<FlowEntry>, out: Out): Meanings => ({
  find: (sort, column, word, record) =>
    Result.match(CaseworkWords.find(sort, word, entries, out.context), {
      onFailure: (problem) => Result.fail({ column, problem }),
      onSuccess: (id) => told(record(id))
    }),
  raiser: (id) => out.surroundings().caseOf(id)?.raiser
})

const steps = define({
  file: "case-steps.csv",
  names: { zh: "案件办理", en: "Steps of cases" },
  about: {
    zh: "案件经过了哪些办理环节，每一步一行。类别、层级和原因以案件的流程为准。同一时刻的多步按办理的先后顺序读取；当日先后有别的，请写明时刻。",
    en: "What became of cases, one step a row. Categories, levels and reasons are those of the flow of the case. Steps of one moment are taken in the order of a case's life; write the time of day where they went otherwise."
  },
  columns,
  commands: (row, out) => {
    const recorded = recordings[row.cells.action]
    const entries = CaseworkWords.entriesFor(row.cells.case, out.context, out.surroundings)
    if (!isWhole(row, recorded, out) || entries === undefined) return
    const read = recorded.record(row.cells, meaningsOf(entries, out))
    if (Result.isFailure(read)) out.refuse(row, read.failure.column, read.failure.problem)
    else for (const command of read.success) out.add(row, command)
  }
})

/** The file about what became of cases. */
export const caseStepSheets = [steps]
