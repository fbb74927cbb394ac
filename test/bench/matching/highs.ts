import highs from "highs"

// The types are those of the CommonJS build, whose loader is a field `default`; the ES module is the loader itself.
const loader = highs as unknown as typeof highs.default

/** A solver of its own, compiled to WebAssembly. */
export const load = (): ReturnType<typeof loader> => loader()
