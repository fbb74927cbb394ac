import type { Look } from "./Look.ts"

/** A length of time in days, hours and minutes. */
export const text = (look: Look, minutes: number | null): string => {
  if (minutes === null) return ""
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const parts = [
    [days, look.label("天", "d")],
    [hours, look.label("小时", "h")],
    [rest, look.label("分", "min")]
  ] as const
  const shown = parts.filter(([count]) => count > 0).slice(0, 2)
  return shown.length === 0 ? "0" : shown.map(([count, unit]) => `${count} ${unit}`).join(" ")
}
