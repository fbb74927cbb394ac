import { CivilDate, type Identifier, KernelError } from "@louyu/kernel"
import { RoleError } from "@louyu/roles"
import * as Result from "effect/Result"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { SchemeGap } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as Mapping from "../Mapping.ts"
import type { SchemeEntry } from "../RoleBook.ts"
import * as RoleForm from "../RoleForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"

const columns = {
  roster: required(
    Domain.unit,
    "名册",
    ["实行此方案的楼宇、党委等", "the building, committee or cluster it holds in"],
    {
      also: ["编号", "单元", "单元编号"]
    }
  ),
  scheme: required(RoleForm.scheme, "方案", ["实行的方案", "the scheme"]),
  version: optional(Form.count(1), "版本", ["空则为最新版本", "where empty, the newest"]),
  mapping: optional(Form.label(2000), "岗位衔接", [
    "旧岗位>新岗位，不再保留的写成“旧岗位>”，多项以分号分隔；未提到的，同编号的岗位自动沿用",
    "old role>new role, `old role>` for one that ends, several separated by semicolons; roles not mentioned go on under the same code"
  ]),
  from: from("实行日期", "the day it came into force"),
  to: to(
    "停止实行的日期；被新方案接替时可留空",
    "the day it went out of force; may be empty where the next one replaces it"
  )
}

type SchemeRow = Row<typeof columns>
type Out = Output<typeof columns>

interface Dated {
  readonly row: SchemeRow
  readonly entry: SchemeEntry
  readonly version: number
}

const versionOf = (row: SchemeRow, { versions, id }: SchemeEntry, out: Out): number | undefined => {
  const version = row.cells.version ?? versions[0] ?? 1
  if (versions.includes(version)) return version
  const known = versions.map((one) => `${id} ${one}`)
  out.refuse(row, "version", new RoleError.SchemeUnknown({ scheme: id, version, known }))
  return undefined
}

/** The scheme that gives way to one: that of the row before it, or what is in force elsewhere; none when it is the first. */
const before = (
  { row: { cells }, entry }: Dated,
  previous: Dated | undefined,
  roster: Identifier.UnitId,
  { context, surroundings }: Out
): ReadonlyArray<SchemeEntry> => {
  if (previous !== undefined) return [previous.entry]
  const { roles } = context
  const dayBefore = CivilDate.addDays(cells.from, -1)
  const known = surroundings()
    .inForce(roster, dayBefore)
    .flatMap((id) => roles?.entry(id) ?? [])
    .filter(({ layer }) => layer === entry.layer)
  return known.length > 0 ? known : (roles?.entries ?? []).filter(({ layer }) => layer === entry.layer)
}

/** Where a row ends although another one of its layer follows: at once, before the next begins, or after that. */
const fits = ({ row }: Dated, next: Dated | undefined, out: Out): boolean => {
  const [end, begin] = [row.cells.to, next?.row.cells.from]
  if (end === undefined || begin === undefined || end === begin) return true
  const { roster } = row.cells
  out.refuse(
    row,
    "to",
    end < begin
      ? new SchemeGap({ roster, from: end, to: begin })
      : new KernelError.PeriodsOverlap({ from: begin, to: end })
  )
  return false
}

const inLayer = (dated: ReadonlyArray<Dated>, out: Out): void => {
  for (const [index, one] of dated.entries()) {
    const { row, entry, version } = one
    const { roster, from: begin, to: end } = row.cells
    const next = dated[index + 1]
    if (!fits(one, next, out) || !out.isOrderly(row, "to", begin, end)) continue
    const previous = dated[index - 1]
    const schemes = before(one, previous, roster, out)
    const mapping = Mapping.read(row.cells.mapping ?? "", schemes, entry)
    if (Result.isFailure(mapping)) {
      out.refuse(row, "mapping", mapping.failure)
      continue
    }
    const said = mapping.success.length === 0 ? undefined : mapping.success
    out.add(row, given({ _tag: "AdoptScheme", roster, scheme: entry.id, version, from: begin, mapping: said }))
    if (end !== undefined && next === undefined) {
      out.add(row, { _tag: "DropScheme", roster, layer: entry.layer, on: end })
    }
  }
}

const schemes = defineGrouped({
  file: "schemes.csv",
  names: { zh: "岗位方案", en: "Role schemes" },
  about: {
    zh: "楼宇、党委等实行的岗位方案（如双长四员）；同一层次的新方案自动接替旧方案。",
    en: "The role schemes in force in buildings, committees and so on; a new one of the same layer replaces the one before by itself."
  },
  columns,
  key: ({ roster }) => roster,
  commands: (rows, out) => {
    const { roles } = out.context
    const dated = rows.flatMap((row): ReadonlyArray<Dated> => {
      const entry = roles?.entry(row.cells.scheme)
      const version = entry === undefined ? undefined : versionOf(row, entry, out)
      return entry === undefined || version === undefined ? [] : [{ row, entry, version }]
    })
    const inOrder = dated.toSorted((a, b) => (a.row.cells.from < b.row.cells.from ? -1 : 1))
    for (const layer of new Set(inOrder.map(({ entry }) => entry.layer))) {
      inLayer(
        inOrder.filter(({ entry }) => entry.layer === layer),
        out
      )
    }
  }
})

/** Files about role schemes. */
export const schemeSheets = [schemes]
