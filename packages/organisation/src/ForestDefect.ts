/** What every forest and chronicle promises; a caller that breaks one of these has a bug. */
const invariants = {
  idKnown: "a node is a whole number, 0 or more, and an earlier answer of the same forest knows it",
  parentKnown: "a parent is a node of the same forest, -1 for none, or -2 for absent",
  parentAlive: "the parent of a living node is alive",
  acyclic: "no node stands above itself",
  moveOfLiving: "only a living node is moved or removed",
  additionOfAbsent: "only an absent node is added",
  removalOfLeaf: "only a node without children is removed",
  historyInOrder: "the entries of a node follow each other day by day, and offsets never fall",
  periodForward: "a period ends after it begins"
} as const

/** The name of a promise. */
export type Invariant = keyof typeof invariants

/**
 * The defect a forest or chronicle dies with when its input breaks a promise: a bug of the caller, never a case to
 * handle. Rules that people can break (a move that would close a circle) are checked by the domain before.
 *
 * Shape: `invariant` names the promise, `node` the id at which it was seen to be broken, `day` the day if there is one.
 */
export class ForestDefect extends Error {
  readonly invariant: Invariant
  readonly node: number
  readonly day: number | undefined

  constructor(invariant: Invariant, node: number, day?: number) {
    super(`${invariants[invariant]} (broken at node ${node}${day === undefined ? "" : ` on day ${day}`})`)
    this.name = "ForestDefect"
    this.invariant = invariant
    this.node = node
    this.day = day
  }
}
