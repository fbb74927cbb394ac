import type { Identifier } from "@louyu/kernel"
import { RosterCode } from "@louyu/stations"
import * as Result from "effect/Result"
import * as DomainForm from "./DomainForm.ts"
import { CellMissing, MembersBeyondTwo, ReferenceUnknown, TurnsInvalid } from "./ExchangeError.ts"
import { choice, type Form, id } from "./Form.ts"
import * as StationForm from "./StationForm.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a roster. */
export const roster = id(RosterCode.RosterId)
/** The id of a shift. */
export const shift = id(RosterCode.ShiftId)
/** The id of a theme. */
export const theme = id(RosterCode.ThemeId)

/** The id of a roster that rosters.csv drafts. */
export const drafted: Form<RosterCode.RosterId> = {
  names: { zh: "rosters.csv 中值班表的编号", en: "the id of a roster of rosters.csv" },
  read: (cell, context) =>
    Result.flatMap(roster.read(cell, context), (id) =>
      context.registry.knows("roster", id)
        ? Result.succeed(id)
        : Result.fail(new ReferenceUnknown({ sort: "roster", id, nearest: context.registry.nearest("roster", id) }))
    )
}

/** Which plan of a roster, the first being 1. */
export const plan = StationForm.between(1, 999)

/** Several plans of a roster. */
export const plans: Form<ReadonlyArray<number>> = {
  names: { zh: `${plan.names.zh}；多项以分号分隔`, en: `${plan.names.en}; several separated by semicolons` },
  read: (cell, context) => {
    const parts = cell.split(/[;；|]/u).filter((part) => part.trim() !== "")
    if (parts.length === 0) return Result.fail(new CellMissing({}))
    return Result.all(parts.map((part) => plan.read(part.trim(), context)))
  }
}

/** How many turns somebody had beyond its share, or, below zero, less. Units: hundredths of a turn. */
export const turns: Form<number> = {
  names: { zh: "次数，可为负，至多两位小数", en: "a number of turns, perhaps below zero, with at most two decimals" },
  read: (cell) => {
    const [, sign = "", whole = "", decimals = ""] =
      /^([+-]?)(\d{1,5})(?:\.(\d{1,2}))?$/u.exec(cell.normalize("NFKC").replaceAll(/\s/gu, "")) ?? []
    const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, "0"))
    if (whole === "" || hundredths > 1_000_000) return Result.fail(new TurnsInvalid({}))
    return Result.succeed(sign === "-" && hundredths > 0 ? -hundredths : hundredths)
  }
}

/** The one or two members that agreed on something. */
export const agreeing: Form<ReadonlyArray<Identifier.UnitId>> = {
  names: { zh: "一个或两个单元编号，以分号分隔", en: "the ids of one or two units, separated by semicolons" },
  read: (cell, context) =>
    Result.flatMap(DomainForm.units.read(cell, context), (members) =>
      members.length > 2 ? Result.fail(new MembersBeyondTwo({ found: members.length })) : Result.succeed(members)
    )
}

/** How long a theme lasts. */
export const rhythm = choice(Vocabulary.of<"week" | "month">(["week", "周", "每周"], ["month", "月", "每月"]))

/** What became of a duty. */
export type Happening = "swap" | "substitute" | "override" | "cancel" | "checkIn" | "missed"

/** What became of a duty, in a word. */
export const happening = choice(
  Vocabulary.of<Happening>(
    ["swap", "换班", "对调"],
    ["substitute", "替班", "代班"],
    ["override", "指定", "指派"],
    ["cancel", "取消"],
    ["checkIn", "签到", "check in"],
    ["missed", "缺岗", "未到"]
  )
)
