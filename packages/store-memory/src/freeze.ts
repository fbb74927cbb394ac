import type * as Schema from "effect/Schema"

const put = (target: Record<string, Schema.Json>, key: string, value: Schema.Json): void => {
  // Assigning would set the prototype instead of adding a key.
  if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true })
  else target[key] = value
}

/**
 * A frozen copy of JSON data, equal to what writing it to a file and reading it back would give.
 *
 * Cost: about half of `JSON.parse(JSON.stringify(data))`, and reading it later costs nothing.
 */
export const freeze = (data: Schema.Json): Schema.Json => {
  if (typeof data === "number") return Number.isFinite(data) ? data + 0 : null
  if (typeof data !== "object" || data === null) return data
  if (Array.isArray(data)) return Object.freeze(data.map(freeze))
  const copy: Record<string, Schema.Json> = {}
  for (const [key, value] of Object.entries(data)) if (value !== undefined) put(copy, key, freeze(value))
  return Object.freeze(copy)
}
