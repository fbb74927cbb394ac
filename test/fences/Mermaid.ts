/** A line between two parts of a diagram. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly text: string | undefined
}

/** A Mermaid diagram, as far as the documents use the language. */
export interface Diagram {
  readonly kind: Kind
  /** What is written on each part, by id. */
  readonly labels: ReadonlyMap<string, string>
  readonly edges: ReadonlyArray<Edge>
  /** Words that the ids of parts are, by the folder of the package that knows them: `%% words of roles: held vacant`. */
  readonly words: ReadonlyMap<string, ReadonlyArray<string>>
}

export type Kind = "flowchart" | "stateDiagram" | "sequenceDiagram"

/** What a line of a diagram says. */
interface Said {
  readonly labels?: ReadonlyArray<readonly [id: string, label: string]>
  readonly edges?: ReadonlyArray<Edge>
  /** How many blocks it opens; below zero, closes. */
  readonly opens?: number
}

const quoted = '"([^"]+)"'
const label = [
  String.raw`\[${quoted}\]`,
  String.raw`\(\[${quoted}\]\)`,
  String.raw`\[\(${quoted}\)\]`,
  String.raw`\{${quoted}\}`
].join("|")
const part = String.raw`([a-z]\w*)(?:${label})?`
const node = new RegExp(`^${part}$`, "u")
const link = new RegExp(String.raw`^${part} (?:-->|-\.->)(?:\|${quoted}\|)? ${part}$`, "u")
const group = new RegExp(String.raw`^subgraph [a-z]\w*\[${quoted}\]$`, "u")

const labelled = ([id = "", ...labels]: ReadonlyArray<string | undefined>) => {
  const found = labels.find((one) => one !== undefined)
  return { id, labels: found === undefined ? [] : [[id, found] as const] }
}

const inFlowchart = (line: string): Said | undefined => {
  if (group.test(line)) return { opens: 1 }
  if (line === "end") return { opens: -1 }
  const alone = node.exec(line)
  if (alone !== null) return { labels: labelled(alone.slice(1)).labels }
  const found = link.exec(line)
  if (found === null) return undefined
  const [from, to] = [labelled(found.slice(1, 6)), labelled(found.slice(7))]
  return { labels: [...from.labels, ...to.labels], edges: [{ from: from.id, to: to.id, text: found[6] }] }
}

const transition = /^(\[\*\]|[a-z]\w*) --> (\[\*\]|[a-z]\w*)(?: : (\S.*))?$/u
const state = /^([a-z]\w*) : (\S.*)$/u

const inStates = (line: string): Said | undefined => {
  const [, id, name] = state.exec(line) ?? []
  if (id !== undefined && name !== undefined) return { labels: [[id, name]] }
  const [, from, to, text] = transition.exec(line) ?? []
  return from === undefined || to === undefined ? undefined : { edges: [{ from, to, text }] }
}

const participant = /^participant ([a-z]\w*) as (\S.*)$/u
const message = /^([a-z]\w*)-?->>([a-z]\w*): (\S.*)$/u

const inSequence = (line: string): Said | undefined => {
  const [, id, name] = participant.exec(line) ?? []
  if (id !== undefined && name !== undefined) return { labels: [[id, name]] }
  const [, from, to, text] = message.exec(line) ?? []
  return from === undefined || to === undefined ? undefined : { edges: [{ from, to, text }] }
}

const kinds: ReadonlyArray<readonly [heading: RegExp, kind: Kind, read: (line: string) => Said | undefined]> = [
  [/^flowchart (?:TD|LR)$/u, "flowchart", inFlowchart],
  [/^stateDiagram-v2$/u, "stateDiagram", inStates],
  [/^sequenceDiagram$/u, "sequenceDiagram", inSequence]
]

/** What is wrong with a diagram, with its line from 1. */
export class DiagramMalformed extends Error {}

const comment = /^%% words of ([a-z-]+): (.+)$/u

/**
 * Reads a diagram: a flowchart, states or a sequence of messages. Every line has to be understood, every block closed, and
 * every part that a line leads to or from has to be labelled once.
 */
export const read = (code: string): Diagram => {
  const [heading = "", ...rest] = code.split("\n")
  const known = kinds.find(([pattern]) => pattern.test(heading))
  if (known === undefined) throw new DiagramMalformed(`line 1: “${heading}” begins no diagram that is known`)
  const [, kind, understand] = known
  const [labels, words] = [new Map<string, string>(), new Map<string, ReadonlyArray<string>>()]
  const edges: Array<Edge> = []
  let open = 0
  for (const [index, line] of rest.map((one) => one.trim()).entries()) {
    const where = `line ${index + 2}`
    const [, owner, ids] = comment.exec(line) ?? []
    if (owner !== undefined && ids !== undefined) {
      words.set(owner, ids.split(" "))
      continue
    }
    const said = understand(line)
    if (said === undefined) throw new DiagramMalformed(`${where}: “${line}” is nothing a ${kind} can say`)
    for (const [id, name] of said.labels ?? []) {
      if (labels.has(id)) throw new DiagramMalformed(`${where}: “${id}” is labelled twice`)
      labels.set(id, name)
    }
    edges.push(...(said.edges ?? []))
    open += said.opens ?? 0
    if (open < 0) throw new DiagramMalformed(`${where}: nothing is open here`)
  }
  if (open > 0) throw new DiagramMalformed("a subgraph is never closed")
  if (edges.length === 0) throw new DiagramMalformed("nothing leads anywhere")
  const bare = edges.flatMap(({ from, to }) => [from, to]).find((id) => id !== "[*]" && !labels.has(id))
  if (bare !== undefined) throw new DiagramMalformed(`“${bare}” has no label`)
  return { kind, labels, edges, words }
}
