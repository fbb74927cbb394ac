import { createHmac } from "node:crypto"
import type { Trial } from "@louyu/ports/testing"
import type { Reply, Request, Vendor } from "@louyu/ports/testing/http"

/** What the server answers, as the vendor writes it. */
export const said = (errcode: number, errmsg: string): Reply => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ errcode, errmsg })
})

export const replies = {
  ok: said(0, "ok"),
  badToken: said(300005, "token is not exist"),
  noToken: said(40035, "缺少参数 access_token"),
  notPost: said(43002, "require post"),
  contentType: said(43004, "无效的HTTP HEADER Content-Type"),
  tooMany: said(130101, "send too fast, exceed 20 times per minute"),
  tooLong: said(40035, "message too long, exceed 20000 bytes"),
  timestamp: said(310000, "invalid timestamp, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]"),
  sign: said(310000, "sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]"),
  keyword: said(310000, "keywords not in content, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]"),
  address: said(
    310000,
    "ip 203.0.113.7 not in whitelist, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]"
  ),
  badType: said(400105, "不支持的消息类型"),
  missing: said(40035, "参数不存在"),
  blocked: {
    status: 200,
    body: '{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"7a4c0dd2f1f6402b9d9b2c6c1f0a7ab1"}'
  }
} satisfies Record<string, Reply>

/** What a robot was given in one message, as it was written. */
export interface Given {
  readonly msgtype: string
  readonly title?: string
  readonly content: string
  readonly atMobiles: ReadonlyArray<string>
  readonly atUserIds: ReadonlyArray<string>
  readonly isAtAll: boolean
}

/** How a robot is set up. Shape: `now` is the server's clock. */
export interface Robot {
  readonly token: string
  readonly secret?: string
  readonly keyword?: string
  readonly given?: Array<Given>
  readonly perMinute?: number
  readonly now?: () => number
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null
const isList = (value: unknown): value is ReadonlyArray<string> =>
  Array.isArray(value) && value.every((one) => typeof one === "string")

/** The content of a body that keeps the documented rules, or the answer to one that does not. */
export const check = (body: string): Given | Reply => {
  if (Buffer.byteLength(body) > 20_000) return replies.tooLong
  const value: unknown = JSON.parse(body)
  if (!isRecord(value)) return replies.missing
  const { at, msgtype } = value
  if (msgtype !== "text" && msgtype !== "markdown") return replies.badType
  const part = value[msgtype]
  if (!isRecord(part) || !isRecord(at)) return replies.missing
  const { atMobiles = [], atUserIds = [], isAtAll = false } = at
  if (!isList(atMobiles) || !isList(atUserIds) || typeof isAtAll !== "boolean") return replies.missing
  const [title, content] = msgtype === "text" ? [undefined, part.content] : [part.title, part.text]
  if (typeof content !== "string" || content.trim() === "") return replies.missing
  const calls = { atMobiles, atUserIds, isAtAll }
  if (msgtype === "text") return { msgtype, content, ...calls }
  return typeof title === "string" && title.trim() !== "" ? { msgtype, title, content, ...calls } : replies.missing
}

const security = (url: URL, { keyword, now = Date.now, secret }: Robot, body: string): Reply | undefined => {
  if (secret !== undefined) {
    const timestamp = url.searchParams.get("timestamp") ?? ""
    if (!/^\d{13}$/u.test(timestamp) || Math.abs(Number(timestamp) - now()) > 3_600_000) return replies.timestamp
    const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64")
    if (url.searchParams.get("sign") !== sign) return replies.sign
  }
  return keyword === undefined || body.includes(keyword) ? undefined : replies.keyword
}

const shown = ({ content, msgtype }: Given): string =>
  msgtype === "text" ? content : content.replace(/\[([^\]]*)\]\(([^)]*)\)/gu, "$1 $2").replace(/\*\*(.+?)\*\*/gsu, "$1")

/** A robot as the vendor describes it. */
export const robot = (setup: Robot): Vendor => {
  const { given = [], now = Date.now, perMinute = Number.POSITIVE_INFINITY, token } = setup
  const times: Array<number> = []
  const read = ({ body, headers, method, path }: Request): Trial.Arrival | Reply => {
    const url = new URL(path, "http://127.0.0.1")
    if (url.pathname !== "/robot/send") return { status: 404, body: "" }
    if (method !== "POST") return replies.notPost
    if (!url.searchParams.has("access_token")) return replies.noToken
    if (url.searchParams.get("access_token") !== token) return replies.badToken
    if (!/^application\/json\s*;\s*charset=utf-8$/iu.test(headers["content-type"] ?? "")) return replies.contentType
    if (times.filter((time) => time > now() - 60_000).length >= perMinute) return replies.tooMany
    const taken = security(url, setup, body) ?? check(body)
    if ("status" in taken) return taken
    times.push(now())
    given.push(taken)
    return { text: shown(taken) }
  }
  return { read, accepts: replies.ok, refuses: replies.badType, slowsDown: replies.tooMany, disabled: replies.badToken }
}
