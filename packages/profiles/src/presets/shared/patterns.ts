import { Text } from "@louyu/kernel"
import { named } from "../../Preset.ts"

/**
 * A comprehensive committee, the functional branches and the entity bodies around it, as in `1+2+4`.
 *
 * Source: D-04, P-08.
 */
export const bodiesPattern = (functional: ReadonlyArray<string>) =>
  ({
    ...named("bodies", "综合党委＋功能型＋实体", "Committee, functional and entity bodies"),
    around: ["comprehensive-committee"],
    groups: [
      { names: Text.of("综合党委", "Comprehensive committee"), kinds: ["comprehensive-committee"] },
      { names: Text.of("功能型党支部", "Functional branches"), kinds: functional, nature: "functional" },
      {
        names: Text.of("实体党组织", "Entity bodies"),
        kinds: ["branch", "general-branch", "enterprise-committee"],
        nature: "entity"
      }
    ]
  }) as const

/** A centre and the stations around it, as in `1+N` or `1+X`. Source: H-10, P-17. */
export const stationsPattern = (zh: string, en: string, symbol: string, ...stations: ReadonlyArray<string>) =>
  ({
    ...named("stations", zh, en),
    around: ["service-centre"],
    groups: [
      { names: Text.of("中心", "Centre"), kinds: ["service-centre"] },
      { names: Text.of("站点", "Stations"), kinds: stations, symbol }
    ]
  }) as const
