import type { Identifier } from "@louyu/kernel"
import type { WishCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing, OneOfNeeded, WishUnlisted } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"

const wish = required(ProgrammesForm.wish, "心愿", ["微心愿的编号", "the wish"], { also: ["心愿编号", "编号"] })

const wishes = define({
  file: "wishes.csv",
  names: { zh: "微心愿", en: "Micro-wishes" },
  about: {
    zh: "发布的微心愿，每个一行，只写类别；心愿的内容属于个人信息，不写在此。认领和完成写在 wish-claims.csv。",
    en: "Micro-wishes that were posted, one a row, only by their kind: what a wish says is about a person and does not stand here. Who claimed and fulfilled them stands in wish-claims.csv."
  },
  columns: {
    wish,
    owner: required(Domain.person, "心愿人", ["许愿人的人员编号", "the id of the person whose wish it is"]),
    kind: required(ProgrammesForm.word, "类别", [
      "本市自定的类别，如 studyLamp、陪诊",
      "a kind in the city's own words, such as studyLamp"
    ]),
    place: required(Domain.unit, "地点", ["在哪里实现", "where it is to be fulfilled"]),
    on: required(Form.date, "日期", ["发布的日期", "the day it was posted"], { also: ["发布日期"] }),
    withdrawn: optional(Form.date, "撤回日期", ["心愿人撤回的日期", "the day its owner took it back"])
  },
  commands: (row, out) => {
    const { withdrawn, ...posted } = row.cells
    const { wish: id, owner: by } = posted
    out.add(row, { _tag: "PostWish", ...posted })
    if (withdrawn !== undefined) out.add(row, { _tag: "WithdrawWish", wish: id, by, on: withdrawn })
  }
})

const who = (zh: string, person: string, [aboutZh, about]: readonly [zh: string, en: string]) =>
  [
    optional(ProgrammesForm.unitOrTeam, zh, [`${aboutZh}：单元或志愿服务队`, `${about}: a unit or a volunteer team`]),
    optional(Domain.person, person, [`${aboutZh}：个人`, `${about}: a person`])
  ] as const

const [by, byPerson] = who("认领方", "认领人", ["谁认领", "who claimed it"])
const [to, toPerson] = who("受托方", "受托人", ["委托谁代为完成", "who may fulfil it for the claimant"])
const [doneBy, doneByPerson] = who("完成方", "完成人", ["谁完成，空则为认领者", "who fulfilled it, else the claimant"])

const columns = {
  wish,
  by,
  byPerson,
  on: required(Form.date, "认领日期", ["认领的日期", "the day it was claimed"], { also: ["日期"] }),
  request: optional(ProgrammesForm.word, "次序", [
    "同日再次认领时的编号，如 2；否则留空",
    "tells a second claim of the same day apart, such as 2; else empty"
  ]),
  to,
  toPerson,
  delegated: optional(Form.date, "委托日期", ["委托的日期", "the day of that"]),
  released: optional(Form.date, "放弃日期", ["放弃认领的日期", "the day the claim was given up"]),
  reason: optional(wording(), "放弃原因", ["为何放弃", "why it was given up"]),
  fulfilled: optional(Form.date, "完成日期", ["完成的日期", "the day it was fulfilled"]),
  doneBy,
  doneByPerson,
  satisfied: optional(ListForm.yesNo, "满意", [
    "心愿人是否确认；不满意的退回认领者，再次完成另写一行",
    "whether its owner confirms that; where not, it goes back to the claimant, and a row more says when it was fulfilled again"
  ]),
  confirmed: optional(Form.date, "确认日期", ["心愿人确认的日期", "the day the owner said so"])
}

type ClaimRow = Row<typeof columns>
type Out = Output<typeof columns>

const claimant = (
  party: ProgrammesForm.UnitOrTeam | undefined,
  person: Identifier.PersonId | undefined
): WishCommand.Claimant | undefined => party ?? (person === undefined ? undefined : { person })

// What has no meaning without something else.
const needs = [
  ["delegated", "to"],
  ["to", "delegated"],
  ["reason", "released"],
  ["doneBy", "fulfilled"],
  ["satisfied", "confirmed"],
  ["confirmed", "satisfied"],
  ["confirmed", "fulfilled"]
] as const

