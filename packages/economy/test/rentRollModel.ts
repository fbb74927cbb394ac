import { CivilDate } from "@louyu/kernel"
import type { Tenure } from "../src/Space.ts"
import type { TenancyCommand } from "../src/TenancyCommand.ts"

/** The days of the model; the last one stands for all that come after it. */
export const span = 12
export const at = (index: number) => CivilDate.addDays(CivilDate.make("2024-02-15"), index)
const indexOf = (date: string | undefined): number =>
  date === undefined ? span + 1 : CivilDate.daysBetween(at(0), CivilDate.make(date))

export interface Taker {
  readonly lease: string
  readonly tenant: string
  readonly tenure: Tenure
  readonly shared: boolean
  readonly share: number | undefined
}

export interface Cell {
  area: number | undefined
  withdrawn: boolean
  takers: ReadonlyArray<Taker>
}

interface Known {
  readonly command: Extract<TenancyCommand, { readonly _tag: "SignLease" }>
  readonly from: number
  to: number
  annulled: boolean
}

/** A rent roll as a table of spaces and days, for spaces that are there from the first day on. */
export interface Model {
  readonly cells: Map<string, Array<Cell>>
  readonly measured: Map<string, Array<{ readonly from: number; readonly on: string; readonly area: number }>>
  readonly leases: Map<string, Known>
  readonly told: Set<string>
}

export const empty = (): Model => ({ cells: new Map(), measured: new Map(), leases: new Map(), told: new Set() })

const cellsOf = (model: Model, space: string, from: number, to: number): ReadonlyArray<Cell> =>
  (model.cells.get(space) ?? []).filter((_, index) => from <= index && index < to)

const fits = ({ area, withdrawn, takers }: Cell): boolean => {
  if (takers.length === 0) return true
  const shares = takers.reduce((sum, one) => sum + (one.share ?? 0), 0)
  return (
    area !== undefined && !withdrawn && (takers.length === 1 || takers.every((one) => one.shared)) && shares <= area
  )
}

// Changes a copy of some cells; keeps it when every cell is in order then.
const attempt = (
  model: Model,
  spaces: ReadonlyArray<string>,
  f: (cell: Cell, index: number, space: string) => void
) => {
  const next = spaces.map((space) => {
    const row = (model.cells.get(space) ?? []).map((cell) => ({ ...cell }))
    row.forEach((cell, index) => {
      f(cell, index, space)
    })
    return [space, row] as const
  })
  if (next.some(([, row]) => row.length === 0 || !row.every(fits))) return false
  for (const [space, row] of next) model.cells.set(space, row)
  return true
}

const take = (model: Model, { command }: Pick<Known, "command">, from: number, to: number): boolean => {
  const { lease, tenant, tenure, shared = false, spaces } = command
  return attempt(
    model,
    spaces.map((one) => one.space),
    (cell, index, space) => {
      if (index < from || index >= to) return
      const share = spaces.find((one) => one.space === space)?.area
      cell.takers = [...cell.takers, { lease, tenant, tenure, shared, share }]
    }
  )
}

const release = (model: Model, known: Known, from: number): void => {
  for (const { space } of known.command.spaces) {
    for (const cell of cellsOf(model, space, from, span + 1)) {
      cell.takers = cell.takers.filter((one) => one.lease !== known.command.lease)
    }
  }
}

const change = (model: Model, command: TenancyCommand): boolean => {
  switch (command._tag) {
    case "RegisterSpace": {
      const made = (): Cell => ({ area: command.area, withdrawn: false, takers: [] })
      model.cells.set(command.space, Array.from({ length: span + 1 }, made))
      model.measured.set(command.space, [{ from: 0, on: "", area: command.area }])
      return true
    }
    case "RemeasureSpace": {
      const from = indexOf(command.from)
      const row = model.cells.get(command.space) ?? []
      if (row[from]?.area === undefined) return false
      const measured = [...(model.measured.get(command.space) ?? []), { from, on: command.on, area: command.area }]
      const areaOn = (index: number) =>
        measured
          .filter((one) => one.from <= index)
          .reduce((a, b) => (b.from > a.from || (b.from === a.from && b.on >= a.on) ? b : a)).area
      const accepted = attempt(model, [command.space], (cell, index) => {
        if (cell.area !== undefined) cell.area = areaOn(index)
      })
      if (accepted) model.measured.set(command.space, measured)
      return accepted
    }
    case "WithdrawSpace":
    case "OfferSpace": {
      const from = indexOf(command.from)
      const to = command._tag === "OfferSpace" ? span + 1 : indexOf(command.to)
      if (from >= to || model.cells.get(command.space)?.[from]?.area === undefined) return false
      return attempt(model, [command.space], (cell, index) => {
        if (from <= index && index < to) cell.withdrawn = command._tag === "WithdrawSpace"
      })
    }
    case "CloseSpace": {
      const to = indexOf(command.to)
      // It must have been there on the day before, or nothing would be ended.
      if (to <= 0 || model.cells.get(command.space)?.[to - 1]?.area === undefined) return false
      return attempt(model, [command.space], (cell, index) => {
        if (index >= to) cell.area = undefined
      })
    }
    case "SignLease": {
      const [from, to] = [indexOf(command.from), indexOf(command.to)]
      if (model.leases.has(command.lease) || from >= to || !take(model, { command }, from, to)) return false
      model.leases.set(command.lease, { command, from, to, annulled: false })
      return true
    }
    case "ExtendLease": {
      const known = model.leases.get(command.lease)
      const to = indexOf(command.to)
      if (known === undefined || known.annulled || to <= known.to || !take(model, known, known.to, to)) return false
      known.to = to
      return true
    }
    case "EndLease": {
      const known = model.leases.get(command.lease)
      const to = indexOf(command.to)
      if (known === undefined || known.annulled || to <= known.from || to > known.to) return false
      release(model, known, to)
      known.to = to
      return true
    }
    case "AnnulLease": {
      const known = model.leases.get(command.lease)
      if (known === undefined || known.annulled) return false
      release(model, known, 0)
      known.annulled = true
      return true
    }
    default:
      return true
  }
}

/** Does what a command asks for, day by day; tells whether it could. What was done already is not done again. */
export const apply = (model: Model, command: TenancyCommand): boolean => {
  const key = JSON.stringify(command)
  if (model.told.has(key)) return true
  const accepted = change(model, command)
  if (accepted) model.told.add(key)
  return accepted
}

/** The column of a day: the cells of all spaces that are there on it. */
export const column = (model: Model, index: number): ReadonlyArray<Cell & { readonly area: number }> =>
  [...model.cells.values()].flatMap((row) => {
    const cell = row[Math.min(index, span)]
    return cell?.area === undefined ? [] : [{ ...cell, area: cell.area }]
  })

export const tenantsOn = (model: Model, index: number): ReadonlyArray<string> =>
  index < 0 ? [] : [...new Set(column(model, index).flatMap(({ takers }) => takers.map((one) => one.tenant)))].sort()

/** What a cell holds, by the words of the model itself. */
export const divided = ({ area, takers }: Cell & { readonly area: number }) => {
  const named = (tenure: Tenure) =>
    takers.filter((one) => one.tenure === tenure).reduce((sum, one) => sum + (one.share ?? 0), 0)
  const open = takers.filter((one) => one.share === undefined)
  const rest = area - named("rent") - named("own")
  const toOwners = open.length > 0 && open.every((one) => one.tenure === "own")
  return {
    let: named("rent") + (open.length > 0 && !toOwners ? rest : 0),
    owned: named("own") + (toOwners ? rest : 0),
    free: open.length > 0 ? 0 : rest
  }
}
