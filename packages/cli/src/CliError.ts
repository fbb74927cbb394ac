import type { Finding } from "@louyu/exchange"
import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("cli", tag)

const meant = (nearest: string | undefined) =>
  nearest === undefined ? { zh: "", en: "" } : { zh: `是否指 ${nearest}？`, en: ` Did you mean ${nearest}?` }

/** There is no such command. */
export class CommandUnknown extends define("CommandUnknown")<{
  readonly command: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `没有“${e.command}”这一命令。${meant(e.nearest).zh}运行 louyu --help 查看全部命令。`,
  en: `There is no command "${e.command}".${meant(e.nearest).en} Run louyu --help for all commands.`
})) {}

/** The command has no such option. */
export class OptionUnknown extends define("OptionUnknown")<{
  readonly command: string
  readonly option: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `${e.command} 没有选项 ${e.option}。${meant(e.nearest).zh}运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} has no option ${e.option}.${meant(e.nearest).en} Run louyu ${e.command} --help for its usage.`
})) {}

/** An option that needs a value has none, or one that takes none has one. */
export class OptionValueMisplaced extends define("OptionValueMisplaced")<{
  readonly option: string
  readonly needed: boolean
}>((e) => ({
  zh: e.needed ? `选项 ${e.option} 需要一个值。` : `选项 ${e.option} 不带值。`,
  en: e.needed ? `Option ${e.option} needs a value.` : `Option ${e.option} takes no value.`
})) {}

/** The value of an option is not of the form it must have. */
export class OptionInvalid extends define("OptionInvalid")<{
  readonly option: string
  readonly value: string
  readonly expected: { readonly zh: string; readonly en: string }
}>((e) => ({
  zh: `选项 ${e.option} 的值“${e.value}”无效，应为${e.expected.zh}。`,
  en: `The value "${e.value}" of option ${e.option} is not ${e.expected.en}.`
})) {}

