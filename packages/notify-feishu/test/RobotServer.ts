import { createHmac } from "node:crypto"
import type { Trial } from "@louyu/ports/testing"
import type { Reply, Request, Vendor } from "@louyu/ports/testing/http"

/** What the server answers, as the vendor writes it. */
export const said = (code: number, msg: string, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify({ code, data: {}, msg })
})

export const replies = {
  ok: { status: 200, body: '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}' },
  okOfOldRobots: { status: 200, body: '{"Extra":null,"StatusCode":0,"StatusMessage":"success"}' },
  badToken: said(19001, "param invalid: incoming webhook access token invalid"),
  badParameter: said(19002, "params error, msg_type need"),
  sign: said(19021, "sign match fail or timestamp is not within one hour from current time"),
  address: said(19022, "Ip Not Allowed"),
  keyword: said(19024, "Key Words Not Found"),
  tooMany: said(11232, "frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]"),
  badRequest: said(9499, "Bad Request"),
  badRequestAs400: said(9499, "Bad Request", 400),
  tooLong: said(19036, "message too large"),
  throttled: {
    status: 429,
    headers: { "x-ogw-ratelimit-reset": "7" },
    body: '{"code":99991400,"msg":"request trigger frequency limit"}'
  }
} satisfies Record<string, Reply>

type Tag = { readonly tag: string } & Readonly<Record<string, unknown>>

/** What a robot was given in one message, as it was written. */
export interface Given {
  readonly title: string | undefined
  readonly content: ReadonlyArray<ReadonlyArray<Tag>>
}

/** How a robot is set up. Shape: `now` is the server's clock. */
export interface Robot {
  readonly token: string
  readonly secret?: string
  readonly keyword?: string
  readonly given?: Array<Given>
  readonly limited?: boolean
  readonly now?: () => number
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isTag = (value: unknown): value is Tag => {
  if (!isRecord(value)) return false
  if (value.tag === "text") return typeof value.text === "string"
  if (value.tag === "a") return typeof value.text === "string" && typeof value.href === "string"
  return value.tag === "at" && typeof value.user_id === "string"
}
const isContent = (value: unknown): value is Given["content"] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && row.every(isTag))

const field = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce((at, name) => (isRecord(at) ? at[name] : undefined), value)

/** The post in a body that keeps the documented rules, or the answer to one that does not. */
export const check = (value: unknown): Given | Reply => {
  if (field(value, "msg_type") !== "post") return replies.badParameter
  const post = field(value, "content", "post", "zh_cn")
  const [title, content] = [field(post, "title"), field(post, "content")]
  if (!isContent(content)) return replies.badParameter
  return title === undefined || typeof title === "string" ? { title, content } : replies.badParameter
}

const security = (value: unknown, { keyword, now = Date.now, secret }: Robot, body: string): Reply | undefined => {
  if (secret !== undefined) {
    const timestamp = field(value, "timestamp")
    if (typeof timestamp !== "string" || !/^\d{10}$/u.test(timestamp)) return replies.sign
    if (Math.abs(Number(timestamp) * 1000 - now()) > 3_600_000) return replies.sign
    if (field(value, "sign") !== createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64"))
      return replies.sign
  }
  return keyword === undefined || body.includes(keyword) ? undefined : replies.keyword
}

const shown = ({ content, title }: Given): string =>
  [
    title ?? "",
    ...content.map((row) => row.map((one) => `${one.text ?? ""}${one.tag === "a" ? ` ${one.href}` : ""}`).join(""))
  ].join("\n")

/** A robot as the vendor describes it. */
export const robot = (setup: Robot): Vendor => {
  const { given = [], limited = false, now = Date.now, token } = setup
  const times: Array<number> = []
  const within = (millis: number): number => times.filter((time) => time > now() - millis).length
  const read = ({ body, headers, method, path }: Request): Trial.Arrival | Reply => {
    const [, sent] = /^\/open-apis\/bot\/v2\/hook\/([^/?]+)$/u.exec(path) ?? []
    if (method !== "POST" || sent === undefined) return { status: 404, body: "404 page not found" }
    if (decodeURIComponent(sent) !== token) return replies.badToken
    if (!/^application\/json\b/u.test(headers["content-type"] ?? "")) return replies.badRequest
    if (Buffer.byteLength(body) > 20 * 1024) return replies.badRequest
    if (limited && (within(1_000) >= 5 || within(60_000) >= 100)) return replies.tooMany
    const value: unknown = JSON.parse(body)
    const taken = security(value, setup, body) ?? check(value)
    if ("status" in taken) return taken
    times.push(now())
    given.push(taken)
    return { text: shown(taken) }
  }
  return {
    read,
    accepts: replies.ok,
    refuses: replies.badRequest,
    slowsDown: replies.tooMany,
    disabled: replies.badToken
  }
}
