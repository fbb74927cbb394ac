import type { ClassCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { from, optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const id = required(ProgrammesForm.childcareClass, "托管班", ["托管班的编号", "the class"], {
  also: ["托管班编号", "班级"]
})

const columns = {
  class: id,
  name: required(wording(200), "名称", ["名称", "what it is called"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  place: required(Domain.unit, "地点", ["设在哪个单元", "the unit where it is held"]),
  season: required(ProgrammesForm.season, "时期", ["暑期、寒期或学期", "summer, winter or term"]),
  bands: required(ProgrammesForm.bands, "年龄段", ["招收哪些年龄段", "the ages it takes"]),
  capacity: required(Form.count(1), "名额", ["有多少名额", "how many places there are"]),
  waiting: optional(Form.count(), "候补名额", [
    "多少人可以候补；空则不限，0 则没有候补",
    "how many may wait for a place; where empty, no limit, 0 for none"
  ]),
  course: optional(ProgrammesForm.word, "课程", [
    "课程的编号；多门课程各写一行，同一托管班的各行是一个班",
    "a course; a row for each, rows of one class are one class"
  ]),
  courseName: optional(wording(200), "课程名称", ["课程叫什么", "what the course is called"]),
  courseNameEn: optional(wording(200), "课程英文名称", ["英文名称", "the same in English"]),
  courseCapacity: optional(Form.count(1), "课程名额", [
    "该课程有多少名额；空则全班皆可",
    "how many places the course has; where empty, one for every child of the class"
  ]),
  committee: optional(Domain.unit, "委员会", [
    "落实哪个委员会的实事；年度和实事项目须同时填",
    "the committee whose practical project it is, together with year and project"
  ]),
  year: optional(EconomyForm.year, "年度", ["该实事的年度", "the year of that project"]),
  project: optional(ProgrammesForm.project, "实事项目", ["该实事的编号", "the id of that project"]),
  coManagement: optional(ProgrammesForm.coManagement, "共管", ["依据哪个共管协议", "the co-management pact behind it"]),
  from: from("开班日期", "its first day"),
  to: required(Form.date, "截止日期", ["结束日期（不含当日）", "the first day without it"]),
  on: optional(Form.date, "报名开始日期", [
    "从何时可以报名；空则为开班日期",
    "the first day to enrol; where empty, its first day"
  ])
}

type ClassRow = Row<typeof columns>
type Rows = readonly [ClassRow, ...ReadonlyArray<ClassRow>]
type Out = Output<typeof columns>

// What has no meaning without something else.
const needs = [
  ["course", "courseName"],
  ["courseName", "course"],
  ["courseNameEn", "course"],
  ["courseCapacity", "course"],
  ["committee", "year"],
  ["year", "project"],
  ["project", "committee"]
] as const

const courseOf = ({ cells }: ClassRow): ReadonlyArray<ClassCommand.Course> => {
  const { course, courseName: name, courseNameEn: nameEn, courseCapacity: capacity } = cells
  return course === undefined || name === undefined
    ? []
    : [given({ course, names: nameOf({ name, nameEn }), capacity })]
}

const promiseOf = ({
  cells: { committee, year, project }
}: ClassRow): (typeof ClassCommand.OpenClass.Type)["practicalProject"] =>
  committee === undefined || year === undefined || project === undefined ? undefined : { committee, year, project }

const opened = (rows: Rows, out: Out): void => {
  const [first] = rows
  const {
    class: named,
    place,
    season,
    bands,
    capacity,
    waiting,
    coManagement,
    from: start,
    to,
    on = start
  } = first.cells
  const room = given({ capacity, waiting })
  const courses = rows.flatMap(courseOf)
  const said = { place, season, courses, bands, room, practicalProject: promiseOf(first), coManagement }
  out.add(first, given({ _tag: "OpenClass", class: named, names: nameOf(first.cells), ...said, from: start, to, on }))
}

const same = [
  "name",
  "nameEn",
  "place",
  "season",
  "bands",
  "capacity",
  "waiting",
  "committee",
  "year",
  "project",
  "coManagement",
  "from",
  "to",
  "on"
] as const

const classes = defineGrouped({
  file: "childcare-classes.csv",
  names: { zh: "托管班", en: "Childcare classes" },
  about: {
    zh: "假期或学期的托管班，每个一行；有课程的每门课程一行。报名写在 enrolments.csv，名额变更写在 class-sizes.csv。",
    en: "Childcare classes of a season: one a row, or a row for each course. Who is enrolled stands in enrolments.csv, other numbers of places in class-sizes.csv."
  },
  columns,
  key: (cells) => cells.class,
  commands: (rows, out) => {
    const [first] = rows
    const whole = rows.map((row) => Wholeness.isWhole(row, needs, out))
    if (!agree(rows, same, out) || whole.includes(false)) return
    if (out.isOrderly(first, "to", first.cells.from, first.cells.to)) opened(rows, out)
  }
})

const sizes = define({
  file: "class-sizes.csv",
  names: { zh: "托管班名额变更", en: "Sizes of childcare classes" },
  about: {
    zh: "托管班改为多少名额，每次一行；增加时候补者依次递补。",
    en: "Classes that have another number of places: one change a row. Whoever waits is moved up."
  },
  columns: {
    class: id,
    on: required(Form.date, "日期", ["从何时起", "the day of that"]),
    capacity: required(Form.count(1), "名额", ["改为多少名额", "how many places there are from then on"])
  },
  commands: (row, out) => out.add(row, { _tag: "ResizeClass", ...row.cells })
})

const enrolmentColumns = {
  class: id,
  child: required(ProgrammesForm.child, "儿童", ["儿童的编号，不得填写姓名", "the id of the child, never a name"]),
  band: required(ProgrammesForm.band, "年龄段", ["儿童的年龄段", "the age of the child, as a band"]),
  on: required(Form.date, "报名日期", ["报名的日期", "the day of that"], { also: ["日期"] }),
  request: optional(ProgrammesForm.enrolmentRequest, "次序", [
    "同日退出后再次报名的编号，如 2；否则留空",
    "tells a second enrolment of the same day apart, such as 2; else empty"
  ]),
  courses: optional(ProgrammesForm.codes, "课程", ["选了哪些课程", "the courses that were chosen"]),
  chosen: optional(Form.date, "选课日期", [
    "何时选课；空则为报名日期",
    "the day of that; where empty, that of enrolling"
  ]),
  withdrawn: optional(Form.date, "退出日期", ["退出的日期", "the day the child was taken out"])
}

const enrolments = define({
  file: "enrolments.csv",
  names: { zh: "托管班报名", en: "Enrolments in childcare classes" },
  about: {
    zh: "哪些儿童报名、选课、退出，每次报名一行；未成年人只写编号和年龄段。同日报名的按行的先后得到名额，其后候补。",
    en: "Which children were enrolled, chose courses and were taken out: one enrolment a row, minors only by id and band of age. Of those enrolled on one day the first row gets the first place; who comes too late waits."
  },
  columns: enrolmentColumns,
  commands: (row: Row<typeof enrolmentColumns>, out: Output<typeof enrolmentColumns>) => {
    const { class: named, child, band, on, request, courses = [], chosen, withdrawn } = row.cells
    if (chosen !== undefined && courses.length === 0) return out.refuse(row, "courses", new CellMissing({}))
    const of = { class: named, child }
    out.add(row, given({ _tag: "EnrolChild", ...of, band, request, on }))
    for (const course of courses)
      out.add(row, given({ _tag: "ChooseCourse", ...of, course, request, on: chosen ?? on }))
    if (withdrawn !== undefined) out.add(row, given({ _tag: "WithdrawChild", ...of, request, on: withdrawn }))
  }
})

/** Files about childcare classes and who is enrolled in them. */
export const classSheets = [classes, sizes, enrolments]
