import { EnterpriseCatalogue, Enterprises, Indicators, Publications, Taxation, Tenancies } from "@louyu/economy"
import { Decider, type Problem } from "@louyu/kernel"
import type { Report } from "../src/index.ts"
import { brief } from "./folder.ts"
import { posted } from "./posts.ts"

const facts = { exists: () => true }

/** The steps of some files of a folder, as commands of one domain. */
const commandsOf = <C extends Report.Command>(
  { steps }: Report.Report,
  files: ReadonlyArray<string>,
  is: (command: Report.Command) => command is C
) => steps.filter(({ origin }) => files.includes(origin.file)).flatMap(({ command }) => (is(command) ? [command] : []))

const tagged =
  <Tag extends Report.Command["_tag"]>(...tags: ReadonlyArray<Tag>) =>
  (command: Report.Command): command is Extract<Report.Command, { readonly _tag: Tag }> =>
    tags.some((tag) => tag === command._tag)

const isTenancy = tagged(
  "RegisterSpace",
  "RemeasureSpace",
  "WithdrawSpace",
  "OfferSpace",
  "CloseSpace",
  "SignLease",
  "ExtendLease",
  "EndLease",
  "AnnulLease",
  "IntendToLeave",
  "StayAfterAll",
  "DeclareResidence"
)
const isEnterprise = tagged(
  "AssignIndustry",
  "ReportEnterpriseYear",
  "GrantQualification",
  "RevokeQualification",
  "CountIntellectualProperty",
  "RecordSupport",
  "EndSupport",
  "LinkOutcome",
  "AwardBrand",
  "EndBrand"
)
const isTax = tagged("RecordTax")
const isPublication = tagged("PublishFigure", "CorrectPublication", "WithdrawPublication")

const codes = (failures: ReadonlyArray<{ readonly failure: Problem.Problem }>) =>
  failures.map(({ failure }) => failure.code)

/** Runs commands into an empty state, and then once more; what the second time refuses or tells is `again`. */
const twice = <C, S, E extends object, F extends Problem.Problem, X>(
  decider: Decider.Decider<C, S, E, F, X>,
  commands: ReadonlyArray<C>,
  given: X
) => {
  const once = Decider.run(decider, decider.initial, commands, given)
  const again = Decider.run(decider, once.state, commands, given)
  return { state: once.state, failures: codes(once.failures), again: [...codes(again.failures), ...again.events] }
}

/** Loads the economy of a folder, and loads it again. */
export const loaded = (files: Readonly<Record<string, string>>) => {
  const report = posted(files)
  const names = Object.keys(files)
  return {
    findings: report.findings.map(brief),
    tenancy: twice(Tenancies.decider, commandsOf(report, names, isTenancy), facts),
    tax: twice(Taxation.decider, commandsOf(report, names, isTax), facts),
    enterprises: twice(Enterprises.decider(EnterpriseCatalogue.common), commandsOf(report, names, isEnterprise), facts),
    publications: twice(Publications.decider(Indicators.common), commandsOf(report, names, isPublication), undefined)
  }
}

/** A file of rows. */
export const table = (head: string, ...rows: ReadonlyArray<string>): string => `${[head, ...rows].join("\n")}\n`
