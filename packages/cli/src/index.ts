export type { Io, Sink } from "./Io.ts"
export { run } from "./Program.ts"
