import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../scripts/typescriptProgram.ts"

/** A public package as it would be published. */
export interface Packed {
  readonly name: string
  readonly folder: string
  readonly tarball: string
  /** The entry points, as they are imported: `@louyu/kernel`, `@louyu/kernel/testing`. */
  readonly imports: ReadonlyArray<string>
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, string>>
}

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"))
const workspace: { readonly packageManager: string } = json(`${root}/package.json`)

const pnpm = (folder: string, ...args: ReadonlyArray<string>): string =>
  execFileSync("npx", ["-y", workspace.packageManager, ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 240_000,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26
  })

/** Packs every public package that has been built. */
export const packAll = (): ReadonlyArray<Packed> => {
  const destination = `${root}/out/pack`
  rmSync(destination, { recursive: true, force: true })
  mkdirSync(destination, { recursive: true })
  return readdirSync(`${root}/packages`)
    .filter((folder) => (json(`${root}/packages/${folder}/package.json`) as Manifest).private !== true)
    .map((folder) => {
      const { name, exports = {} }: Manifest = json(`${root}/packages/${folder}/package.json`)
      pnpm(`${root}/packages/${folder}`, "pack", "--pack-destination", destination)
      const stem = `${name.replace("@", "").replace("/", "-")}-`
      const tarball = readdirSync(destination).find(
        (file) => file.startsWith(stem) && /^\d/u.test(file.slice(stem.length))
      )
      if (tarball === undefined) throw new Error(`${name} was not packed`)
      const imports = Object.keys(exports).map((entry) => name + entry.slice(1))
      return { name, folder, tarball: join(destination, tarball), imports }
    })
}

/** Installs packed packages, and what they ask their user to have, into a new project outside the workspace. */
export const consumer = (packed: ReadonlyArray<Packed>): string => {
  const folder = mkdtempSync(join(tmpdir(), "louyu-consumer-"))
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]))
  const version = (name: string): string => json(`${root}/node_modules/${name}/package.json`).version
  const tools = ["effect", "fast-check", "typescript", "vitest", "@types/node"]
  const manifest = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies: { ...tarballs, ...Object.fromEntries(tools.map((name) => [name, version(name)])) }
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest))
  writeFileSync(join(folder, "pnpm-workspace.yaml"), JSON.stringify({ packages: ["."], overrides: tarballs }))
  pnpm(folder, "install", "--prefer-offline", "--ignore-scripts")
  return folder
}

/** Writes a file of the consumer. */
export const write = (folder: string, path: string, text: string): string => {
  writeFileSync(join(folder, path), text)
  return join(folder, path)
}
