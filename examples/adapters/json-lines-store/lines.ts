import * as fs from "node:fs"
import { dirname } from "node:path"

const lineBreak = 0x0a
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const unfit = (code: "closed" | "damaged" | "shared", at = "") => Object.assign(new Error(at), { code })

// JSON text holds no line break and no zero. What a crash leaves is a last line without its end or, because disks write
// in blocks, one with zeros in it; that line was never acknowledged. Anything else that cannot be read is damage.
const soundLength = (bytes: Buffer): number => {
  const end = bytes.lastIndexOf(lineBreak) + 1
  const begin = end < 2 ? 0 : bytes.lastIndexOf(lineBreak, end - 2) + 1
  return bytes.subarray(begin, end).includes(0) ? begin : end
}

const syncFolderOf = (path: string): void => {
  const folder = fs.openSync(dirname(path), "r")
  fs.fsyncSync(folder)
  fs.closeSync(folder)
}

/** Opens a file of lines, or makes it: cuts what a crash left of a line, and tells the others in order. */
export const openLines = (path: string, enter: (line: string) => void) => {
  const bytes = fs.readFileSync(path, { flag: "a+" })
  let length = soundLength(bytes)
  for (let begin = 0, number = 1, end = 0; begin < length; begin = end + 1, number += 1) {
    end = bytes.indexOf(lineBreak, begin)
    try {
      enter(utf8.decode(bytes.subarray(begin, end)))
    } catch {
      throw unfit("damaged", `line ${number}`)
    }
  }
  let file = fs.openSync(path, "a")
  fs.ftruncateSync(file, length)
  // What a killed process wrote may not be on the disk yet, and whoever reads it now takes it for kept.
  fs.fsyncSync(file)
  syncFolderOf(path)

  let sound = true
  // After a failure nobody knows what the disk holds, so nothing more is written until the file has been opened again.
  const change = (write: () => void): void => {
    if (!sound) throw unfit("closed")
    if (fs.statSync(path).size !== length) throw unfit("shared")
    sound = false
    write()
    length = fs.fstatSync(file).size
    sound = true
  }
  // Before this returns the line is on the disk.
  const append = (line: string): void => change(() => fs.appendFileSync(file, `${line}\n`, { flush: true }))
  // After a crash either all of these lines are there or all of those before.
  const replace = (lines: Iterable<string>): void =>
    change(() => {
      fs.writeFileSync(`${path}.new`, [...lines, ""].join("\n"), { flush: true })
      fs.closeSync(file)
      fs.renameSync(`${path}.new`, path)
      file = fs.openSync(path, "a")
      syncFolderOf(path)
    })
  const close = (): void => {
    if (sound) fs.closeSync(file)
    sound = false
  }
  return { append, replace, close }
}
