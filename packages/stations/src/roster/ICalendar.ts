/** One line of an iCalendar text before it is written. Shape: `value` is as it stands in the text, escaped. */
export interface Property {
  readonly name: string
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>
  readonly value: string
}

/** A calendar, an event, a time zone. */
export interface Component {
  readonly name: string
  readonly properties: ReadonlyArray<Property>
  readonly components: ReadonlyArray<Component>
}

/** A property whose value needs no escaping: a number, a time, a word of the standard. */
export const plain = (name: string, value: string): Property => ({ name, parameters: [], value })

// Anything that is no text is left out; a line break of any kind is `\n`.
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "")
    .replaceAll(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n")

/** A property of people's words. Source: RFC 5545, 3.3.11. */
export const text = (name: string, value: string): Property => plain(name, escaped(value))

// Quotes and control characters cannot stand in a parameter; with a separator in it, it is quoted.
const parameter = (value: string): string => {
  const clean = value.replaceAll(/["\p{Cc}]/gu, "")
  return /[;:,]/u.test(clean) ? `"${clean}"` : clean
}

const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Folds a line at 75 octets, never within a character. Source: RFC 5545, 3.1. */
export const fold = (line: string): string => {
  let folded = ""
  let length = 0
  for (const character of line) {
    const more = octets(character)
    if (length + more > 75) {
      folded += "\r\n "
      length = 1
    }
    folded += character
    length += more
  }
  return folded
}

const lines = ({ name, properties, components }: Component): ReadonlyArray<string> => [
  `BEGIN:${name}`,
  ...properties.map(
    (one) => `${one.name}${one.parameters.map(([key, value]) => `;${key}=${parameter(value)}`).join("")}:${one.value}`
  ),
  ...components.flatMap(lines),
  `END:${name}`
]

/** Writes a component as text. */
export const write = (component: Component): string =>
  lines(component)
    .map((line) => `${fold(line)}\r\n`)
    .join("")

const two = (value: number): string => String(value).padStart(2, "0")

/** A time zone that is always as far from UTC. Units: `offset` in minutes. */
export const fixedZone = (id: string, offset: number): Component => {
  const size = Math.abs(offset)
  const utcOffset = `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`
  return {
    name: "VTIMEZONE",
    properties: [text("TZID", id)],
    components: [
      {
        name: "STANDARD",
        properties: [
          plain("DTSTART", "19700101T000000"),
          plain("TZOFFSETFROM", utcOffset),
          plain("TZOFFSETTO", utcOffset)
        ],
        components: []
      }
    ]
  }
}
