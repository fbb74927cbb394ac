import { RecruitmentError } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import type { PipelineEntry } from "../PipelineBook.ts"
import * as PipelineWords from "../PipelineWords.ts"
import * as RecruitmentForm from "../RecruitmentForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"

const columns = {
  prospect: required(RecruitmentForm.prospect, "线索", ["线索的编号", "the prospect"], { also: ["线索编号", "编号"] }),
  on: required(Form.date, "日期", ["发生的日期", "the day"]),
  what: required(RecruitmentForm.happening, "事项", [
    "推进、退回、搁置、恢复、退出、达成、重启或归档材料",
    "whether it went on, back, was parked, taken up again, went out, was won, reopened, or papers were filed"
  ]),
  stage: optional(Form.label(64), "阶段", ["推进、退回到哪个阶段，编号或名称", "the stage it came to, by id or name"]),
  exit: optional(Form.label(64), "退出方式", ["退出的方式，编号或名称", "the way out, by id or name"]),
  reason: optional(RecruitmentForm.wording(), "原因", [
    "退出的须为流程所列原因之一；退回、搁置、重启的为文字",
    "of a way out one of the reasons of the pipeline; of going back, parking and reopening a few words"
  ]),
  evidence: optional(Form.list(ListForm.word), "材料", [
    "已提交的材料，如 contract；阶段要求的须在进入前提交",
    "papers on file, such as contract: what a stage asks for has to be there before"
  ]),
  reference: optional(ListForm.word, "材料编号", ["归档材料的编号", "where filed papers are kept"]),
  until: optional(Form.date, "搁置至", ["搁置到何时", "until when it is parked"]),
  tenant: optional(Domain.unit, "成为单元", ["达成后的单元编号", "the unit of the city it became by being won"])
}

type StepRow = Row<typeof columns>
type Out = Output<typeof columns>
type Detail = "stage" | "exit" | "reason" | "evidence" | "reference" | "until" | "tenant"

// What each happening needs to say, and what else it may.
const shapes: Readonly<Record<RecruitmentForm.Happening, Wholeness.Shape<Detail>>> = {
  advance: { needs: ["stage"], may: ["evidence"] },
  regress: { needs: ["stage", "reason"], may: [] },
  park: { needs: ["reason"], may: ["until"] },
  resume: { needs: [], may: [] },
  lose: { needs: ["exit"], may: ["reason"] },
  win: { needs: [], may: ["evidence", "tenant"] },
  reopen: { needs: ["reason"], may: [] },
  file: { needs: ["evidence"], may: ["reference"] }
}
const details = Wholeness.detailsOf(shapes)

const isWhole = (row: StepRow, out: Out): boolean => {
  const { what } = row.cells
  return Wholeness.isShaped(row, shapes[what], { details, because: `what=${what}`, out })
}

const moved = (row: StepRow, entries: ReadonlyArray<PipelineEntry>, out: Out): void => {
  const { prospect, what, stage: word = "", reason = "", evidence, on } = row.cells
  const to = PipelineWords.stage(word, entries)
  if (Result.isFailure(to)) out.refuse(row, "stage", to.failure)
  else if (what === "advance") {
    out.add(row, given({ _tag: "AdvanceProspect", prospect, to: to.success, evidence, on }))
  } else out.add(row, { _tag: "RegressProspect", prospect, to: to.success, reason, on })
}

const lost = (row: StepRow, entries: ReadonlyArray<PipelineEntry>, out: Out): void => {
  const { prospect, exit: word = "", reason: said, on } = row.cells
  const exit = PipelineWords.exit(word, entries)
  if (Result.isFailure(exit)) {
    out.refuse(row, "exit", exit.failure)
    return
  }
  if (said === undefined) {
    const allowed = PipelineWords.reasonsOf(exit.success, entries)
    out.refuse(row, "reason", new RecruitmentError.ExitReasonMissing({ prospect, exit: exit.success, allowed }))
    return
  }
  const reason = PipelineWords.reason(said, exit.success, entries)
  if (Result.isFailure(reason)) out.refuse(row, "reason", reason.failure)
  else out.add(row, { _tag: "LoseProspect", prospect, exit: exit.success, reason: reason.success, on })
}

type Recording = (row: StepRow, entries: ReadonlyArray<PipelineEntry>, out: Out) => void

const records: { readonly [K in RecruitmentForm.Happening]: Recording } = {
  advance: moved,
  regress: moved,
  lose: lost,
  park: (row, _entries, out) => {
    const { prospect, reason = "", until, on } = row.cells
    if (!out.isOrderly(row, "until", on, until)) return
    out.add(row, given({ _tag: "ParkProspect", prospect, reason, until, on }))
  },
  resume: (row, _entries, out) => {
    const { prospect, on } = row.cells
    out.add(row, { _tag: "ResumeProspect", prospect, on })
  },
  win: (row, _entries, out) => {
    const { prospect, tenant, evidence, on } = row.cells
    out.add(row, given({ _tag: "WinProspect", prospect, tenant, evidence, on }))
  },
  reopen: (row, _entries, out) => {
    const { prospect, reason = "", on } = row.cells
    out.add(row, { _tag: "ReopenProspect", prospect, reason, on })
  },
  file: (row, _entries, out) => {
    const { prospect, evidence = [], reference, on } = row.cells
    for (const paper of evidence) {
      out.add(row, given({ _tag: "FileEvidence", prospect, evidence: paper, reference, on }))
    }
  }
}

const steps = define({
  file: "prospect-steps.csv",
  names: { zh: "线索进展", en: "Steps of prospects" },
  about: {
    zh: "线索经过了哪些阶段、何时退回、搁置、退出或达成，每一步一行。阶段、退出方式和原因以流程为准。",
    en: "Through which stages prospects went, and when they went back, were parked, went out or were won: one step a row. Stages, ways out and reasons are those of the pipeline."
  },
  columns,
  commands: (row, out) => {
    const entries = PipelineWords.entriesFor(row.cells.prospect, out.context, out.surroundings)
    if (isWhole(row, out) && entries !== undefined) records[row.cells.what](row, entries, out)
  }
})

/** The file about what became of prospects. */
export const prospectStepSheets = [steps]
