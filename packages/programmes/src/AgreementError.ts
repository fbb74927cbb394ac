import { Problem, type Text } from "@louyu/kernel"
import type { PartyKind } from "./CoManagementCommand.ts"
import type { Line } from "./PairingCommand.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("programmes", tag)

const kinds: Readonly<Record<PartyKind, Text.Both>> = {
  building: { zh: "楼宇", en: "the building" },
  street: { zh: "街道", en: "the street" },
  community: { zh: "社区", en: "the community" },
  socialOrganisation: { zh: "社会组织", en: "the social organisation" }
}

const lines: Readonly<Record<Line, Text.Both>> = {
  building: { zh: "楼宇", en: "buildings" },
  community: { zh: "社区", en: "communities" },
  rural: { zh: "农村", en: "villages" },
  residentUnit: { zh: "驻区单位", en: "resident units" },
  industry: { zh: "行业", en: "industries" }
}

/** Another version of the pact is in force. */
export class PactVersionSuperseded extends define("PactVersionSuperseded")<{
  readonly pact: string
  readonly version: number
  readonly inForce: number
}>((e) => ({
  zh: `公约“${e.pact}”第 ${e.version} 版已被第 ${e.inForce} 版取代，请签署第 ${e.inForce} 版。`,
  en: `Version ${e.version} of the pact "${e.pact}" is superseded by version ${e.inForce}; sign version ${e.inForce}.`
})) {}

/** The version of the pact is not adopted yet. */
export class PactNotAdopted extends define("PactNotAdopted")<{ readonly pact: string; readonly version: number }>(
  (e) => ({
    zh: `公约“${e.pact}”第 ${e.version} 版尚未通过，通过后才能签署。`,
    en: `Version ${e.version} of the pact "${e.pact}" is not adopted; it can be signed after that.`
  })
) {}

/** The next version has another number. */
export class PactVersionUnexpected extends define("PactVersionUnexpected")<{
  readonly pact: string
  readonly version: number
  readonly expected: number
}>((e) => ({
  zh: `公约“${e.pact}”的下一版应为第 ${e.expected} 版，不是第 ${e.version} 版，请改正版次。`,
  en: `The next version of the pact "${e.pact}" is ${e.expected}, not ${e.version}; number it so.`
})) {}

/** Whoever signs has signed already. */
export class AlreadySigned extends define("AlreadySigned")<{
  readonly sort: "pact" | "pairing"
  readonly id: string
  readonly on: string
}>((e) => ({
  zh: `${e.sort === "pact" ? "公约" : "结对协议"}“${e.id}”该签署方已于 ${e.on} 签署，无需再签。`,
  en: `That party signed the ${e.sort === "pact" ? "pact" : "pairing agreement"} "${e.id}" on ${e.on}; there is nothing to sign.`
})) {}

/** An agreement pairs parties of different lines. */
export class LinesNotDifferent extends define("LinesNotDifferent")<{ readonly pairing: string; readonly line: Line }>(
  (e) => ({
    zh: `结对协议“${e.pairing}”各方同属${lines[e.line].zh}，须至少有两条不同战线的组织。`,
    en: `All parties of the pairing agreement "${e.pairing}" are of ${lines[e.line].en}; at least two lines must differ.`
  })
) {}

/** An agreement that is in force needs every signature. */
export class PairingNotSigned extends define("PairingNotSigned")<{
  readonly pairing: string
  readonly missing: ReadonlyArray<string>
}>((e) => ({
  zh: `结对协议“${e.pairing}”尚待 ${e.missing.join("、")} 签署，签齐后才生效。`,
  en: `The pairing agreement "${e.pairing}" waits for the signature of ${e.missing.join(", ")}; it is in force after that.`
})) {}

/** A renewed agreement must run longer. */
export class RenewalTooShort extends define("RenewalTooShort")<{
  readonly pairing: string
  readonly to: string | undefined
}>((e) => ({
  zh: `结对协议“${e.pairing}”已至 ${e.to ?? "不定期"}，续签须更晚结束。`,
  en: `The pairing agreement "${e.pairing}" already runs to ${e.to ?? "no end"}; a renewal must end later.`
})) {}

/** A party that has to be there is not. */
export class CoManagersMissing extends define("CoManagersMissing")<{
  readonly coManagement: string
  readonly kinds: ReadonlyArray<PartyKind>
}>((e) => ({
  zh: `共管约定“${e.coManagement}”缺少：${e.kinds.map((kind) => kinds[kind].zh).join("、")}；楼宇、街道、社区、社会组织四方须各有职责。`,
  en: `The co-management pact "${e.coManagement}" lacks ${e.kinds.map((kind) => kinds[kind].en).join(", ")}; building, street, community and social organisation must each have a duty.`
})) {}

/** Every reason that is special to pacts, pairings and co-management. */
export type AgreementError =
  | PactVersionSuperseded
  | PactNotAdopted
  | PactVersionUnexpected
  | AlreadySigned
  | LinesNotDifferent
  | PairingNotSigned
  | RenewalTooShort
  | CoManagersMissing
