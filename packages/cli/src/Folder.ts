import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Report } from "@louyu/exchange"
import * as Effect from "effect/Effect"
import { FileUnusable, FolderOccupied } from "./CliError.ts"

const reasonOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown"

const attempt = <A>(path: string, action: "read" | "write", work: () => Promise<A>) =>
  Effect.tryPromise({ try: work, catch: (error) => new FileUnusable({ path, action, reason: reasonOf(error) }) })

// Of other files only the names matter: that nobody reads them is told without reading them.
const isRead = (name: string): boolean => /\.(?:csv|json)$/iu.test(name)

/**
 * Reads the files of a city folder, not those in folders below it, nor hidden ones.
 *
 * Fails: `FileUnusable`.
 */
export const read = Effect.fnUntraced(function* (cwd: string, folder: string) {
  const path = resolve(cwd, folder)
  const entries = yield* attempt(folder, "read", () => readdir(path, { withFileTypes: true }))
  const files = new Map<string, Uint8Array>()
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.isDirectory()) continue
    const shown = join(folder, entry.name)
    const content = isRead(entry.name)
      ? yield* attempt(shown, "read", () => readFile(join(path, entry.name)))
      : new Uint8Array()
    files.set(entry.name, content)
  }
  const all: Report.Files = files
  return all
})

/**
 * Writes files into a new folder.
 *
 * Fails: `FolderOccupied` when it exists and is not empty; nothing is written then. `FileUnusable`.
 */
export const write = Effect.fnUntraced(function* (cwd: string, folder: string, files: Report.Files) {
  const path = resolve(cwd, folder)
  yield* attempt(folder, "write", () => mkdir(path, { recursive: true }))
  const present = yield* attempt(folder, "read", () => readdir(path))
  if (present.length > 0) return yield* new FolderOccupied({ folder })
  for (const [name, content] of files) {
    yield* attempt(join(folder, name), "write", () => writeFile(join(path, name), content, { flag: "wx" }))
  }
})
