const mask = (1n << 128n) - 1n
const prime = 0x0000000001000000000000000000013bn

/**
 * 32 hexadecimal digits that stand for some texts: the same for the same texts, on every machine.
 *
 * Shape: FNV-1a of 128 bits over UTF-16 code units; texts are told apart from each other. It protects from accidents and
 * not from attackers.
 */
export const fingerprint = (...texts: ReadonlyArray<string>): string => {
  let hash = 0x6c62272e07bb014262b821756295c58dn
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & mask
    // No text holds this: "a", "bc" and "ab", "c" are different.
    hash = ((hash ^ 0x10000n) * prime) & mask
  }
  return hash.toString(16).padStart(32, "0")
}
