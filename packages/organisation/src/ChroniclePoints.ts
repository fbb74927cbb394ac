import * as Steps from "./ChronicleSteps.ts"

/** Points of histories as they come, day by day, in columns that grow. Written by one sweep and never shared. */
export interface ChroniclePoints {
  length: number
  node: Int32Array
  from: Int32Array
  value: Float64Array
}

/** No points yet. */
export const empty = (): ChroniclePoints => {
  const room = 1024
  return { length: 0, node: new Int32Array(room), from: new Int32Array(room), value: new Float64Array(room) }
}

const grow = <Column extends Int32Array | Float64Array>(column: Column, larger: Column): Column => {
  larger.set(column)
  return larger
}

/** Adds a point; the days never fall. Cost: O(1), amortised. */
export const push = (points: ChroniclePoints, node: number, from: number, value: number): void => {
  if (points.length === points.node.length) {
    const room = points.length * 2
    points.node = grow(points.node, new Int32Array(room))
    points.from = grow(points.from, new Int32Array(room))
    points.value = grow(points.value, new Float64Array(room))
  }
  points.node[points.length] = node
  points.from[points.length] = from
  points.value[points.length++] = value
}

/** The points as one history a node, 0 before the first. Cost: O(nodes + points). */
export const toSteps = (points: ChroniclePoints, nodes: number): Steps.ChronicleSteps => {
  const offsets = new Int32Array(nodes + 1)
  for (let at = 0; at < points.length; at++) {
    const next = (points.node[at] as number) + 1
    offsets[next] = (offsets[next] as number) + 1
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number)
  const filled = offsets.slice()
  const from = new Int32Array(points.length)
  const values = new Float64Array(points.length)
  for (let at = 0; at < points.length; at++) {
    const node = points.node[at] as number
    const slot = filled[node] as number
    filled[node] = slot + 1
    from[slot] = points.from[at] as number
    values[slot] = points.value[at] as number
  }
  return Steps.of({ offsets, from, values }, 0)
}
