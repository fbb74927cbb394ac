/** A mail, or a part of one, taken apart: enough of RFC 2045 to 2047 to read what another program wrote. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly text: string
  readonly parts: ReadonlyArray<Part>
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/gu, "")
      .replace(/=([\dA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1"
  )

const encodedWord = /=\?utf-8\?([BQ])\?([^?]*)\?=/giu

/** A header as a reader sees it. */
const header = (value: string): string =>
  value
    .replace(/\r\n(?=[ \t])/gu, "")
    .replace(/\?=\s+=\?/gu, "?==?")
    .replace(/(?:=\?utf-8\?[BQ]\?[^?]*\?=)+/giu, (words) => {
      const bytes = [...words.matchAll(encodedWord)].map(([, how = "", what = ""]) =>
        how.toUpperCase() === "B" ? Buffer.from(what, "base64") : quotedPrintable(what.replaceAll("_", " "))
      )
      return Buffer.concat(bytes).toString("utf8")
    })

const decoded = (body: string, how: string): string => {
  if (how === "base64") return Buffer.from(body, "base64").toString("utf8")
  return (how === "quoted-printable" ? quotedPrintable(body) : Buffer.from(body, "latin1")).toString("utf8")
}

/** Reads a mail from its bytes, given as latin-1. */
export const read = (raw: string): Part => {
  const end = raw.indexOf("\r\n\r\n")
  const lines = raw.slice(0, end).split(/\r\n(?![ \t])/u)
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":")
      return [line.slice(0, colon).toLowerCase(), header(line.slice(colon + 1)).trim()]
    })
  )
  const type = headers.get("content-type") ?? "text/plain"
  const body = raw.slice(end + 4)
  const boundary = /boundary="?([^";]+)"?/u.exec(type)?.[1]
  if (boundary === undefined) {
    return { headers, type, text: decoded(body, headers.get("content-transfer-encoding") ?? "7bit"), parts: [] }
  }
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1)
  return { headers, type, text: "", parts: parts.map((part) => read(part.replace(/^\r\n/u, ""))) }
}

/** The first part of a type, wherever it stands. */
export const find = (part: Part, type: string): Part | undefined =>
  part.type.startsWith(type) ? part : part.parts.map((one) => find(one, type)).find((one) => one !== undefined)
