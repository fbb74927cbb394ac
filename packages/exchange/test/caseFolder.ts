import {
  Bodies,
  BodyCommand,
  BodyState,
  Command as CaseCommand,
  Casework,
  FlowPresets,
  State,
  WhistleCommand,
  WhistleState,
  Whistles
} from "@louyu/casework"
import { Decider } from "@louyu/kernel"
import type { Report } from "../src/index.ts"

type Texts = Readonly<Record<string, string>>

/** A file of rows under a heading. */
export const sheet = (head: string, ...rows: ReadonlyArray<string>): string => [head, ...rows, ""].join("\n")

/** A case of the council chamber, and files about it. */
export const raised = (files: Texts = {}): Texts => ({
  "cases.csv": sheet(
    "case,flow,title,place,category,channel,by,by_person,behalf_of,at",
    "c-1,新时代楼宇议事厅,早晚高峰车库出口拥堵,b-1,,走访,,p-7,e-1,2024-08-16 09:30",
    "c-2,propertyCouncilHall,车库电动车被盗,b-1,安全防盗,hotline,pc-1,,,2024/8/17"
  ),
  ...files
})

/** Steps of cases under a heading that begins with case, time and action. */
export const stepsOf = (head: string, ...rows: ReadonlyArray<string>): Texts =>
  raised({ "case-steps.csv": sheet(`case,at,action,${head}`, ...rows) })

/** A joint meeting with two members, and files about it. */
export const founded = (files: Texts = {}): Texts => ({
  "bodies.csv": sheet("body,kind,place,name,dispatcher,from", "bo-1,党建联席会议,b-1,示例大厦联席会议,c-1,2024-01-02"),
  "seats.csv": sheet(
    "body,unit,party,from,to",
    "bo-1,pc-1,物业,2024-01-02,",
    "bo-1,e-1,tenant,2024-01-02,2024-12-01",
    "bo-1,s-1,街道党工委,2024-01-02,"
  ),
  ...files
})

const isAboutCases = (command: Report.Command): command is CaseCommand.Command =>
  command._tag in CaseCommand.Command.cases
const isAboutBodies = (command: Report.Command): command is BodyCommand.Command =>
  command._tag in BodyCommand.Command.cases
const isAboutWhistles = (command: Report.Command): command is WhistleCommand.Command =>
  command._tag in WhistleCommand.Command.cases

const facts: Casework.Facts = {
  flow: (id) => FlowPresets.all.find((flow) => flow.id === id),
  exists: () => true,
  mayDispatch: () => true
}

/** Carries out the commands about one case. */
export const runCase = (commands: ReadonlyArray<Report.Command>, id: string, before: State.State = State.initial) =>
  Decider.run(
    Casework.decider,
    before,
    commands.filter(isAboutCases).filter((command) => command.case === id),
    facts
  )

/** Carries out the commands about bodies. */
export const runBodies = (commands: ReadonlyArray<Report.Command>, before: BodyState.State = BodyState.initial) =>
  Decider.run(Bodies.decider, before, commands.filter(isAboutBodies), facts)

/** Carries out the commands about whistles. */
export const runWhistles = (
  commands: ReadonlyArray<Report.Command>,
  before: WhistleState.State = WhistleState.initial
) => Decider.run(Whistles.decider, before, commands.filter(isAboutWhistles), facts)
