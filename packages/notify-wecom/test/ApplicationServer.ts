import type { Trial } from "@louyu/ports/testing"
import type { Reply, Request, Vendor } from "@louyu/ports/testing/http"
import { replies, said } from "./RobotServer.ts"

export const answers = {
  badSecret: said(40001, "invalid credential, hint: [1763868000123456789], from ip: 203.0.113.7"),
  badToken: said(40014, "invalid access_token, hint: [1763868000123456789], from ip: 203.0.113.7"),
  expired: said(42001, "access_token expired, hint: [1763868000123456789], from ip: 203.0.113.7"),
  badAgent: said(40056, "invalid agentid"),
  badAddress: said(60020, "not allow to access from your ip, hint: [1763868000123456789], from ip: 203.0.113.7"),
  nobody: said(81013, "user & party & tag all invalid")
}

/** What an application was given in one message. */
export interface Given {
  readonly touser: string
  readonly content: string
  readonly duplicateCheck: unknown
}

/** An application with its members. Shape: what stands here may be changed while it runs. */
export class Application {
  readonly corpId = "wwinvented"
  readonly secret = "an invented secret+/="
  readonly agentId = 1000002
  members: ReadonlyArray<string> = ["Invented.One", "invented-two"]
  unlicensed: ReadonlyArray<string> = []
  /** How many tokens were given out; the last is the one that counts. */
  tokens = 0
  expiresIn = 7200
  /** Says this about tokens that no longer count. */
  oldToken: Reply = answers.expired
  /** Instead of a token. */
  refusal: Reply | undefined
  readonly given: Array<Given> = []
}

const tokenOf = (application: Application): string => `token-${application.tokens}+/=`

const grant = (application: Application, url: URL): Reply => {
  if (application.refusal !== undefined) return application.refusal
  const { searchParams: query } = url
  if (query.get("corpid") !== application.corpId) return said(40013, "invalid corpid")
  if (query.get("corpsecret") !== application.secret) return answers.badSecret
  application.tokens += 1
  const answer = { errcode: 0, errmsg: "ok", access_token: tokenOf(application), expires_in: application.expiresIn }
  return { status: 200, body: JSON.stringify(answer) }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

/** The content of a body that keeps the documented rules, or the answer to one that does not. */
const check = (application: Application, body: string): Given | Reply => {
  const value: unknown = JSON.parse(body)
  if (!isRecord(value)) return replies.badParameter
  const { agentid, enable_duplicate_check: duplicateCheck, msgtype, text, touser } = value
  if (msgtype !== "text") return replies.badType
  if (agentid !== application.agentId) return answers.badAgent
  if (!isRecord(text) || typeof text.content !== "string" || typeof touser !== "string") return replies.badParameter
  if (text.content.trim() === "") return replies.empty
  if (Buffer.byteLength(text.content) > 2048) return replies.tooLong
  return { touser, content: text.content, duplicateCheck }
}

const told = (application: Application, given: Given): Reply => {
  const names = given.touser.split("|")
  const known = (list: ReadonlyArray<string>, name: string) =>
    list.some((one) => one.toLowerCase() === name.toLowerCase())
  const invalid = names.filter((name) => !known(application.members, name))
  if (invalid.length === names.length) return answers.nobody
  const unlicensed = names.filter((name) => known(application.unlicensed, name))
  return {
    status: 200,
    body: JSON.stringify({
      errcode: 0,
      errmsg: "ok",
      // The vendor gives the names back in small letters.
      ...(invalid.length === 0 ? {} : { invaliduser: invalid.join("|").toLowerCase() }),
      ...(unlicensed.length === 0 ? {} : { unlicenseduser: unlicensed.join("|") }),
      msgid: `msg-${application.given.length + 1}`
    })
  }
}

const shown = (content: string): string =>
  content.replace(/<a href="([^"]*)">(.*?)<\/a>/gsu, "$2 $1").replaceAll("\u2060", "")

/** The interface of an application as the vendor describes it. */
export const interfaceOf = (application: Application): Vendor => {
  const read = ({ body, headers, method, path }: Request): Trial.Arrival | Reply => {
    const url = new URL(path, "http://127.0.0.1")
    if (method === "GET" && url.pathname === "/cgi-bin/gettoken") return grant(application, url)
    if (method !== "POST" || url.pathname !== "/cgi-bin/message/send") return { status: 404, body: "" }
    if (!/^application\/json\b/u.test(headers["content-type"] ?? "")) return replies.badParameter
    if (url.searchParams.get("access_token") !== tokenOf(application)) return application.oldToken
    const given = check(application, body)
    if ("status" in given) return given
    const answer = told(application, given)
    if (answer === answers.nobody) return answer
    application.given.push(given)
    return answer
  }
  return {
    read,
    accepts: said(0, "ok"),
    refuses: replies.badParameter,
    slowsDown: replies.tooMany,
    disabled: answers.badAddress
  }
}

/** The same, answering as every server does, so that what it takes is counted as arrived. */
export const counted = (application: Application): Vendor => {
  const vendor = interfaceOf(application)
  return {
    ...vendor,
    read: (request) => {
      const before = application.given.length
      const read = vendor.read(request)
      const given = application.given[before]
      return given === undefined ? read : { text: shown(given.content) }
    }
  }
}
