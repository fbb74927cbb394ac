// A word may be 75 characters long, of which 63 are Base64: 45 bytes.
const longestWordBytes = 45

/** A text as a header carries it: as it is where it is plain ASCII, else as encoded words. Source: RFC 2047. */
export const headerText = (text: string): string => {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u.test(text) && !text.includes("=?")) return text
  const words = [""]
  for (const character of text) {
    const word = (words.at(-1) ?? "") + character
    if (Buffer.byteLength(word) <= longestWordBytes) words[words.length - 1] = word
    else words.push(character)
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ")
}
