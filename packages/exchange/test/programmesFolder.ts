import { Decider, type Problem } from "@louyu/kernel"
import {
  Activities,
  ActivityCommand,
  AnnualListCommand,
  AnnualLists,
  Benefit,
  ChildcareClasses,
  ClassCommand,
  CoManagementCommand,
  CoManagements,
  PactCommand,
  Pacts,
  PairingCommand,
  Pairings,
  Programme,
  ProgrammeCommand,
  Programmes,
  Series,
  SeriesCommand,
  SeriesDesk,
  Volunteering,
  VolunteeringCommand,
  Volunteers,
  WishCommand,
  Wishes,
  WorkLineCommand,
  WorkLines
} from "@louyu/programmes"
import { CityFolder, type Report } from "../src/index.ts"
import { brief } from "./folder.ts"
import { posted } from "./posts.ts"

type Files = Readonly<Record<string, string>>

/** Carries out the commands of one domain among those of a folder, and then all of them once more. */
const told = <C extends Report.Command, S, E, F extends Problem.Problem, X>(
  { steps }: Report.Report,
  decider: Decider.Decider<C, S, E, F, X>,
  cases: Readonly<Record<C["_tag"], unknown>>,
  facts: X
) => {
  const isOwn = (step: Report.Step): step is Report.Step<C> => step.command._tag in cases
  const own = steps.filter(isOwn)
  const commands = own.map(({ command }) => command)
  const once = Decider.run(decider, decider.initial, commands, facts)
  const { events } = Decider.run(decider, once.state, commands, facts)
  return { state: once.state, refused: CityFolder.attribute(own, once.failures).map(brief), news: events.length }
}

const exists = () => true

/** What a folder about what people do together comes to: in which state, what is refused where, and what a second loading changes. */
export const together = (files: Files) => {
  const report = posted(files)
  const programmes = told(report, Programmes.decider, ProgrammeCommand.Command.cases, { exists })
  const hasProject: SeriesDesk.Facts["hasProject"] = (id, project, on) =>
    Programme.hasProject(programmes.state, id, project, on)
  const series = told(report, SeriesDesk.decider, SeriesCommand.Command.cases, { exists, hasProject })
  const activities = told(report, Activities.decider, ActivityCommand.Command.cases, {
    exists,
    hasProject,
    hasSeries: (id, on) => Series.isRunning(series.state, id, on)
  })
  const lists = told(report, AnnualLists.decider, AnnualListCommand.Command.cases, { exists, benefit: Benefit.common })
  const lines = told(report, WorkLines.decider, WorkLineCommand.Command.cases, undefined)
  const volunteers = told(report, Volunteers.decider, VolunteeringCommand.Command.cases, { exists })
  const wishes = told(report, Wishes.decider, WishCommand.Command.cases, {
    exists,
    hasTeam: (place, team, on) => Volunteering.hasTeam(volunteers.state, place, team, on),
    isInTeam: (place, team, person, on) => Volunteering.isInTeam(volunteers.state, place, team, person, on)
  })
  const pacts = told(report, Pacts.decider, PactCommand.Command.cases, { exists })
  const pairings = told(report, Pairings.decider, PairingCommand.Command.cases, { exists })
  const managed = told(report, CoManagements.decider, CoManagementCommand.Command.cases, { exists })
  const classes = told(report, ChildcareClasses.decider, ClassCommand.Command.cases, { exists })
  const all = { programmes, series, activities, lists, lines, volunteers, wishes, pacts, pairings, managed, classes }
  return {
    ...all,
    findings: report.findings.map(brief),
    refused: Object.values(all).flatMap((one) => one.refused),
    /** How many facts a second loading of the same folder adds. */
    news: Object.values(all).reduce((sum, one) => sum + one.news, 0)
  }
}

/** A file of rows under a heading. */
export const table = (head: string, ...rows: ReadonlyArray<string>): string => `${[head, ...rows].join("\n")}\n`

/** A folder whose rows stand the other way round in every file. */
export const turned = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const [head = "", ...rows] = text.trimEnd().split("\n")
      return [name, table(head, ...rows.toReversed())]
    })
  )
