import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { cases, sessions } from "./chamber.ts"
import { places } from "./places.ts"
import { together } from "./together.ts"
import { serviceZone } from "./zone.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "foshan-wanke",
    names: { zh: "佛山万科金融中心（示例）", en: "Vanke Financial Centre, Foshan (example)" },
    profile: "foshan-zumiao",
    since: "2010-01-01"
  },
  join(places, sessions, cases, serviceZone, together)
)
