import * as Events from "./ChronicleEvents.ts"
import * as Points from "./ChroniclePoints.ts"
import * as Steps from "./ChronicleSteps.ts"
import * as Forest from "./Forest.ts"
import { ForestDefect } from "./ForestDefect.ts"
import * as ForestSums from "./ForestSums.ts"

/** How much a sweep may keep and do before it gives up: entries of histories, and steps up the forest. */
export interface SweepLimits {
  readonly points: number
  readonly steps: number
}

// The forest of the day under the sweep, with the sum of every subtree. One sweep writes it, nobody else sees it.
interface Today {
  readonly parent: Int32Array
  readonly children: Int32Array
  readonly weight: Float64Array
  readonly total: Float64Array
  readonly seen: Int32Array
  readonly touched: Array<number>
  readonly before: Array<number>
  turn: number
  steps: number
}

const open = (parents: Steps.ChronicleSteps, weights: Steps.ChronicleSteps, nodes: number, day: number): Today => {
  const parent = new Int32Array(nodes)
  const weight = new Float64Array(nodes)
  const children = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    parent[node] = Steps.at(parents, node, day)
    weight[node] = Steps.at(weights, node, day)
  }
  const total = ForestSums.compile(Forest.compile(parent), weight).base
  for (const above of parent) if (above >= 0) children[above] = (children[above] as number) + 1
  const seen = new Int32Array(nodes)
  return { parent, children, weight, total, seen, touched: [], before: [], turn: 0, steps: 0 }
}

// Adds to the sum of a node and of all above it, and remembers what they were when the day began. Returns the topmost.
const add = (today: Today, node: number, by: number): number => {
  const { parent, total, seen, turn } = today
  let top = node
  for (let at = node; at >= 0; at = parent[at] as number) {
    const sum = total[at] as number
    if (seen[at] !== turn) {
      seen[at] = turn
      today.touched.push(at)
      today.before.push(sum)
    }
    total[at] = sum + by
    top = at
    today.steps++
  }
  return top
}

// Takes a node out of its place, so that it stands alone with all below it, or not at all. A node that comes or goes
// brings or takes its own weight.
const detach = (today: Today, node: number, under: number): void => {
  const { parent, children, weight, total } = today
  const above = parent[node] as number
  if (above >= 0) {
    add(today, above, -(total[node] as number))
    children[above] = (children[above] as number) - 1
  }
  parent[node] = under === Forest.absent ? Forest.absent : Forest.noParent
  if (above === Forest.absent && under !== Forest.absent) add(today, node, weight[node] as number)
  if (above !== Forest.absent && under === Forest.absent) add(today, node, -(weight[node] as number))
}

const weigh = (today: Today, node: number, weight: number): void => {
  const by = weight - (today.weight[node] as number)
  today.weight[node] = weight
  if (today.parent[node] !== Forest.absent) add(today, node, by)
}

// Puts a node that stands alone in its new place. A circle would be closed exactly if the way up led back to it.
const attach = (today: Today, node: number, under: number, day: number): void => {
  const { parent, children, total } = today
  if (under < Forest.absent || under >= parent.length) throw new ForestDefect("parentKnown", node, day)
  if (under < 0) return
  if (parent[under] === Forest.absent) throw new ForestDefect("parentAlive", node, day)
  if (add(today, under, total[node] as number) === node) throw new ForestDefect("acyclic", node, day)
  parent[node] = under
  children[under] = (children[under] as number) + 1
}

const record = (today: Today, points: Points.ChroniclePoints, day: number): void => {
  for (let index = 0; index < today.touched.length; index++) {
    const node = today.touched[index] as number
    const total = today.total[node] as number
    if (total !== today.before[index]) Points.push(points, node, day, total)
  }
  today.touched.length = 0
  today.before.length = 0
}

// Behind the last event of the day at which an event stands.
const dayEnd = (events: Events.ChronicleEvents, at: number, day: number): number => {
  let end = at
  while (events.day[end] === day) end++
  return end
}

/**
 * Goes through all days once and writes down every change of every subtree's sum.
 *
 * Shape: `undefined` when a limit is passed; then nothing is known about the days that were not reached.
 * Fails: a circle, an unknown parent, or a living child of an absent parent on any day is a defect.
 * Cost: O(nodes + changes x depth).
 */
export const run = (
  parents: Steps.ChronicleSteps,
  weights: Steps.ChronicleSteps,
  limits: SweepLimits
): Steps.ChronicleSteps | undefined => {
  const nodes = parents.offsets.length - 1
  const points = Points.empty()
  const first = parents.from.reduce((earliest, day) => Math.min(earliest, day), Steps.forever)
  if (first === Steps.forever) return Points.toSteps(points, nodes)
  const today = open(parents, weights, nodes, first)
  for (let node = 0; node < nodes; node++) {
    const total = today.total[node] as number
    if (total !== 0) Points.push(points, node, first, total)
  }
  const moves = Events.after(parents, first)
  const changes = Events.after(weights, first)
  let move = 0
  let change = 0
  while (move < moves.day.length || change < changes.day.length) {
    const day = Math.min(moves.day[move] ?? Steps.forever, changes.day[change] ?? Steps.forever)
    const moveEnd = dayEnd(moves, move, day)
    const changeEnd = dayEnd(changes, change, day)
    today.turn++
    // All that move are taken out before any is put back: what passes between two places of one day is no circle.
    for (let at = move; at < moveEnd; at++) detach(today, moves.node[at] as number, moves.value[at] as number)
    for (let at = change; at < changeEnd; at++) weigh(today, changes.node[at] as number, changes.value[at] as number)
    for (let at = move; at < moveEnd; at++) attach(today, moves.node[at] as number, moves.value[at] as number, day)
    for (let at = move; at < moveEnd; at++) {
      const node = moves.node[at] as number
      if (today.parent[node] === Forest.absent && today.children[node] !== 0) {
        throw new ForestDefect("parentAlive", node, day)
      }
    }
    record(today, points, day)
    if (points.length > limits.points || today.steps > limits.steps) return undefined
    move = moveEnd
    change = changeEnd
  }
  return Points.toSteps(points, nodes)
}
