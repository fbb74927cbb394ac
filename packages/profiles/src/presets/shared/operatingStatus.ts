import { Text } from "@louyu/kernel"
import type { Structure } from "@louyu/organisation"

/**
 * Whether a comprehensive committee only exists on paper or has staff, duties and a budget.
 *
 * Source: P-13.
 */
export const operatingStatus: typeof Structure.Classification.Encoded = {
  id: "operating-status",
  names: Text.of("运行状态", "Operating status"),
  options: [
    { id: "nominal", names: Text.of("名义运行", "Nominal") },
    { id: "substantive", names: Text.of("实体化运行", "Substantive") }
  ],
  compulsoryFor: ["comprehensive-committee"]
}
