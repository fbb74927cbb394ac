import { Text } from "@louyu/kernel"

/** What a form of activity is called. Source: the inventory id behind each. */
export interface Form {
  readonly form: string
  readonly names: Text.Text
  readonly source: string
}

const form = (id: string, zh: string, en: string, source: string): Form => ({
  form: id,
  names: Text.of(zh, en),
  source
})

/** The forms of activities that the sources name; a city may use others. */
export const common: ReadonlyArray<Form> = [
  form("lecture", "主题讲堂", "Lecture", "F-06"),
  form("noonHour", "午间一小时", "Noon hour", "P-39"),
  form("forum", "楼宇讲坛", "Building forum", "P-39"),
  form("festival", "节日活动", "Festival", "P-39"),
  form("training", "培训", "Training", "P-26"),
  form("shortVideoTraining", "短视频培训", "Short-video training", "P-26"),
  form("mentorConsultation", "导师问诊", "Mentor consultation", "H-30"),
  form("liveVideo", "视频直播", "Live video", "H-30"),
  form("fieldVisit", "实地走访", "Field visit", "H-30"),
  form("resourceMatching", "资源对接", "Resource matching", "H-30"),
  form("partyDay", "主题党日", "Themed Party day", "W-11"),
  form("volunteering", "志愿服务", "Volunteering", "W-12"),
  form("communityService", "反哺社区", "Service to the community", "W-13"),
  form("communityExchange", "楼社联动", "Building-community exchange", "D-10"),
  form("businessTalk", "商务洽谈", "Business talk", "D-11"),
  form("noonRest", "午休", "Noon rest", "D-11"),
  form("virtualReality", "VR 体验", "Virtual reality", "D-11"),
  form("matchmaking", "玫瑰有约", "Rose date", "F-07"),
  form("reading", "读书有约", "Reading date", "F-07"),
  form("skills", "技能有约", "Skills date", "F-07"),
  form("football", "英才杯足球赛", "Talent Cup football", "F-07"),
  form("birthday", "职工生日会", "Staff birthdays", "F-07"),
  form("fair", "服务集市", "Fair", "G-08")
]

/**
 * What a form is called; `undefined` when it is none of these.
 *
 * ```ts
 * ActivityForms.names("liveVideo") // => { zh: "视频直播", en: "Live video" }
 * ActivityForms.names("other") // => undefined
 * ```
 */
export const names = (id: string): Text.Text | undefined => common.find((one) => one.form === id)?.names
