import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { files } from "./make/files.ts"

/** Writes the city folder anew: `node examples/hubei/make.ts`. A test checks that the folder is what this writes. */
const folder = new URL("./city/", import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, bytes] of files) writeFileSync(new URL(name, folder), bytes)
console.log(`${files.size} files in ${fileURLToPath(folder)}`)
