import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Io, run } from "../../src/index.ts"

/** The city folder of these tests. */
export const fixture = fileURLToPath(new URL("../fixtures/city", import.meta.url))

/** What a run left behind. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What may be different about a shell. */
export interface Conditions {
  readonly env?: Io["env"]
  readonly isTerminal?: boolean
  readonly now?: () => number
  readonly signal?: AbortSignal
  /** Told of everything written to the error stream. */
  readonly onError?: (text: string) => void
}

/** The instant of every run: 2026-11-22T08:30Z, the same day in Shanghai. */
export const instant = Date.UTC(2026, 10, 22, 8, 30)

/** A folder of its own to work in; removed at the end. */
export class Workshop implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "louyu-cli-"));

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A copy of the city folder of these tests, with files changed: text, bytes, or `undefined` to take one away. */
  city(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}, name = "city"): string {
    const folder = join(this.folder, name)
    cpSync(fixture, folder, { recursive: true })
    for (const [file, content] of Object.entries(changes)) {
      if (content === undefined) rmSync(join(folder, file))
      else writeFileSync(join(folder, file), content)
    }
    return folder
  }

  /** A copy of the folder with cases, bodies and whistles, `cases`, with rows added to files. */
  casework(rows: Readonly<Record<string, string>>): void {
    const folder = join(this.folder, "cases")
    cpSync(fileURLToPath(new URL("../fixtures/cases", import.meta.url)), folder, { recursive: true })
    for (const [file, row] of Object.entries(rows)) appendFileSync(join(folder, file), `${row}\n`)
  }

  /** Runs the program in this folder as a shell would, with both streams caught. */
  async run(argv: ReadonlyArray<string>, conditions: Conditions = {}): Promise<Ran> {
    const { env = { LANG: "en_US.UTF-8" }, isTerminal = false, now = () => instant, onError } = conditions
    let [out, err] = ["", ""]
    const sink = (write: (text: string) => void) => ({ write, isTerminal, columns: 80 })
    const code = await run(argv, {
      stdout: sink((text) => {
        out += text
      }),
      stderr: sink((text) => {
        err += text
        onError?.(text)
      }),
      env,
      cwd: this.folder,
      now,
      signal: conditions.signal ?? new AbortController().signal
    })
    return { code, out, err }
  }
}

/** A file of the city folder of these tests with one line replaced, or one added at the end. */
export const edited = (file: string, replace: string | undefined, by: string): string => {
  const text = readFileSync(join(fixture, file), "utf8")
  if (replace === undefined) return `${text}${by}\n`
  if (!text.includes(replace)) throw new Error(`${file} does not contain ${replace}`)
  return text.replace(replace, by)
}

let kept: Promise<Uint8Array> | undefined

const loadOnce = async (): Promise<Uint8Array> => {
  using shop = new Workshop()
  shop.city()
  const { code, err } = await shop.run(["load", "city", "--store", "sqlite:store.db"])
  if (code !== 0) throw new Error(`the city folder of these tests cannot be loaded: ${err}`)
  return readFileSync(join(shop.folder, "store.db"))
}

/** A folder with the city folder of these tests, and a store it was loaded into: `city` and `store.db`. */
export const loaded = async (): Promise<Workshop> => {
  kept ??= loadOnce()
  const bytes = await kept
  const shop = new Workshop()
  shop.city()
  writeFileSync(join(shop.folder, "store.db"), bytes)
  return shop
}
