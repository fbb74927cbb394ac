import { Text } from "@louyu/kernel"
import type { Field } from "@louyu/matching"

const option = (id: string, zh: string, en: string) => ({ id, names: Text.of(zh, en) })

/** What the eligibility of a service usually asks of an enterprise. Source: P-31, domain 2.5, D-08 (stage). */
export const enterpriseFields: ReadonlyArray<Field.Field> = [
  { id: "size", type: "size", names: Text.of("企业规模", "Size of enterprise") },
  { id: "industry", type: "industry", names: Text.of("行业", "Industry") },
  { id: "place", type: "place", names: Text.of("所在", "Place") },
  { id: "settledOn", type: "date", names: Text.of("入驻日期", "Settled on") },
  { id: "staff", type: "number", names: Text.of("员工人数", "Staff"), unit: Text.of("人", "people") },
  {
    id: "stage",
    type: "choice",
    names: Text.of("发展阶段", "Stage of development"),
    options: [
      option("founding", "初创", "founding"),
      option("growing", "成长", "growing"),
      option("mature", "成熟", "mature")
    ]
  },
  {
    id: "qualifications",
    type: "set",
    names: Text.of("资质", "Qualifications"),
    options: [
      option("aboveScale", "规上企业", "above scale"),
      option("highTech", "高新技术企业", "high-tech enterprise"),
      option("srdi", "专精特新", "specialised and innovative")
    ]
  }
]
