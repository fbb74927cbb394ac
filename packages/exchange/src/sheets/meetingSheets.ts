import { body, meeting } from "../BodyColumns.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { define } from "../Sheet.ts"

const meetings = define({
  file: "meetings.csv",
  names: { zh: "会议", en: "Meetings" },
  about: {
    zh: "例会和临时会议，每次一行；议题写在 agenda.csv。",
    en: "Regular and extraordinary meetings, one a row. What they were about stands in agenda.csv."
  },
  columns: {
    body,
    meeting,
    date: required(Form.date, "日期", ["会议日期", "the day of the meeting"], { also: ["会议日期"] }),
    announced: optional(Form.date, "通知日期", [
      "何时定下会议，空则为会议当日；会前列入议题的须填",
      "the day it was set; where empty, the day of the meeting. Needed where matters are put on the agenda before"
    ]),
    by: optional(Domain.unit, "提议单位", ["临时会议由谁提议；例会留空", "who called it; empty of a regular meeting"]),
    matter: optional(wording(), "提议事由", [
      "为何临时开会；例会留空",
      "why it was called; empty of a regular meeting"
    ]),
    attendance: optional(Domain.units, "出席", ["出席的成员单位", "the members who came"]),
    recorded: optional(Form.date, "登记日期", [
      "何时登记出席，空则为会议当日",
      "the day attendance was recorded; where empty, the day of the meeting"
    ]),
    adjourned: optional(Form.date, "闭会日期", ["会议结束的日期", "the day it was ended"])
  },
  commands: (row, out) => {
    const {
      body: id,
      meeting: named,
      date,
      announced: on = date,
      by,
      matter,
      attendance,
      recorded,
      adjourned
    } = row.cells
    if ((by === undefined) !== (matter === undefined)) {
      return out.refuse(row, by === undefined ? "by" : "matter", new CellMissing({}))
    }
    if (recorded !== undefined && attendance === undefined) return out.refuse(row, "attendance", new CellMissing({}))
    const of = { body: id, meeting: named }
    if (by !== undefined && matter !== undefined) out.add(row, { _tag: "CallMeeting", ...of, date, by, matter, on })
    else out.add(row, { _tag: "ScheduleMeeting", ...of, date, on })
    if (attendance !== undefined) {
      out.add(row, { _tag: "RecordAttendance", ...of, units: attendance, on: recorded ?? date })
    }
    if (adjourned !== undefined) out.add(row, { _tag: "AdjournMeeting", ...of, on: adjourned })
  }
})

/** The file about meetings. */
export const meetingSheets = [meetings]
