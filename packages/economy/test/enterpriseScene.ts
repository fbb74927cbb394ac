import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as EnterpriseCatalogue from "../src/EnterpriseCatalogue.ts"
import * as EnterpriseCommand from "../src/EnterpriseCommand.ts"
import type { EnterpriseError } from "../src/EnterpriseError.ts"
import type { EnterpriseEvent } from "../src/EnterpriseEvent.ts"
import type { EnterpriseRegister } from "../src/EnterpriseRegister.ts"
import * as Enterprises from "../src/Enterprises.ts"

export const day = CivilDate.make
export const unit = (id: string): Identifier.UnitId => Identifier.UnitId.make(id)

/** Every unit whose id does not begin with `no` exists, since 2020. */
export const facts: Enterprises.Facts = { exists: (id, on) => !id.startsWith("no") && on >= "2020-01-01" }

export const decider = Enterprises.decider(EnterpriseCatalogue.common)

export type Encoded = typeof EnterpriseCommand.EnterpriseCommand.Encoded
const decode = Schema.decodeUnknownSync(EnterpriseCommand.EnterpriseCommand)

/** A command as it would come from outside. */
export const command = (input: Encoded): EnterpriseCommand.EnterpriseCommand => decode(input)

/** The register after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before = decider.initial): EnterpriseRegister => {
  const { state, failures } = Decider.run(decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (
  register: EnterpriseRegister,
  input: Encoded
): ReadonlyArray<EnterpriseEvent> | EnterpriseError => {
  const decided = decider.decide(register, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const grant = (enterprise: string, kind: string, from: string, more: object = {}): Encoded => ({
  _tag: "GrantQualification",
  enterprise,
  kind,
  issuedBy: "省科技厅",
  from,
  ...more
})

export const revoke = (enterprise: string, kind: string, on: string, more: object = {}): Encoded => ({
  _tag: "RevokeQualification",
  enterprise,
  kind,
  on,
  ...more
})

export const report = (enterprise: string, year: number, on: string, more: object): Encoded => ({
  _tag: "ReportEnterpriseYear",
  enterprise,
  year,
  on,
  ...more
})

export const industry = (enterprise: string, code: string, from = "2020-01-01", on = from): Encoded => ({
  _tag: "AssignIndustry",
  enterprise,
  industry: { edition: "GB/T 4754-2017", code },
  from,
  on
})
