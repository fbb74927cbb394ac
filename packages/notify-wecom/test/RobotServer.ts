import type { Trial } from "@louyu/ports/testing"
import type { Reply, Request, Vendor } from "@louyu/ports/testing/http"

/** What the server answers, as the vendor writes it. */
export const said = (errcode: number, errmsg: string): Reply => ({
  status: 200,
  headers: { "content-type": "application/json; charset=UTF-8" },
  body: JSON.stringify({ errcode, errmsg })
})

const hint =
  "hint: [1763868000123456789], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query"
export const replies = {
  ok: said(0, "ok"),
  badKey: said(93000, `invalid webhook url, ${hint}?e=93000`),
  tooMany: said(45009, `api freq out of limit, ${hint}?e=45009`),
  tooLong: said(45002, `content size out of limit, ${hint}?e=45002`),
  badType: said(40008, `invalid message type, ${hint}?e=40008`),
  badParameter: said(40035, `invalid parameter, ${hint}?e=40035`),
  empty: said(44004, `empty content, ${hint}?e=44004`),
  badJson: said(40035, `Warning: wrong json format. invalid parameter, ${hint}?e=40035`)
}

/** What a robot was given in one message, as it was written. */
export interface Given {
  readonly msgtype: string
  readonly content: string
  readonly mentioned_list?: ReadonlyArray<string>
  readonly mentioned_mobile_list?: ReadonlyArray<string>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null
const isList = (value: unknown): value is ReadonlyArray<string> | undefined =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === "string"))

/** The content of a body that keeps the documented rules, or the answer to one that does not. */
export const check = (body: string): Given | Reply => {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return replies.badJson
  }
  if (!isRecord(value)) return replies.badParameter
  const { msgtype } = value
  if (msgtype !== "text" && msgtype !== "markdown") return replies.badType
  const part = value[msgtype]
  if (!isRecord(part) || typeof part.content !== "string") return replies.badParameter
  const { content, mentioned_list, mentioned_mobile_list } = part
  if (content.trim() === "") return replies.empty
  if (Buffer.byteLength(content) > (msgtype === "text" ? 2048 : 4096)) return replies.tooLong
  if (!isList(mentioned_list) || !isList(mentioned_mobile_list)) return replies.badParameter
  // Only text knows whom to call.
  if (msgtype === "markdown" && (mentioned_list ?? mentioned_mobile_list) !== undefined) return replies.badParameter
  return {
    msgtype,
    content,
    ...(mentioned_list === undefined ? {} : { mentioned_list }),
    ...(mentioned_mobile_list === undefined ? {} : { mentioned_mobile_list })
  }
}

const shown = ({ content, msgtype }: Given): string =>
  msgtype === "text" ? content : content.replace(/\[([^\]]*)\]\(([^)]*)\)/gu, "$1 $2").replace(/\*\*(.+?)\*\*/gsu, "$1")

/** A robot as the vendor describes it. Shape: `given` fills with what it took; `perMinute` is how many it takes. */
export const robot = (key: string, given: Array<Given> = [], perMinute = Number.POSITIVE_INFINITY): Vendor => {
  const times: Array<number> = []
  const read = ({ body, headers, method, path }: Request): Trial.Arrival | Reply => {
    const url = new URL(path, "http://127.0.0.1")
    if (method !== "POST" || url.pathname !== "/cgi-bin/webhook/send") return { status: 404, body: "" }
    if (url.searchParams.get("key") !== key) return replies.badKey
    if (!/^application\/json\b/u.test(headers["content-type"] ?? "")) return replies.badParameter
    const now = Date.now()
    if (times.filter((time) => time > now - 60_000).length >= perMinute) return replies.tooMany
    const read = check(body)
    if ("status" in read) return read
    times.push(now)
    given.push(read)
    return { text: shown(read) }
  }
  return {
    read,
    accepts: replies.ok,
    refuses: replies.badParameter,
    slowsDown: replies.tooMany,
    disabled: replies.badKey
  }
}
