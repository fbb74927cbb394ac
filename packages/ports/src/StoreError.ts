import { Problem } from "@louyu/kernel"

/** The stream has moved on since the caller read it; nothing was written. Read again, decide again, append again. */
export class VersionConflict extends Problem.define(
  "ports",
  "VersionConflict"
)<{
  readonly tenant: string
  readonly stream: string
  readonly expected: number
  readonly actual: number
}>((e) => ({
  zh: `数据流 ${e.stream} 已到第 ${e.actual} 版（预期第 ${e.expected} 版），未写入任何内容；请重新读取后再试。`,
  en: `Stream ${e.stream} is at version ${e.actual}, not ${e.expected}; nothing was written. Read it again and retry.`
})) {}

/**
 * An event id of the batch belongs to another event already; nothing was written.
 *
 * Not raised when the whole batch is known in its stream: that is a retry, and is acknowledged.
 */
export class EventIdReused extends Problem.define(
  "ports",
  "EventIdReused"
)<{
  readonly tenant: string
  readonly stream: string
  readonly id: string
}>((e) => ({
  zh: `写入数据流 ${e.stream} 的事件编号 ${e.id} 已被使用，未写入任何内容；每个事件请用新的编号。`,
  en: `Event id ${e.id}, sent to stream ${e.stream}, is in use already; nothing was written. Give every event a new id.`
})) {}

/** The person's data were erased for good; nothing about this person can be stored again. */
export class PersonErased extends Problem.define(
  "ports",
  "PersonErased"
)<{
  readonly tenant: string
  readonly person: string
}>((e) => ({
  zh: `人员 ${e.person} 的个人信息已被永久删除，不能再次写入；如系新授权，请使用新的人员编号。`,
  en: `The data of person ${e.person} were erased for good and cannot be stored again; use a new person id.`
})) {}

/** Why a store could not be reached. */
export type Unavailability = "cannotOpen" | "connection" | "closed" | "diskFull" | "inputOutput" | "other"

const unavailability: Record<Unavailability, readonly [zh: string, en: string]> = {
  cannotOpen: ["无法打开，请检查路径与权限", "it cannot be opened; check path and permissions"],
  connection: [
    "无法连接或连接中断，请检查地址、网络和服务",
    "it cannot be reached, or the connection broke; check address, network and server"
  ],
  closed: ["已关闭，请重新打开", "it is closed; open it again"],
  diskFull: ["磁盘已满，请腾出空间", "the disk is full; free some space"],
  inputOutput: ["读写出错，请检查磁盘", "reading or writing failed; check the disk"],
  other: ["驱动报告了意外错误", "the driver reported an unexpected error"]
}

/**
 * The store cannot be reached or cannot work now. Says nothing about what is in it: an append that failed so may have
 * been written, and may be sent again with the same event ids.
 *
 * Shape: `detail` is the driver's own code, if it gave one.
 */
export class StoreUnavailable extends Problem.define(
  "ports",
  "StoreUnavailable"
)<{
  readonly store: string
  readonly reason: Unavailability
  readonly detail: string | undefined
}>((e) => {
  const [zh, en] = unavailability[e.reason]
  const detail = e.detail === undefined ? "" : ` (${e.detail})`
  return { zh: `存储 ${e.store} 不可用：${zh}${detail}。`, en: `Store ${e.store} is unavailable: ${en}${detail}.` }
}) {}

/** Somebody else kept the store locked for longer than the caller was ready to wait. */
export class StoreLocked extends Problem.define(
  "ports",
  "StoreLocked"
)<{
  readonly store: string
  readonly waitedMillis: number
}>((e) => ({
  zh: `存储 ${e.store} 被其他程序锁定，已等待 ${e.waitedMillis} 毫秒；请稍后重试，或先结束占用它的程序。`,
  en: `Store ${e.store} stayed locked by another program for ${e.waitedMillis} ms; retry, or end that program first.`
})) {}

/** The store was opened for reading only, or may not be written by this user. */
export class StoreReadOnly extends Problem.define(
  "ports",
  "StoreReadOnly"
)<{
  readonly store: string
}>((e) => ({
  zh: `存储 ${e.store} 为只读，未写入任何内容；请以可写方式打开并检查文件权限。`,
  en: `Store ${e.store} is read-only; nothing was written. Open it for writing and check the file's permissions.`
})) {}

/** There is no store at this place. Opening never makes one. */
export class StoreMissing extends Problem.define(
  "ports",
  "StoreMissing"
)<{
  readonly store: string
}>((e) => ({
  zh: `存储 ${e.store} 不存在；请检查路径，或先创建（louyu load 会新建）。`,
  en: `There is no store ${e.store}; check the path, or create it first (louyu load makes a new one).`
})) {}

/** A store was to be created where there is something already; it was left as it is. */
export class StoreExists extends Problem.define(
  "ports",
  "StoreExists"
)<{
  readonly store: string
}>((e) => ({
  zh: `${e.store} 已存在，未作改动；请打开它，或换一个路径。`,
  en: `${e.store} exists already and was left as it is; open it, or choose another path.`
})) {}

/** What is there was not made by Louyu. It was not touched. */
export class StoreForeign extends Problem.define(
  "ports",
  "StoreForeign"
)<{
  readonly store: string
}>((e) => ({
  zh: `${e.store} 不是楼宇（Louyu）的存储文件，未作改动；请检查路径。`,
  en: `${e.store} is not a Louyu store and was left as it is; check the path.`
})) {}

/** The store is of an older version. Opening never migrates; migrate it on purpose, after a backup. */
export class StoreNotMigrated extends Problem.define(
  "ports",
  "StoreNotMigrated"
)<{
  readonly store: string
  readonly found: number
  readonly needed: number
}>((e) => ({
  zh: `存储 ${e.store} 的结构为第 ${e.found} 版，需要第 ${e.needed} 版；请备份后执行迁移。`,
  en: `Store ${e.store} has schema version ${e.found}, ${e.needed} is needed; back it up, then migrate it.`
})) {}

/** The store was written by a newer release. */
export class StoreNewer extends Problem.define(
  "ports",
  "StoreNewer"
)<{
  readonly store: string
  readonly found: number
  readonly supported: number
}>((e) => ({
  zh: `存储 ${e.store} 的结构为第 ${e.found} 版，本程序最高支持第 ${e.supported} 版；请升级程序。`,
  en: `Store ${e.store} has schema version ${e.found}, this release supports ${e.supported}; upgrade the program.`
})) {}

/** What is stored at a place cannot be read back. Shape: `at` says where, never what. */
export class StoreCorrupt extends Problem.define(
  "ports",
  "StoreCorrupt"
)<{
  readonly store: string
  readonly at: string
}>((e) => ({
  zh: `存储 ${e.store} 在 ${e.at} 处的内容已损坏；请从备份恢复。`,
  en: `Store ${e.store} is damaged at ${e.at}; restore it from a backup.`
})) {}

/** Every way in which a store can fail that has nothing to do with what was asked of it. */
export type StoreError =
  | StoreUnavailable
  | StoreLocked
  | StoreReadOnly
  | StoreMissing
  | StoreForeign
  | StoreNotMigrated
  | StoreNewer
  | StoreCorrupt
