import { Text } from "@louyu/kernel"
import { type Category, CategoryId } from "./Category.ts"

const category = (id: string, zh: string, en: string, parent?: string): Category => ({
  id: CategoryId.make(id),
  names: Text.of(zh, en),
  ...(parent === undefined ? {} : { parent: CategoryId.make(parent) })
})

/**
 * What is offered and wanted in an office building, by the five affairs of a one-stop station.
 *
 * A beginning: a city adds its own, or takes another taxonomy and says what means the same.
 * Source: P-20 for the five; H-13, W-05, W-08 for dining, parking, childcare, loans, shared work areas.
 */
export const officeCategories: ReadonlyArray<Category> = [
  category("party", "党务", "Party affairs"),
  category("government", "政务", "Government affairs"),
  category("community", "社务", "Community affairs"),
  category("medical", "医务", "Medical affairs"),
  category("legal", "法务", "Legal affairs"),
  category("membership", "党员组织关系", "Party membership", "party"),
  category("party-activity", "党建活动", "Party activities", "party"),
  category("volunteering", "志愿服务", "Volunteering", "party"),
  category("registration", "注册登记与营业执照", "Registration and licences", "government"),
  category("tax", "税务", "Tax", "government"),
  category("social-insurance", "社会保险与公积金", "Social insurance", "government"),
  category("talent", "人才", "Talent", "government"),
  category("recruitment", "招聘用工", "Recruitment", "government"),
  category("policy", "扶持政策", "Support policies and grants", "government"),
  category("finance", "贷款融资", "Loans and finance", "government"),
  category("lease", "办公用房租赁", "Lease of offices", "government"),
  category("ip", "知识产权", "Intellectual property", "government"),
  category("dining", "用餐", "Dining", "community"),
  category("parking", "停车", "Parking", "community"),
  category("charging", "充电", "Charging", "community"),
  category("childcare", "托育", "Childcare", "community"),
  category("repair", "物业维修", "Property repair", "community"),
  category("shared-space", "共享办公", "Shared work area", "community"),
  category("leisure", "文体活动", "Culture and sport", "community"),
  category("training", "技能培训", "Training", "community"),
  category("partners", "企业对接", "Finding partners", "community"),
  category("safety", "消防安全", "Fire safety", "community"),
  category("health", "健康服务", "Health", "medical"),
  category("counselling", "心理服务", "Counselling", "medical"),
  category("legal-advice", "法律咨询", "Legal advice", "legal"),
  category("labour-dispute", "劳动纠纷", "Labour disputes", "legal")
]
