import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { childcare } from "./childcare.ts"
import { places } from "./clusters.ts"
import { facilities } from "./facilities.ts"
import { fairs } from "./fair.ts"
import { hrPark } from "./park.ts"
import { empowerment } from "./programme.ts"
import { practical } from "./projects.ts"
import { rooms } from "./rooms.ts"
import { stations } from "./stations.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "wuhan-clusters",
    names: { zh: "武汉产业集聚区（示例）", en: "Clusters of Wuhan (example)" },
    profile: "wuhan",
    since: "2020-01-01"
  },
  join(places, stations, facilities, rooms, childcare, empowerment, practical, fairs, hrPark)
)
