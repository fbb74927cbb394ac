import { writeFileSync } from "node:fs"
import { pages } from "./pages.ts"

/** Writes the documentation of all columns: `node packages/exchange/scripts/columns.ts`. A test checks that it is current. */
for (const [name, text] of pages) writeFileSync(new URL(`../${name}`, import.meta.url), text)
