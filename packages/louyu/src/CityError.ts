import { Fault, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("louyu", tag)

const idNames = { tenant: "租户", actor: "操作者", person: "人员" } as const

/** The id of a tenant, actor or person does not have the form of an id. */
export class IdInvalid extends define("IdInvalid")<{ readonly field: keyof typeof idNames }>((e) => ({
  zh: `${idNames[e.field]}编号须为 1 至 128 个字母、数字或 . _ : -，并以字母或数字开头。`,
  en: `The id of the ${e.field} must be 1 to 128 letters, digits or . _ : -, beginning with a letter or digit.`
})) {}

/** What came in is not a command of any domain of this city. */
export class CommandUnknown extends define("CommandUnknown")<{
  readonly tag: string | undefined
  readonly nearest: string | undefined
}>((e) => {
  const hint =
    e.nearest === undefined ? { zh: "", en: "" } : { zh: `是否指“${e.nearest}”？`, en: ` Did you mean "${e.nearest}"?` }
  return e.tag === undefined
    ? { zh: "命令须为带 _tag 的对象，_tag 是命令名称。", en: "A command is an object whose _tag names it." }
    : { zh: `没有“${e.tag}”这一命令。${hint.zh}`, en: `There is no command "${e.tag}".${hint.en}` }
}) {}

/** A command does not have the shape it must have; every place that is wrong is listed. */
export class CommandInvalid extends define("CommandInvalid")<{
  readonly tag: string
  readonly faults: ReadonlyArray<Fault.Fault>
}>((e) => ({
  zh: `命令 ${e.tag} 有误：${Fault.line(e.faults, "zh")}。`,
  en: `Command ${e.tag} is wrong: ${Fault.line(e.faults, "en")}.`
})) {}

/** One refused command of a list. Shape: `index` counts from 0. */
export interface Refusal<out Failure = Problem.Problem> {
  readonly index: number
  readonly failure: Failure
}

/** Some commands of a list were refused, so none was carried out. */
export class CommandsRefused<Failure extends Problem.Problem = Problem.Problem> extends define("CommandsRefused")<{
  readonly total: number
  readonly refusals: ReadonlyArray<Refusal>
}>((e) => {
  const first = e.refusals[0]
  const why = first?.failure.text
  return {
    zh: `${e.total} 条命令中有 ${e.refusals.length} 条被拒绝，未写入任何内容。首个（第 ${(first?.index ?? 0) + 1} 条）：${why?.zh ?? ""}`,
    en: `${e.refusals.length} of ${e.total} commands were refused and nothing was written. The first (number ${(first?.index ?? 0) + 1}): ${why?.en ?? ""}`
  }
}) {
  declare readonly refusals: ReadonlyArray<Refusal<Failure>>
}

/** An expected version speaks of one stream, and the commands belong to several. */
export class StreamsMixed extends define("StreamsMixed")<{ readonly streams: ReadonlyArray<string> }>((e) => ({
  zh: `expectedVersion 只能针对一个数据流，这批命令属于 ${e.streams.slice(0, 5).join("、")}；请去掉它，或分批提交。`,
  en: `An expected version speaks of one stream, these commands belong to ${e.streams.slice(0, 5).join(", ")}; leave it out, or send them apart.`
})) {}

/** The log holds an event of a type this release does not know. */
export class EventTypeUnknown extends define("EventTypeUnknown")<{
  readonly stream: string
  readonly version: number
  readonly type: string
}>((e) => ({
  zh: `数据流 ${e.stream} 第 ${e.version} 个事件的类型 ${e.type} 无法识别；请升级程序。`,
  en: `Event ${e.version} of stream ${e.stream} is of unknown type ${e.type}; upgrade the program.`
})) {}

/** The log holds an event in a shape newer than this release. */
export class EventTooNew extends define("EventTooNew")<{
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly supported: number
}>((e) => ({
  zh: `数据流 ${e.stream} 第 ${e.version} 个事件（${e.type}）为第 ${e.schemaVersion} 版格式，本程序最高支持第 ${e.supported} 版；请升级程序。`,
  en: `Event ${e.version} of stream ${e.stream} (${e.type}) has shape ${e.schemaVersion}, this release reads up to ${e.supported}; upgrade the program.`
})) {}

/** The log holds an event whose contents do not have the shape they must have. */
export class EventUnreadable extends define("EventUnreadable")<{
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly faults: ReadonlyArray<Fault.Fault>
}>((e) => ({
  zh: `数据流 ${e.stream} 第 ${e.version} 个事件（${e.type}）无法读取：${Fault.line(e.faults, "zh")}；请从备份恢复。`,
  en: `Event ${e.version} of stream ${e.stream} (${e.type}) cannot be read: ${Fault.line(e.faults, "en")}; restore a backup.`
})) {}

/** An event of a stream is missing from the log. */
export class StreamBroken extends define("StreamBroken")<{
  readonly stream: string
  readonly expected: number
  readonly found: number
}>((e) => ({
  zh: `数据流 ${e.stream} 缺少第 ${e.expected} 个事件（读到第 ${e.found} 个）；请从备份恢复。`,
  en: `Stream ${e.stream} lacks event ${e.expected} (found ${e.found}); restore a backup.`
})) {}

/** Nothing says which profile the city has: it never adopted one, and none was given. */
export class ProfileMissing extends define("ProfileMissing")<{ readonly tenant: string }>((e) => ({
  zh: `租户 ${e.tenant} 尚无数据，也未指定城市配置；请先载入城市文件夹，或在打开时给出配置。`,
  en: `Tenant ${e.tenant} has no data and no profile was given; load a city folder first, or give a profile when opening.`
})) {}

/** The city adopted a newer version of its profile already. */
export class ProfileOutdated extends define("ProfileOutdated")<{
  readonly profile: string
  readonly version: number
  readonly adopted: number
}>((e) => ({
  zh: `城市配置 ${e.profile} 第 ${e.version} 版已过时，本市已采用第 ${e.adopted} 版；请更新配置。`,
  en: `Version ${e.version} of profile ${e.profile} is out of date, the city adopted version ${e.adopted}; update the profile.`
})) {}

/** A profile has other contents than when the city adopted it, and yet the same version. */
export class ProfileAltered extends define("ProfileAltered")<{ readonly profile: string; readonly version: number }>(
  (e) => ({
    zh: `城市配置 ${e.profile} 的内容与已采用的第 ${e.version} 版不同；修改配置时请提高版本号。`,
    en: `Profile ${e.profile} differs from the version ${e.version} the city adopted; raise its version when you change it.`
  })
) {}

/** The city lives by another profile. */
export class ProfileForeign extends define("ProfileForeign")<{ readonly profile: string; readonly adopted: string }>(
  (e) => ({
    zh: `本市采用的城市配置是 ${e.adopted}，不是 ${e.profile}；请使用 ${e.adopted}，或换一个租户。`,
    en: `The city lives by profile ${e.adopted}, not ${e.profile}; use ${e.adopted}, or another tenant.`
  })
) {}

/** A profile contradicts itself. Shape: `problems` are what `Profile.validate` found. */
export class ProfileUnsound extends define("ProfileUnsound")<{
  readonly profile: string
  readonly problems: ReadonlyArray<Problem.Problem>
}>((e) => ({
  zh: `城市配置 ${e.profile} 有 ${e.problems.length} 处自相矛盾：${e.problems[0]?.text.zh ?? ""}`,
  en: `Profile ${e.profile} contradicts itself in ${e.problems.length} places: ${e.problems[0]?.text.en ?? ""}`
})) {}

/** Why a city cannot live by a profile. */
export type ProfileRefusal = ProfileMissing | ProfileOutdated | ProfileAltered | ProfileForeign | ProfileUnsound

/** Nobody gave the calendar of working days that the profile names. */
export class CalendarMissing extends define("CalendarMissing")<{
  readonly calendar: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `没有名为“${e.calendar}”的工作日历，可用：${e.known.join("、")}；请在打开城市时通过 calendars 提供。`,
  en: `There is no calendar "${e.calendar}"; there are: ${e.known.join(", ")}. Give it in calendars when opening the city.`
})) {}

/** The city was closed; open it again. */
export class CityClosed extends define("CityClosed")<{ readonly tenant: string }>((e) => ({
  zh: `城市 ${e.tenant} 已关闭，请重新打开。`,
  en: `City ${e.tenant} is closed; open it again.`
})) {}

/** Every way in which the log can turn out not to be readable. */
export type LogError = EventTypeUnknown | EventTooNew | EventUnreadable | StreamBroken
