import * as Result from "effect/Result"
import { EncodingBroken, EncodingUnsupported } from "./ExchangeError.ts"

const strictUtf8 = new TextDecoder("utf-8", { fatal: true })
const lenientUtf8 = new TextDecoder("utf-8")
const strictGb18030 = new TextDecoder("gb18030", { fatal: true })

const attempt = (decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Tells UTF-8 with a few broken bytes from another encoding: what can be read of it is mostly sound.
 *
 * GB18030 reads almost any bytes, so a damaged UTF-8 file would come out as wrong characters without this.
 */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  let broken = 0
  let sound = 0
  for (const character of lenientUtf8.decode(bytes)) {
    if (character === "\uFFFD") broken++
    else if (character >= "\u0800") sound++
  }
  return sound > broken
}

/**
 * Reads bytes as text: UTF-8 with or without byte order mark, or else GB18030. The byte order mark is left out.
 *
 * Fails: `EncodingUnsupported` for UTF-16; `EncodingBroken` when the bytes are neither, or are damaged UTF-8.
 */
export const decode = (bytes: Uint8Array): Result.Result<string, EncodingUnsupported | EncodingBroken> => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return Result.fail(new EncodingUnsupported({ encoding: "UTF-16" }))
  }
  const text = attempt(strictUtf8, bytes)
  if (text !== undefined) return Result.succeed(text)
  const hasMark = first === 0xef && second === 0xbb && bytes[2] === 0xbf
  const chinese = hasMark || isDamagedUtf8(bytes) ? undefined : attempt(strictGb18030, bytes)
  return chinese === undefined ? Result.fail(new EncodingBroken({})) : Result.succeed(chinese)
}
