import type { Posting } from "@louyu/ports"

const busy: Posting.Meaning = { as: "retry", word: "busy" }
const tooMany: Posting.Meaning = { as: "retry", word: "too many in a minute", afterMillis: 60_000 }
const concurrent: Posting.Meaning = { as: "retry", word: "too many at once", afterMillis: 1_000 }
const disabled = (word: string): Posting.Meaning => ({ as: "channelDisabled", word })
const rejected = (word: string): Posting.Meaning => ({ as: "rejected", word })

/** What the codes of a group robot mean, 0 aside. Source: developer.work.weixin.qq.com, paths 99110 and 90313. */
export const ofRobot: ReadonlyMap<number, Posting.Meaning> = new Map([
  [-1, busy],
  [45009, tooMany],
  [45033, concurrent],
  [93000, disabled("key not valid or robot removed")],
  [40007, rejected("media not valid")],
  [40008, rejected("message type not valid")],
  [40033, rejected("characters not valid")],
  [40035, rejected("parameter not valid")],
  [40058, rejected("parameter not valid")],
  [40063, rejected("parameter empty")],
  [41006, rejected("media missing")],
  [44004, rejected("content empty")],
  [45002, rejected("content too long")],
  [45008, rejected("too many articles")]
])

/** What the codes of applications mean, when a token is fetched and when a message is sent. */
export const ofApplication: ReadonlyMap<number, Posting.Meaning> = new Map([
  ...ofRobot,
  [40001, disabled("secret not valid")],
  [40013, disabled("corporation not valid")],
  [40014, disabled("token not valid")],
  [40056, disabled("agent not valid")],
  [42001, disabled("token expired")],
  [60020, disabled("address not in the trusted list")],
  [81013, rejected("no recipient in reach")]
])

/** Codes that say the token is no longer good: it is renewed once. The vendor has been seen to mix them up. */
export const ofOldToken: ReadonlySet<number> = new Set([40001, 40014, 42001])

/** The code of an answer, or `undefined` when it holds none. */
export const codeOf = ({ errcode }: Readonly<Record<string, unknown>>): number | undefined =>
  typeof errcode === "number" && Number.isInteger(errcode) ? errcode : undefined
