import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { define, kind, level, skippable } from "../Preset.ts"

/**
 * China's five division levels as regions, and nothing else.
 *
 * Local are the codes of GB/T 2260 and the statistical area codes below it; the prefecture and county steps may be left
 * out, because some counties answer to a province and some towns to a prefecture directly.
 * Source: domain 2.2, GB/T 2260, GB/T 10114.
 */
export const divisions = define({
  id: "divisions",
  version: 1,
  names: Text.of("中国行政区划", "Divisions of China"),
  timeZone: "Asia/Shanghai",
  languages: ["zh", "en"],
  calendar: "china",
  defaults: { language: "zh" },
  structure: {
    id: "divisions",
    version: 1,
    names: Text.of("省市县乡村五级", "Five division levels"),
    levels: {
      command: [],
      location: [
        level("province", "省级", "Province"),
        skippable("prefecture", "地级", "Prefecture"),
        skippable("county", "县级", "County"),
        level("township", "乡级", "Township"),
        level("village", "村级", "Village or community")
      ]
    },
    kinds: [
      kind("province", "省级行政区", "Province", "region", { level: { location: "province" }, root: ["location"] }),
      kind("prefecture", "地级行政区", "Prefecture", "region", { level: { location: "prefecture" } }),
      kind("county", "县级行政区", "County", "region", { level: { location: "county" } }),
      kind("township", "乡级行政区", "Township", "region", { level: { location: "township" } }),
      kind("village", "村级区划", "Village or community", "region", { level: { location: "village" } })
    ],
    classifications: [],
    patterns: [],
    branchRules: Structure.nationalBranchRules
  }
})
