import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { parts } from "./council.ts"
import { places } from "./places.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "wuhan-councils",
    names: { zh: "武汉市楼宇理事会（示例）", en: "Building councils of Wuhan (example)" },
    profile: "wuhan",
    since: "2020-01-01"
  },
  join(places, ...parts)
)
