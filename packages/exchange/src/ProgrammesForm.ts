import { TimeWindow } from "@louyu/kernel"
import {
  type ActivityCommand,
  ActivityForms,
  type Benefit,
  ClassCommand,
  Code,
  type CoManagementCommand,
  type PairingCommand,
  type Recurrence,
  type WishCommand
} from "@louyu/programmes"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as DomainForm from "./DomainForm.ts"
import { ActivityFormUnlisted, CriterionUnknown, HoursOfDayInvalid, ListRepeats, PairInvalid } from "./ExchangeError.ts"
import { choice, type Form, id, list, percent, type Reading, reference as referenceTo } from "./Form.ts"
import * as Stretch from "./Stretch.ts"
import * as Suggestion from "./Suggestion.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a programme. */
export const programme = id(Code.ProgrammeId)
/** The id of a service project within its programme, or of a practical project within its annual list. */
export const project = id(Code.ProjectId)
/** The id of a series of activities. */
export const series = id(Code.SeriesId)
/** The id of an activity. */
export const activity = id(Code.ActivityId)
/** The id of a work line. */
export const workLine = id(Code.WorkLineId)
/** The id of a volunteer team within its place. */
export const team = id(Code.TeamId)
/** The id of a micro-wish. */
export const wish = id(Code.WishId)
/** The id of a pact. */
export const pact = id(Code.PactId)
/** The id of a pairing. */
export const pairing = id(Code.PairingId)
/** The id of a co-management pact. */
export const coManagement = id(Code.CoManagementId)
/** The id of a childcare class. */
export const childcareClass = id(Code.ClassId)
/** A short word of the city's own. */
export const word = id(Code.Code)
/** Several short words of the city's own. */
export const codes = list(word)
/** The id of something that is kept elsewhere. */
export const reference = referenceTo(Code.Reference)

/** The id of a child: it tells nothing, and what stands in the cell is never repeated. */
export const child: Form<ClassCommand.ChildId> = {
  names: {
    zh: "儿童的编号（拉丁字母和数字，至少一个数字；不得填写姓名、证件号）",
    en: "the id of a child: Latin letters and at least one digit, never a name or an official number"
  },
  read: id(ClassCommand.ChildId).read
}

/** What tells two enrolments of a day apart: it stays beside the child, and so is no more of a name than the child's id. */
export const enrolmentRequest: Form<ClassCommand.EnrolmentRequest> = {
  names: {
    zh: "次序（拉丁字母和数字，至少一个数字），如 2",
    en: "Latin letters and digits, at least one digit, such as 2"
  },
  read: id(ClassCommand.EnrolmentRequest).read
}

/** For whom an activity is. */
export const audience = choice(
  Vocabulary.of<ActivityCommand.Audience>(
    ["enterprises", "企业"],
    ["staff", "职工", "员工"],
    ["members", "党员"],
    ["community", "社区", "居民"],
    ["public", "公众", "社会公众"]
  )
)
/** What becomes of a date that is a day off. */
export const offDays = choice(
  Vocabulary.of<Recurrence.OffDays>(
    ["keep", "照常"],
    ["skip", "取消", "不办"],
    ["next", "顺延", "后延"],
    ["previous", "提前"]
  )
)
/** The line a party of a pairing belongs to. */
export const line = choice(
  Vocabulary.of<PairingCommand.Line>(
    ["building", "楼宇"],
    ["community", "社区"],
    ["rural", "农村", "村"],
    ["residentUnit", "驻区单位", "resident unit"],
    ["industry", "行业"]
  )
)
/** What a party of a pairing brings in. */
export const commitmentKind = choice(
  Vocabulary.of<PairingCommand.Commitment["kind"]>(["fund", "资金"], ["venue", "场地"], ["talent", "人才"])
)
/** The kinds of parties that manage something together. */
export const partyKind = choice(
  Vocabulary.of<CoManagementCommand.PartyKind>(
    ["building", "楼宇"],
    ["street", "街道"],
    ["community", "社区"],
    ["socialOrganisation", "社会组织", "social organisation"]
  )
)
/** When in the year a class is held. */
export const season = choice(
  Vocabulary.of<(typeof ClassCommand.OpenClass.Type)["season"]>(
    ["summer", "暑期", "暑假"],
    ["winter", "寒假", "寒期"],
    ["term", "学期", "平时"]
  )
)
/** A band of ages. */
export const band = choice(
  Vocabulary.of<ClassCommand.AgeBand>(
    ["3-5", "3至5岁", "3-5岁"],
    ["6-8", "6至8岁", "6-8岁"],
    ["9-11", "9至11岁", "9-11岁"],
    ["12-14", "12至14岁", "12-14岁"]
  )
)
/** Several bands of ages. */
export const bands = list(band)

