/**
 * Numbers for names, in the order in which they came.
 *
 * Open addressing over the list of names: 4 to 9 bytes a name besides the pointer to it, where a `Map` takes about 50.
 */
export interface Directory {
  readonly names: Array<string>
  /** Number of a name plus one, 0 where nobody is; the length is a power of two. */
  slots: Int32Array
}

export const make = (): Directory => ({ names: [], slots: new Int32Array(64) })

const hash = (name: string): number => {
  let mixed = 0x811c9dc5
  for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193)
  // Names that differ in the last character only must not lie side by side in long runs.
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}

/** The number of a name, or -1. */
export const find = ({ names, slots }: Directory, name: string): number => {
  const mask = slots.length - 1
  for (let slot = hash(name) & mask; ; slot = (slot + 1) & mask) {
    const row = (slots[slot] as number) - 1
    if (row < 0 || names[row] === name) return row
  }
}

const settle = (slots: Int32Array, name: string, row: number): void => {
  const mask = slots.length - 1
  let slot = hash(name) & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = row + 1
}

/** Gives a name that is not there the next number. */
export const add = (directory: Directory, name: string): number => {
  const row = directory.names.push(name) - 1
  if ((row + 1) * 8 > directory.slots.length * 7) {
    directory.slots = new Int32Array(directory.slots.length * 2)
    for (let each = 0; each < row; each++) settle(directory.slots, directory.names[each] as string, each)
  }
  settle(directory.slots, name, row)
  return row
}
