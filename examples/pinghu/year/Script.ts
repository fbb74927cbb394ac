import type { Chance } from "./Chance.ts"
import { onFloor, type Sort } from "./matters.ts"
import { daysLater, later, moment, type WorkTime, workdays } from "./WorkTime.ts"

/** A building with those who raise something in it, and those who see to it. */
export interface Place {
  readonly building: string
  readonly weight: number
  readonly floors: number
  readonly firms: readonly [string, ...ReadonlyArray<string>]
  readonly guide: string
  readonly property: string
  readonly organisation: string | undefined
  readonly owners: string | undefined
}

/** A command as it is said, before it is read. */
export interface Said {
  readonly _tag: string
  readonly case: string
  readonly at: number
}

/** What is known when a matter is raised. */
export interface Opening {
  readonly id: string
  readonly place: Place
  readonly sort: Sort
  readonly raised: WorkTime
}

/** The hall of a building hands out by the community organisation. Source: P-27. */
export const community = "nanshi-committee"

const channels = [
  ["visit", 30],
  ["chat", 30],
  ["desk", 12],
  ["online", 12],
  ["hotline", 6],
  ["meeting", 6],
  ["sweep", 4]
] as const

// Whoever visits or sweeps brings the matter for somebody else; quarrels about work are brought by people.
const raiser = (chance: Chance, { id, place, sort }: Opening, channel: string) => {
  const firm = { unit: chance.pick(place.firms) }
  if (sort.category === "labour") return { by: { person: `worker-${id}` } }
  return channel === "visit" || channel === "sweep" ? { by: { person: place.guide }, behalfOf: firm } : { by: firm }
}

/** What is said about one matter, in order; a pen that knows what time it is. */
export class Script {
  readonly said: Array<Said> = []
  readonly chance: Chance
  readonly opening: Opening
  now: WorkTime

  constructor(chance: Chance, opening: Opening) {
    this.chance = chance
    this.opening = opening
    this.now = opening.raised
  }

  /** Says something, now. */
  say(_tag: string, fields: object = {}): void {
    this.said.push({ _tag, case: this.opening.id, ...fields, at: moment(this.now) })
  }

  /** Lets minutes of office pass. */
  pass(from: number, to: number): void {
    this.now = later(this.now, this.chance.whole(from, to))
  }

  /** Lets working days pass, to some time between 9:00 and 16:30. */
  sleep(days: number): void {
    if (days > 0) this.now = daysLater(this.now, days, this.chance.whole(540, 990))
    else this.pass(20, 150)
  }

  /** How many working days are left until everything is told. */
  get daysLeft(): number {
    return workdays.length - 1 - this.now.day
  }

  /** Raises the matter; gives for whom. */
  raise(): object {
    const { place, sort } = this.opening
    const channel = this.chance.weighted(channels)
    const who = raiser(this.chance, this.opening, channel)
    this.say("RaiseCase", {
      flow: "propertyCouncilHall",
      title: onFloor(this.chance.whole(1, place.floors), this.chance.pick(sort.titles)),
      place: place.building,
      category: sort.category,
      channel,
      ...who
    })
    return "behalfOf" in who ? who.behalfOf : who.by
  }
}
