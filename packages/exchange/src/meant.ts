/** Words side by side, or what is said where there are none. */
export const orNone = (words: ReadonlyArray<string>, none: string, comma: string): string => words.join(comma) || none

/** The question whether one of the nearest words was meant; nothing where none is near. */
export const meant = (nearest: ReadonlyArray<string>) => ({
  zh: nearest.length === 0 ? "" : `是否想写“${nearest.join("”或“")}”？`,
  en: nearest.length === 0 ? "" : ` Did you mean "${nearest.join('" or "')}"?`
})
