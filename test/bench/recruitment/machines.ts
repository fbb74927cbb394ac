import { Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { createMachine as createRobot, interpret, transition as robotTransition, state } from "robot3"
import { createMachine, initialTransition, transition } from "xstate"
import { type Attempts, check, ids, isAllowed, moves, rules, stages } from "./prospects.ts"

/** Follows every attempt of so many prospects; gives what all ways must agree on. */
export type Follow = (tried: Attempts, amount: number) => number

const table = Result.getOrThrow(Journeys.table(stages, rules))
const nowhere = ids.length
const numbers = new Map(ids.map((id, number) => [id, number]))
const numberOf = (id: string | undefined): number => (id === undefined ? nowhere : (numbers.get(id) ?? nowhere))

export const columns: Follow = (tried, amount) => {
  const now = new Uint8Array(amount).fill(nowhere)
  const refused = Journeys.fold(table, tried, now)
  return check(amount, (subject) => now[subject] as number, refused)
}

export const single: Follow = (tried, amount) => {
  const now = new Array<string | undefined>(amount).fill(undefined)
  let refused = 0
  for (let event = 0; event < tried.subjects.length; event++) {
    const subject = tried.subjects[event] as number
    const moved = Journeys.move(table, now[subject], ids[tried.stages[event] as number] as string)
    if (Result.isSuccess(moved)) now[subject] = moved.success
    else refused++
  }
  return check(amount, (subject) => numberOf(now[subject]), refused)
}

/** The least there is to do: two bytes looked up an event, nothing checked but the move. */
export const limit: Follow = (tried, amount) => {
  const allowed = new Uint8Array((nowhere + 1) * 16)
  for (let from = 0; from <= nowhere; from++) {
    for (let to = 0; to < nowhere; to++) allowed[from * 16 + to] = isAllowed(from, to) ? 1 : 0
  }
  const now = new Uint8Array(amount).fill(nowhere)
  const { subjects, stages: to } = tried
  let refused = 0
  for (let event = 0; event < subjects.length; event++) {
    const subject = subjects[event] as number
    const wanted = to[event] as number
    if (allowed[((now[subject] as number) << 4) | wanted] === 1) now[subject] = wanted
    else refused++
  }
  return check(amount, (subject) => now[subject] as number, refused)
}

// As it would be written without a library: a switch over where one is, an object a prospect.
const next = (from: string | undefined, to: string): string | undefined => {
  switch (from) {
    case undefined:
      return to === "lead" ? to : undefined
    case "lead":
      return to === "assessed" || to === "lost" ? to : undefined
    case "assessed":
      return to === "contacted" || to === "lead" || to === "lost" ? to : undefined
    case "contacted":
      return to === "talks" || to === "assessed" || to === "lost" ? to : undefined
    case "talks":
      return to === "office" || to === "contacted" || to === "lost" ? to : undefined
    case "office":
      return to === "signed" || to === "talks" || to === "lost" ? to : undefined
    case "signed":
      return to === "registered" || to === "office" || to === "lost" ? to : undefined
    case "registered":
      return to === "moved-in" || to === "signed" || to === "lost" ? to : undefined
    case "moved-in":
      return to === "operating" || to === "registered" || to === "lost" ? to : undefined
    default:
      return undefined
  }
}

export const plainSwitch: Follow = (tried, amount) => {
  const now = new Map<number, { stage: string | undefined }>()
  let refused = 0
  for (let event = 0; event < tried.subjects.length; event++) {
    const subject = tried.subjects[event] as number
    const held = now.get(subject) ?? { stage: undefined }
    const reached = next(held.stage, ids[tried.stages[event] as number] as string)
    if (reached === undefined) refused++
    else {
      held.stage = reached
      now.set(subject, held)
    }
  }
  return check(amount, (subject) => numberOf(now.get(subject)?.stage), refused)
}

const onward = (from: string): ReadonlyArray<string> => moves.flatMap(([before, to]) => (before === from ? [to] : []))

const to = (stage: string) => robotTransition<string, object, unknown>(stage, stage)
const robotState = (id: string) => state(...onward(id).map(to))

// A machine begins in a stage, so that nowhere is one.
const robot = createRobot("nowhere", {
  nowhere: state(to("lead")),
  lead: robotState("lead"),
  assessed: robotState("assessed"),
  contacted: robotState("contacted"),
  talks: robotState("talks"),
  office: robotState("office"),
  signed: robotState("signed"),
  registered: robotState("registered"),
  "moved-in": robotState("moved-in"),
  operating: robotState("operating"),
  lost: robotState("lost")
})
const serve = () => interpret(robot, () => {})

export const robot3: Follow = (tried, amount) => {
  const services = new Map<number, ReturnType<typeof serve>>()
  let refused = 0
  for (let event = 0; event < tried.subjects.length; event++) {
    const subject = tried.subjects[event] as number
    let service = services.get(subject)
    if (service === undefined) {
      service = serve()
      services.set(subject, service)
    }
    const before = service.machine
    service.send(ids[tried.stages[event] as number] as string)
    if (service.machine === before) refused++
  }
  return check(amount, (subject) => numberOf(services.get(subject)?.machine.current), refused)
}

const machine = createMachine({
  initial: "nowhere",
  states: {
    nowhere: { on: { lead: "lead" } },
    ...Object.fromEntries(ids.map((id) => [id, { on: Object.fromEntries(onward(id).map((to) => [to, to])) }]))
  }
})

export const xstate: Follow = (tried, amount) => {
  const [initial] = initialTransition(machine)
  const now = new Map<number, typeof initial>()
  let refused = 0
  for (let event = 0; event < tried.subjects.length; event++) {
    const subject = tried.subjects[event] as number
    const snapshot = now.get(subject) ?? initial
    const wanted = { type: ids[tried.stages[event] as number] as string }
    if (snapshot.can(wanted)) now.set(subject, transition(machine, snapshot, wanted)[0])
    else refused++
  }
  const stageOf = (subject: number): number => numberOf(String(now.get(subject)?.value ?? "nowhere"))
  return check(amount, stageOf, refused)
}
