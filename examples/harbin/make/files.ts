import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { centre } from "./centre.ts"
import { cases, joint } from "./meetings.ts"
import { consensus } from "./pact.ts"
import { places } from "./places.ts"
import { posts } from "./posts.ts"
import { volunteers } from "./volunteers.ts"
import { whistles } from "./whistles.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "harbin-fuli",
    names: { zh: "哈尔滨富力中心（示例）", en: "Fuli Centre, Harbin (example)" },
    profile: "harbin-daoli",
    since: "2020-01-01"
  },
  join(places, posts, joint, cases, whistles, volunteers, consensus, centre)
)
