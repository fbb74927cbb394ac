import { Frames } from "@louyu/economy"
import { Money } from "@louyu/kernel"
import { named } from "../../Preset.ts"
import { frame } from "./frames.ts"

const [million, yuan] = [1_000_000, 100]

/** What the cities of Hubei measure by: four goals, three steps of an enterprise, two tiers of tax. Source: H-01, H-25, H-31. */
export const hubeiEconomy = {
  tiers: { thresholds: [Money.fen(10 * million * yuan), Money.fen(100 * million * yuan)] },
  frames: [
    Frames.fourGoals,
    frame(
      "lifecycle",
      "进得来、留得住、发展好",
      "Come in, stay, grow",
      "H-25",
      named("comeIn", "进得来", "Come in"),
      named("stay", "留得住", "Stay"),
      named("grow", "发展好", "Grow")
    )
  ]
} as const