/** An option that this command cannot do without is missing. */
export class OptionMissing extends define("OptionMissing")<{
  readonly command: string
  readonly options: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.command} 需要 ${e.options.join(" 或 ")}。运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} needs ${e.options.join(" or ")}. Run louyu ${e.command} --help for its usage.`
})) {}

/** Two options that exclude each other were given. */
export class OptionsClash extends define("OptionsClash")<{ readonly options: ReadonlyArray<string> }>((e) => ({
  zh: `${e.options.join(" 与 ")} 不能同时使用。`,
  en: `${e.options.join(" and ")} cannot be used together.`
})) {}

/** An argument is missing. */
export class ArgumentMissing extends define("ArgumentMissing")<{
  readonly command: string
  readonly argument: string
}>((e) => ({
  zh: `${e.command} 缺少参数 <${e.argument}>。运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} lacks its argument <${e.argument}>. Run louyu ${e.command} --help for its usage.`
})) {}

/** There is one argument too many. */
export class ArgumentUnexpected extends define("ArgumentUnexpected")<{
  readonly command: string
  readonly argument: string
}>((e) => ({
  zh: `${e.command} 不接受参数“${e.argument}”。含空格的参数请加引号。`,
  en: `${e.command} takes no argument "${e.argument}". Put arguments with blanks in quotes.`
})) {}

/** The store does not say which tenant is meant. */
export class TenantMissing extends define("TenantMissing")<{
  readonly store: string
  readonly tenants: ReadonlyArray<string>
}>((e) =>
  e.tenants.length === 0
    ? {
        zh: `存储 ${e.store} 中尚无数据，请先用 louyu load 载入。`,
        en: `Store ${e.store} is empty; load a city folder first.`
      }
    : {
        zh: `存储 ${e.store} 中有多个租户，请用 --tenant 指定：${e.tenants.join("、")}。`,
        en: `Store ${e.store} holds several tenants; choose one with --tenant: ${e.tenants.join(", ")}.`
      }
) {}

/** A file or folder cannot be read or written. Shape: `reason` is the code of the operating system. */
export class FileUnusable extends define("FileUnusable")<{
  readonly path: string
  readonly action: "read" | "write"
  readonly reason: string
}>((e) => {
  const missing = e.reason === "ENOENT"
  return {
    zh: missing
      ? `找不到 ${e.path}，请检查路径。`
      : `无法${e.action === "read" ? "读取" : "写入"} ${e.path}（${e.reason}），请检查路径与权限。`,
    en: missing
      ? `There is no ${e.path}; check the path.`
      : `${e.path} cannot be ${e.action === "read" ? "read" : "written"} (${e.reason}); check path and permissions.`
  }
}) {}

/** The folder for a new city holds files already. */
export class FolderOccupied extends define("FolderOccupied")<{ readonly folder: string }>((e) => ({
  zh: `文件夹 ${e.folder} 非空，未作改动；请换一个名称。`,
  en: `Folder ${e.folder} is not empty and was left as it is; choose another name.`
})) {}

/** A city folder has errors, so nothing can be asked of it. */
export class FolderUnsound extends define("FolderUnsound")<{
  readonly folder: string
  readonly errors: number
  readonly findings: ReadonlyArray<Finding.Finding>
}>((e) => ({
  zh: `文件夹 ${e.folder} 有 ${e.errors} 处错误，请先运行 louyu check ${e.folder}。`,
  en: `Folder ${e.folder} has ${e.errors} errors; run louyu check ${e.folder} first.`
})) {}

/** No unit of this id exists on the date. */
export class UnitUnknown extends define("UnitUnknown")<{
  readonly unit: string
  readonly on: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `${e.on} 没有编号为“${e.unit}”的单元。${meant(e.nearest).zh}用 louyu search 查找编号。`,
  en: `There is no unit "${e.unit}" on ${e.on}.${meant(e.nearest).en} Find ids with louyu search.`
})) {}

/** Names were asked for where the trace of reading them cannot be kept. */
export class TraceUnkept extends define("TraceUnkept")<{ readonly folder: string }>((e) => ({
  zh: `读取姓名须留痕，而文件夹 ${e.folder} 无处留痕；请先用 louyu load 载入存储，再用 --store 查询。`,
  en: `Reading names leaves a trace, and folder ${e.folder} cannot keep it; load it into a store and ask that with --store.`
})) {}

/** The work was ended by a signal. */
export class Interrupted extends define("Interrupted")<{ readonly recorded: boolean }>((e) =>
  e.recorded
    ? { zh: "已中断；全部内容此前已写入。", en: "Interrupted; everything had been written before." }
    : { zh: "已中断，未写入任何内容。", en: "Interrupted; nothing was written." }
) {}

/** No delivery, or more than one, goes by what was given. */
export class DeliveryNotKnown extends define("DeliveryNotKnown")<{ readonly key: string; readonly found: number }>(
  (e) => ({
    zh:
      e.found > 1
        ? `简码“${e.key}”对应 ${e.found} 条通知，请给出完整编号（louyu deliveries 可查）。`
        : `没有编号为“${e.key}”的通知，请用 louyu deliveries 查看。`,
    en:
      e.found > 1
        ? `${e.found} deliveries share the reference "${e.key}"; give the whole key, which louyu deliveries shows.`
        : `There is no delivery "${e.key}"; louyu deliveries lists them.`
  })
) {}

/** There is no such need. */
export class NeedUnknown extends define("NeedUnknown")<{ readonly need: string }>((e) => ({
  zh: `没有需求“${e.need}”，请检查编号；运行 louyu match 查看未满足的需求。`,
  en: `There is no need "${e.need}"; check the id, or run louyu match for the needs that are open.`
})) {}

/** No such pipeline is in force. */
export class PipelineUnknown extends define("PipelineUnknown")<{
  readonly pipeline: string
  readonly known: ReadonlyArray<string>
  readonly on: string
}>((e) =>
  e.known.length === 0
    ? {
        zh: `${e.on} 尚未实行任何流程，请先填写 pipelines.csv。`,
        en: `No pipeline is in force on ${e.on}; fill in pipelines.csv first.`
      }
    : {
        zh: `${e.on} 没有流程“${e.pipeline}”；可选：${e.known.join("、")}。`,
        en: `There is no pipeline "${e.pipeline}" on ${e.on}; there are: ${e.known.join(", ")}.`
      }
) {}

/** There is no such case. */
export class CaseUnknown extends define("CaseUnknown")<{
  readonly case: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `没有案件“${e.case}”。${meant(e.nearest).zh}运行 louyu cases 查看全部案件。`,
  en: `There is no case "${e.case}".${meant(e.nearest).en} Run louyu cases for all of them.`
})) {}

/** No flow of this id is among the settings of the city. */
export class FlowUnknown extends define("FlowUnknown")<{
  readonly flow: string
  readonly known: ReadonlyArray<string>
}>((e) =>
  e.known.length === 0
    ? {
        zh: "本城市的配置中没有任何办事流程，请先在配置中写明。",
        en: "The profile of the city has no flow for cases; put one into it first."
      }
    : {
        zh: `没有流程“${e.flow}”；可选：${e.known.join("、")}。`,
        en: `There is no flow "${e.flow}"; there are: ${e.known.join(", ")}.`
      }
) {}

/** No meeting, or one of several bodies, goes by this id. Shape: `bodies` that have such a meeting. */
export class MeetingUnknown extends define("MeetingUnknown")<{
  readonly meeting: string
  readonly bodies: ReadonlyArray<string>
  readonly nearest: string | undefined
}>((e) => {
  const ways = e.bodies.map((body) => `${body}/${e.meeting}`)
  return ways.length === 0
    ? {
        zh: `没有会议“${e.meeting}”。${meant(e.nearest).zh}运行 louyu meeting 查看全部会议。`,
        en: `There is no meeting "${e.meeting}".${meant(e.nearest).en} Run louyu meeting for all of them.`
      }
    : {
        zh: `有多个机构开过会议“${e.meeting}”，请写明是哪一个：${ways.join("、")}。`,
        en: `Several bodies have a meeting "${e.meeting}"; say which: ${ways.join(", ")}.`
      }
}) {}

/** The minutes of a meeting were asked for that nobody came to. */
export class MinutesMissing extends define("MinutesMissing")<{ readonly meeting: string }>((e) => ({
  zh: `会议 ${e.meeting} 没有到会记录，因此没有纪要。`,
  en: `Nobody is recorded as having come to meeting ${e.meeting}, so there are no minutes.`
})) {}

/** There is no such whistle. */
export class WhistleUnknown extends define("WhistleUnknown")<{
  readonly whistle: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `没有吹哨“${e.whistle}”。${meant(e.nearest).zh}运行 louyu whistle 查看全部。`,
  en: `There is no whistle "${e.whistle}".${meant(e.nearest).en} Run louyu whistle for all of them.`
})) {}

/** No station, facility or unit goes by this id on the date. */
export class StationUnknown extends define("StationUnknown")<{
  readonly station: string
  readonly on: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `${e.on} 没有编号为“${e.station}”的站点、设施或单元。${meant(e.nearest).zh}运行 louyu stations 查看全部站点。`,
  en: `There is no station, facility or unit "${e.station}" on ${e.on}.${meant(e.nearest).en} Run louyu stations for all stations.`
})) {}

/** An id that should name a station names something else. */
export class StationExpected extends define("StationExpected")<{
  readonly named: string
  readonly is: "unit" | "facility"
}>((e) =>
  e.is === "unit"
    ? {
        zh: `“${e.named}”是单元，不是站点；运行 louyu stations ${e.named} 查看那里的站点。`,
        en: `"${e.named}" is a unit, not a station; run louyu stations ${e.named} for the stations there.`
      }
    : {
        zh: `“${e.named}”是设施，不是站点；运行 louyu stations 查看全部站点。`,
        en: `"${e.named}" is a facility, not a station; run louyu stations for all stations.`
      }
) {}

/** There is no such roster. */
export class RosterUnknown extends define("RosterUnknown")<{
  readonly roster: string
  readonly nearest: string | undefined
  readonly known: ReadonlyArray<string>
}>((e) =>
  e.known.length === 0
    ? {
        zh: "还没有任何值班轮值表，请先登记轮值方案。",
        en: "There is no duty roster yet; record the plan of one first."
      }
    : {
        zh: `没有轮值表“${e.roster}”。${meant(e.nearest).zh}现有：${e.known.join("、")}。`,
        en: `There is no roster "${e.roster}".${meant(e.nearest).en} There are: ${e.known.join(", ")}.`
      }
) {}
