// What takes two columns on a terminal and in an editor. Source: Unicode, East Asian Width.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/gu

const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

/** Writes rows as a Markdown table whose columns line up, also where Chinese stands beside English. */
export const write = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const all = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")))
  const widths = head.map((_, i) => Math.max(3, ...all.map((cells) => widthOf(cells[i] ?? ""))))
  const line = (cells: ReadonlyArray<string>): string =>
    `| ${widths.map((width, i) => `${cells[i] ?? ""}${" ".repeat(width - widthOf(cells[i] ?? ""))}`).join(" | ")} |`
  const [first = "", ...body] = all.map(line)
  return [first, line(widths.map((width) => "-".repeat(width))), ...body].join("\n")
}
