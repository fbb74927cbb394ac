import { globSync, readdirSync } from "node:fs"
import { defineConfig, type Options } from "tsup"

// One file out for every file in, so that an importer's bundler takes the modules it needs and no others: relative
// imports stay imports and only change their ending. The declarations come from `test/scripts/declarations.ts`.
const keepModules: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "keep-modules",
  setup: (build) => {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) =>
      kind === "entry-point" ? undefined : { path: path.replace(/\.ts$/u, ".js"), external: true }
    )
  }
}

const build = (folder: string): Options => {
  const source = `packages/${folder}/src/`
  const files = globSync(`${source}**/*.ts`)
  return {
    name: folder,
    entry: Object.fromEntries(files.map((path) => [path.slice(source.length, -".ts".length), path])),
    outDir: `packages/${folder}/dist`,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    removeNodeProtocol: false,
    external: [/^[^./]/u],
    splitting: false,
    esbuildPlugins: [keepModules],
    tsconfig: "tsconfig.json",
    dts: false,
    clean: true,
    sourcemap: true,
    silent: true,
    esbuildOptions: (options) => {
      options.charset = "utf8"
    }
  }
}

export default defineConfig(readdirSync("packages").map(build))
