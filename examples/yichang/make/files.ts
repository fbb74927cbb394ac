import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { bringing } from "./bringing.ts"
import { complex } from "./complex.ts"
import { growth } from "./growth.ts"
import { places } from "./places.ts"
import { posts } from "./posts.ts"
import { projects } from "./projects.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "yichang-incubator",
    names: { zh: "宜昌三峡云计算中心（示例）", en: "Three Gorges Cloud Computing Centre, Yichang (example)" },
    profile: "yichang",
    since: "2019-01-01"
  },
  join(places, posts, complex, bringing, growth, projects)
)
