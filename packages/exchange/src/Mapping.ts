import type { Problem } from "@louyu/kernel"
import type { Command, RoleScheme } from "@louyu/roles"
import * as Result from "effect/Result"
import { MappingInvalid, RoleUnknown } from "./ExchangeError.ts"
import type { SchemeEntry } from "./RoleBook.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Mapping = ReadonlyArray<Command.RoleMapping>
type Code = RoleScheme.RoleCode

const pair = /^([^>＞→]+)[>＞→]([^>＞→]*)$/su

const roleIn = (name: string, entries: ReadonlyArray<SchemeEntry>): Result.Result<Code, RoleUnknown> => {
  const found = entries.map(({ roles }) => roles.find(name)).find((code) => code !== undefined)
  if (found !== undefined) return Result.succeed(found)
  const nearest = [...new Set(entries.flatMap(({ roles }) => Vocabulary.names(roles)))]
  return Result.fail(new RoleUnknown({ role: name.slice(0, 60), nearest }))
}

const said = (
  cell: string,
  before: ReadonlyArray<SchemeEntry>,
  after: SchemeEntry
): Result.Result<Mapping, Problem.Problem> => {
  const found: Array<Command.RoleMapping> = []
  for (const part of cell.split(/[;；|]/u)) {
    if (part.trim() === "") continue
    const [, old = "", next = ""] = pair.exec(part) ?? []
    if (old.trim() === "") return Result.fail(new MappingInvalid({}))
    const from = roleIn(old.trim(), before)
    if (Result.isFailure(from)) return Result.fail(from.failure)
    const to = next.trim() === "" ? Result.succeed(undefined) : roleIn(next.trim(), [after])
    if (Result.isFailure(to)) return Result.fail(to.failure)
    found.push(to.success === undefined ? { from: from.success } : { from: from.success, to: to.success })
  }
  return Result.succeed(found)
}

/**
 * What becomes of the holders of the roles of one scheme under another.
 *
 * Shape: `before` is the scheme that gives way, or every one it may be when nobody knows. Roles the cell does not speak of
 * keep their holders where a role of the same code takes their place; of all others the rules will ask.
 */
export const read = (
  cell: string,
  before: ReadonlyArray<SchemeEntry>,
  after: SchemeEntry
): Result.Result<Mapping, Problem.Problem> =>
  Result.map(said(cell, before, after), (mapping) => {
    const [only, ...more] = before
    if (only === undefined || more.length > 0 || only.id === after.id) return mapping
    const spoken = new Set(mapping.map(({ from }) => from))
    const kept = new Set(
      only.roles.words.map(({ id }) => id).filter((code) => !spoken.has(code) && after.role(code) !== undefined)
    )
    return [...mapping, ...[...kept].map((code) => ({ from: code, to: code }))]
  })
