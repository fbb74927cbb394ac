import { define, meant } from "./CliError.ts"

/** No unit of this id exists on the date. */
export class UnitUnknown extends define("UnitUnknown")<{
  readonly unit: string
  readonly on: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `${e.on} 没有编号为“${e.unit}”的单元。${meant(e.nearest).zh}用 louyu search 查找编号。`,
  en: `There is no unit "${e.unit}" on ${e.on}.${meant(e.nearest).en} Find ids with louyu search.`
})) {}

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
