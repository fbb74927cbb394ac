const decoder = new TextDecoder("gb18030")

/** Two-byte codes of GB18030 by character: all that common Chinese text needs. Made by decoding every pair. */
const codes = new Map<string, readonly [number, number]>()
for (let lead = 0xfe; lead >= 0x81; lead--) {
  for (let trail = 0xfe; trail >= 0x40; trail--) {
    if (trail === 0x7f) continue
    const character = decoder.decode(new Uint8Array([lead, trail]))
    if ([...character].length === 1 && character !== "\uFFFD") codes.set(character, [lead, trail])
  }
}

/** Whether a text can be written with one- and two-byte codes. */
export const isEncodable = (text: string): boolean => [...text].every((c) => c < "\u0080" || codes.has(c))

/** A text in GB18030. */
export const encode = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((c) => (c < "\u0080" ? [c.charCodeAt(0)] : [...(codes.get(c) ?? [0x3f])])))
