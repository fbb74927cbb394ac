import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { office } from "./office.ts"
import { tiers } from "./tiers.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "example-province",
    names: { zh: "示例省楼宇经济（示例）", en: "Building economy of an example province" },
    profile: "generic",
    since: "2019-01-01"
  },
  join(tiers, office)
)
