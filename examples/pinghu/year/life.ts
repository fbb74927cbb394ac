import type { Chance } from "./Chance.ts"
import { community, type Opening, type Said, Script } from "./Script.ts"

/** What keeps a matter from being closed: it waits for whoever raised it, or for those above the committee. */
export type Stay = "waits" | "above" | undefined

const resultOf = ({ chance, opening }: Script): { result: string } => ({ result: chance.pick(opening.sort.results) })

const take = (script: Script): { readonly isLate: boolean } => {
  const { chance } = script
  script.raise()
  const isLate = chance.happens(0.015)
  // Nobody looked for three days: by then the clock has taken the matter one level up.
  if (isLate) script.now = { day: script.now.day + 3, minute: chance.whole(515, 560) }
  else script.pass(5, 90)
  script.say("AcceptCase")
  script.pass(3, 25)
  return { isLate }
}

const classify = (script: Script, isDifficult: boolean): void =>
  script.say("ClassifyCase", {
    scope: script.chance.happens(0.12) ? "common" : "individual",
    difficulty: isDifficult ? "difficult" : "ordinary",
    category: script.opening.sort.category
  })

const escalate = (script: Script, to: string): void => {
  script.pass(5, 40)
  script.say("EscalateCase", { to, cause: "beyondMeans", reason: "超出本级权限或资源" })
}

const deliberate = (script: Script): void => {
  const { place } = script.opening
  script.sleep(script.chance.whole(1, 2))
  script.say("DeliberateCase", { body: place.building, agreed: "议事厅议定由物业牵头办理" })
}

const dispatch = (script: Script): void => {
  script.pass(10, 60)
  script.say("DispatchCase", { by: community, to: script.opening.place.property })
}

// What the building cannot settle as a matter of course goes to its hall, and from there as far up as it must.
const difficult = (script: Script, stay: Stay): void => {
  const { chance } = script
  escalate(script, "building")
  deliberate(script)
  dispatch(script)
  const goesUp =
    stay === "above"
      ? 2
      : chance.weighted([
          [0, 55],
          [1, 30],
          [2, 12],
          [3, 3]
        ] as const)
  for (const to of ["committee", "street", "district"].slice(0, goesUp)) {
    script.sleep(1)
    escalate(script, to)
  }
}

const ordinary = (script: Script, isLate: boolean): void => {
  const { chance, opening } = script
  const way = isLate
    ? "start"
    : chance.weighted([
        ["start", 52],
        ["match", 22],
        ["deliberate", 11],
        ["dispatch", 14],
        ["lies", 1]
      ] as const)
  if (way === "match" && opening.sort.item !== undefined) {
    script.pass(2, 20)
    script.say("MatchCase", { item: opening.sort.item })
  } else if (way === "deliberate") {
    escalate(script, "building")
    deliberate(script)
    dispatch(script)
  } else if (way === "dispatch") dispatch(script)
  // Left lying for four days, so that the clock takes it up.
  else if (way === "lies") script.sleep(4)
}

const shortly = [
  [0, 35],
  [1, 25],
  [2, 15],
  [3, 11],
  [4, 7],
  [5, 4],
  [6, 1.5],
  [9, 1],
  [11, 0.5]
] as const
const long = [
  [3, 20],
  [5, 25],
  [7, 20],
  [9, 15],
  [11, 10],
  [13, 5],
  [17, 3],
  [20, 2]
] as const

const resolve = (script: Script, isDifficult: boolean): void => {
  const days = script.chance.weighted<number>(isDifficult ? long : shortly)
  script.sleep(Math.min(days, Math.max(0, script.daysLeft - 8)))
  script.say("ResolveCase", resultOf(script))
}

const ratings = [
  ["verySatisfied", 46],
  ["satisfied", 40],
  ["basicallySatisfied", 14]
] as const
const poor = [
  ["dissatisfied", 4],
  ["veryDissatisfied", 1]
] as const

const followUp = (script: Script): void => {
  const { chance } = script
  script.sleep(chance.whole(0, 2))
  const isContent = script.daysLeft < 10 || chance.happens(0.965)
  script.say(
    "FollowUpCase",
    isContent ? { solved: true, rating: chance.weighted(ratings) } : { solved: false, rating: chance.weighted(poor) }
  )
  if (isContent) return
  // Whoever is not satisfied has it open again: it is done once more.
  script.sleep(chance.whole(1, 3))
  script.say("ResolveCase", resultOf(script))
  script.sleep(1)
  script.say("FollowUpCase", { solved: true, rating: chance.weighted(ratings) })
}

const close = (script: Script): void => {
  const { chance } = script
  script.sleep(chance.whole(0, 1))
  script.say("CloseCase", {
    reason: chance.weighted([
      ["solved", 975],
      ["explained", 18],
      ["notPossible", 7]
    ] as const)
  })
}

// Somebody says that it is there again: within the days in which that may be asked.
const again = (script: Script): void => {
  script.sleep(script.chance.whole(1, 2))
  script.say("ReopenCase", { reason: "问题再次出现" })
  resolve(script, false)
  script.sleep(1)
  script.say("FollowUpCase", { solved: true, rating: "satisfied" })
  close(script)
}

const pause = (script: Script): void => {
  script.pass(30, 200)
  script.say("SuspendCase", { reason: "等待提出人补充材料" })
}

/** What is said of a matter that is accepted, until it is closed; or up to where it stays. */
export const live = (chance: Chance, opening: Opening, isDifficult: boolean, stay: Stay): ReadonlyArray<Said> => {
  const script = new Script(chance, opening)
  const { isLate } = take(script)
  const isHard = isDifficult && !isLate
  classify(script, isHard)
  if (isHard) difficult(script, stay)
  else ordinary(script, isLate)
  script.pass(10, 120)
  script.say("StartCase")
  if (stay === "waits") pause(script)
  if (stay !== undefined) return script.said
  if (script.daysLeft > 12 && chance.happens(0.04)) {
    pause(script)
    script.sleep(chance.whole(1, 4))
    script.say("ResumeCase")
  }
  resolve(script, isHard)
  if (isHard || chance.happens(0.62)) followUp(script)
  close(script)
  if (script.daysLeft > 10 && chance.happens(0.008)) again(script)
  return script.said
}

/** What is said of a matter that is not taken up. */
export const reject = (chance: Chance, opening: Opening): ReadonlyArray<Said> => {
  const script = new Script(chance, opening)
  script.raise()
  script.pass(5, 90)
  script.say("RejectCase", { reason: chance.pick(["duplicate", "outOfScope", "incomplete"]) })
  return script.said
}

/** What is said of a matter whose raiser no longer wants it. */
export const withdraw = (chance: Chance, opening: Opening): ReadonlyArray<Said> => {
  const script = new Script(chance, opening)
  take(script)
  script.say("CloseCase", { reason: "withdrawn" })
  return script.said
}