const forms = Vocabulary.make(ActivityForms.common.map(({ form: id, names }) => ({ id, names })))
const formNames = forms.words.flatMap(({ id, names }) => [id, names.zh])

/** A form of activities, by id or name; a city may have others of its own. */
export const form: Form<string> = {
  names: { zh: "活动形式的编号或名称，可自定", en: "the id or name of a form of activities, or one of the city's own" },
  read: (cell, context) => {
    const found = forms.find(cell)
    return found === undefined ? word.read(cell, context) : Result.succeed(found)
  },
  doubts: (cell) => {
    const nearest = forms.find(cell) === undefined ? Suggestion.nearest(cell, formNames) : []
    return nearest.length === 0 ? [] : [new ActivityFormUnlisted({ form: cell.slice(0, 60), nearest })]
  }
}

const isWindow = Schema.is(TimeWindow.TimeWindow)

/** Times of one day: `12:00-13:00`. */
export const hours: Form<TimeWindow.TimeWindow> = {
  names: { zh: "起止时刻，如 12:00-13:00", en: "times of the day such as 12:00-13:00" },
  read: (cell) => {
    const window = Stretch.read(cell)
    return isWindow(window) ? Result.succeed(window) : Result.fail(new HoursOfDayInvalid({}))
  }
}

/** A unit, or a volunteer team of a place. */
export type UnitOrTeam = Exclude<WishCommand.Claimant, { readonly person: unknown }>

/** A unit, or a volunteer team of a place: `u-1` or `u-1=youth`. */
export const unitOrTeam: Form<UnitOrTeam> = {
  names: { zh: "单元编号；志愿服务队写成 单元=队伍", en: "the id of a unit; of a volunteer team `place=team`" },
  read: (cell, context) => {
    const [place = "", named, ...more] = cell.split(/[=＝]/u).map((part) => part.trim())
    const unit = DomainForm.unit.read(place, context)
    if (Result.isFailure(unit)) return Result.fail(unit.failure)
    if (named === undefined) return Result.succeed({ unit: unit.success })
    if (more.length > 0) return Result.fail(new PairInvalid({}))
    return Result.map(team.read(named, context), (id) => ({ place: unit.success, team: id }))
  }
}

const isCode = Schema.is(Code.Code)

const criterion: Form<string> = {
  names: { zh: "评分项的编号或名称", en: "the id or name of a criterion" },
  read: (cell, { criteria }) => {
    const found = criteria === undefined ? cell : criteria.find(cell)
    if (isCode(found)) return Result.succeed(found)
    const known = criteria === undefined ? [] : Vocabulary.names(criteria)
    return Result.fail(new CriterionUnknown({ criterion: cell.slice(0, 60), known }))
  }
}

/** Marks by the criteria of benefit: `受益面=80; lasting=60`. */
export const marks: Form<readonly [Benefit.Mark, ...Array<Benefit.Mark>]> = {
  names: {
    zh: "评分项=分数（0 至 100）；多项以分号分隔",
    en: "criterion=mark from 0 to 100, several separated by semicolons"
  },
  read: (cell, context) => {
    const found: Array<Benefit.Mark> = []
    for (const [name, points] of DomainForm.pairs(cell) ?? []) {
      const of: Reading<string> = criterion.read(name, context)
      if (Result.isFailure(of)) return Result.fail(of.failure)
      const mark = percent.read(points, context)
      if (Result.isFailure(mark)) return Result.fail(mark.failure)
      if (found.some((one) => one.criterion === of.success)) return Result.fail(new ListRepeats({ item: name }))
      found.push({ criterion: of.success, mark: mark.success })
    }
    const [first, ...more] = found
    return first === undefined ? Result.fail(new PairInvalid({})) : Result.succeed([first, ...more])
  }
}
