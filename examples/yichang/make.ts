import * as Files from "../story/Files.ts"
import { files } from "./make/files.ts"

/** Writes the city folder anew: `node examples/yichang/make.ts`. A test checks that the folder is what this writes. */
Files.write(files, new URL("./city/", import.meta.url))
