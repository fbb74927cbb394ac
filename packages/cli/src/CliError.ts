import type { Finding } from "@louyu/exchange"
import { Problem } from "@louyu/kernel"

/** Defines an error of the command line. */
export const define = <const Tag extends string>(tag: Tag) => Problem.define("cli", tag)

/** What somebody probably meant, in both languages. */
export const meant = (nearest: string | undefined) =>
  nearest === undefined ? { zh: "", en: "" } : { zh: `是否指 ${nearest}？`, en: ` Did you mean ${nearest}?` }

/** The store does not say which tenant is meant. */
export class TenantMissing extends define("TenantMissing")<{
  readonly store: string
  readonly tenants: ReadonlyArray<string>
}>((e) =>
  e.tenants.length === 0
    ? {
        zh: `存储 ${e.store} 中尚无数据，请先用 louyu load 载入。`,
        en: `Store ${e.store} is empty; load a city folder first.`
      }
    : {
        zh: `存储 ${e.store} 中有多个租户，请用 --tenant 指定：${e.tenants.join("、")}。`,
        en: `Store ${e.store} holds several tenants; choose one with --tenant: ${e.tenants.join(", ")}.`
      }
) {}

/** A file or folder cannot be read or written. Shape: `reason` is the code of the operating system. */
export class FileUnusable extends define("FileUnusable")<{
  readonly path: string
  readonly action: "read" | "write"
  readonly reason: string
}>((e) => {
  const missing = e.reason === "ENOENT"
  return {
    zh: missing
      ? `找不到 ${e.path}，请检查路径。`
      : `无法${e.action === "read" ? "读取" : "写入"} ${e.path}（${e.reason}），请检查路径与权限。`,
    en: missing
      ? `There is no ${e.path}; check the path.`
      : `${e.path} cannot be ${e.action === "read" ? "read" : "written"} (${e.reason}); check path and permissions.`
  }
}) {}

/** The folder for a new city holds files already. */
export class FolderOccupied extends define("FolderOccupied")<{ readonly folder: string }>((e) => ({
  zh: `文件夹 ${e.folder} 非空，未作改动；请换一个名称。`,
  en: `Folder ${e.folder} is not empty and was left as it is; choose another name.`
})) {}

/** A city folder has errors, so nothing can be asked of it. */
export class FolderUnsound extends define("FolderUnsound")<{
  readonly folder: string
  readonly errors: number
  readonly findings: ReadonlyArray<Finding.Finding>
}>((e) => ({
  zh: `文件夹 ${e.folder} 有 ${e.errors} 处错误，请先运行 louyu check ${e.folder}。`,
  en: `Folder ${e.folder} has ${e.errors} errors; run louyu check ${e.folder} first.`
})) {}

/** Names were asked for where the trace of reading them cannot be kept. */
export class TraceUnkept extends define("TraceUnkept")<{ readonly folder: string }>((e) => ({
  zh: `读取姓名须留痕，而文件夹 ${e.folder} 无处留痕；请先用 louyu load 载入存储，再用 --store 查询。`,
  en: `Reading names leaves a trace, and folder ${e.folder} cannot keep it; load it into a store and ask that with --store.`
})) {}

/** The work was ended by a signal. */
export class Interrupted extends define("Interrupted")<{ readonly recorded: boolean }>((e) =>
  e.recorded
    ? { zh: "已中断；全部内容此前已写入。", en: "Interrupted; everything had been written before." }
    : { zh: "已中断，未写入任何内容。", en: "Interrupted; nothing was written." }
) {}
