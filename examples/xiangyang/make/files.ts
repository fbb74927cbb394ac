import * as Files from "../../story/Files.ts"
import { districtCover } from "./districts.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "xiangyang-districts",
    names: { zh: "襄阳楼宇商圈（示例）", en: "Commercial districts of Xiangyang (example)" },
    profile: "xiangyang",
    since: "2019-01-01"
  },
  districtCover
)
