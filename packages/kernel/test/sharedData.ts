import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const folders = [process.env.LOUYU_FIXTURES, fileURLToPath(new URL("../../../../shared/data", import.meta.url))]

/** The path of a file of the shared test data, or `undefined` where this data is not laid out. */
export const sharedFile = (name: string): string | undefined =>
  folders.flatMap((folder) => (folder === undefined ? [] : [`${folder}/${name}`])).find((path) => existsSync(path))

export const notLaidOut = "the shared test data is neither at ../shared/data nor in the folder named by LOUYU_FIXTURES"

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"))
