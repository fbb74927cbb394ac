import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { places } from "./places.ts"
import { station } from "./station.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "huangshi-wanda",
    names: { zh: "黄石万达智慧政务e站（示例）", en: "E-station at Wanda, Huangshi (example)" },
    profile: "huangshi",
    since: "2022-01-01"
  },
  join(places, station)
)