const parties = [
  ["by", "byPerson"],
  ["to", "toPerson"],
  ["doneBy", "doneByPerson"]
] as const

const isFilled = ({ cells }: ClaimRow, column: keyof typeof columns): boolean => {
  const pair = parties.find(([one]) => one === column)
  return cells[column] !== undefined || (pair !== undefined && cells[pair[1]] !== undefined)
}

const isWhole = (row: ClaimRow, out: Out): boolean => {
  const twice = parties.filter(([one, other]) => row.cells[one] !== undefined && row.cells[other] !== undefined)
  for (const [one, other] of twice) out.refuse(row, other, new CellExcluded({ column: one }))
  const missing = new Set(needs.flatMap(([one, other]) => (isFilled(row, one) && !isFilled(row, other) ? [other] : [])))
  for (const column of missing) out.refuse(row, column, new CellMissing({}))
  const nobody = !isFilled(row, "by")
  if (nobody) out.refuse(row, "by", new OneOfNeeded({ columns: ["by", "by_person"] }))
  return twice.length === 0 && missing.size === 0 && !nobody
}

type Rows = readonly [ClaimRow, ...ReadonlyArray<ClaimRow>]

const delegated = (row: ClaimRow, claim: WishCommand.Claimant, out: Out): void => {
  const { wish: id, request, to: party, toPerson: person, delegated: on } = row.cells
  const other = claimant(party, person)
  if (other === undefined || on === undefined) return
  out.add(row, given({ _tag: "DelegateWish", wish: id, request, by: claim, to: other, on }))
}

const fulfilled = (row: ClaimRow, claim: WishCommand.Claimant, out: Out): void => {
  const { wish: id, request, fulfilled: on, doneBy: party, doneByPerson: person, satisfied, confirmed } = row.cells
  if (on === undefined) return
  out.add(row, given({ _tag: "FulfilWish", wish: id, request, by: claimant(party, person) ?? claim, on }))
  if (satisfied === undefined || confirmed === undefined) return
  const owner = out.surroundings().ownerOf(id)
  const said = { satisfied: satisfied === "yes", on: confirmed }
  if (owner === undefined) out.refuse(row, "wish", new WishUnlisted({ wish: id }))
  else out.add(row, given({ _tag: "ConfirmWish", wish: id, request, by: owner, ...said }))
}

const claimed = (rows: Rows, out: Out): void => {
  const [first] = rows
  const { wish: id, request, by: party, byPerson: person, on, released, reason } = first.cells
  const claim = claimant(party, person)
  if (claim === undefined) return
  out.add(first, given({ _tag: "ClaimWish", wish: id, request, by: claim, on }))
  for (const row of rows) delegated(row, claim, out)
  for (const row of rows) fulfilled(row, claim, out)
  if (released === undefined) return
  out.add(first, given({ _tag: "ReleaseWish", wish: id, request, by: claim, reason, on: released }))
}

const claims = defineGrouped({
  file: "wish-claims.csv",
  names: { zh: "心愿认领", en: "Claims of micro-wishes" },
  about: {
    zh: "谁认领了心愿、何时完成和确认，每次认领一行；同一时间只能有一方认领，放弃之后才能由他方认领。多次委托或完成的各写一行，同一心愿、认领者和认领日期的各行是一次认领。",
    en: "Who claimed a wish, when it was fulfilled and confirmed: a row for each claim. There is one claim at a time; another follows only after it was given up. A claim with several delegates, or fulfilled several times, has a row for each: rows of one wish, claimant and day are one claim."
  },
  columns,
  key: ({ wish: id, by: party, byPerson: person, on, request }) => JSON.stringify([id, party, person, on, request]),
  commands: (rows, out) => {
    const whole = rows.map((row) => isWhole(row, out))
    if (agree(rows, ["released", "reason"], out) && !whole.includes(false)) claimed(rows, out)
  }
})

/** Files about micro-wishes and who fulfils them. */
export const wishSheets = [wishes, claims]
