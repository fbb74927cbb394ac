import * as Result from "effect/Result"
import { from, optional, required } from "../Column.ts"
import * as Form from "../Form.ts"
import { define } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import * as StationWords from "../StationWords.ts"

const station = required(StationForm.station, "站点", ["站点的编号", "the station"], { also: ["站点编号"] })
const several = Form.list(Form.label(100))

const labels = define({
  file: "station-labels.csv",
  names: { zh: "站点标签", en: "Labels of stations" },
  about: {
    zh: "站点从何时起代表一组标签中的哪些，如三个平台、“六最”，每组一行。",
    en: "For which labels of a set a station stands from a day on, a row for each set."
  },
  columns: {
    station,
    set: required(StationForm.labelSet, "标签组", ["哪一组标签", "the set of labels"]),
    labels: optional(several, "标签", [
      "该组标签的编号或名称，多项以分号分隔；空则都不是",
      "labels of the set by id or name, several separated by semicolons; where empty, none"
    ]),
    from: from("从何时起", "the day from which it does")
  },
  commands: (row, out) => {
    const { station: id, set, labels: words = [], from: begin } = row.cells
    const found = StationWords.findAll("label", set, words, out.context)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(row, "labels", found.failure)
    out.add(row, { _tag: "LabelStation", station: id, set, labels: found.success, from: begin })
  }
})

const assessments = define({
  file: "assessments.csv",
  names: { zh: "站点评估", en: "Assessments of stations" },
  about: {
    zh: "站点某日符合一项标准（如“六有”）的哪些条目，每次一行。",
    en: "Which criteria of a standard, such as the six haves, a station met on a day: one assessment a row."
  },
  columns: {
    station,
    standard: required(StationForm.standard, "标准", ["按哪项标准", "the standard"]),
    met: optional(several, "符合条目", [
      "符合的条目的编号或名称，多项以分号分隔；空则都不符合",
      "the criteria it met by id or name, several separated by semicolons; where empty, none"
    ]),
    on: required(Form.date, "日期", ["评估的日期", "the day of the assessment"])
  },
  commands: (row, out) => {
    const { station: id, standard, met: words = [], on } = row.cells
    const found = StationWords.findAll("criterion", standard, words, out.context)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(row, "met", found.failure)
    out.add(row, { _tag: "AssessStation", station: id, standard, met: found.success, on })
  }
})

/** Files about what stations stand for, and how they measure up. */
export const assessmentSheets = [labels, assessments]
