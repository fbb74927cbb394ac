import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { JsonLinesStore } from "./index.ts"

/** A folder that is gone when the scope ends. */
export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "louyu-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** A store in a folder of its own that nobody has used. */
export const temporary = () => Layer.unwrap(Effect.map(folder, JsonLinesStore.layer))
