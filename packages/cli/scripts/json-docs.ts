import { writeFileSync } from "node:fs"
import { all } from "../src/Commands.ts"
import { markdown } from "./JsonDocs.ts"

/** Writes JSON.md anew: `node packages/cli/scripts/json-docs.ts`. A test checks that the file is what this writes. */
writeFileSync(new URL("../JSON.md", import.meta.url), markdown(all))
