import { readFileSync } from "node:fs"

/** Something that Louyu must show to hold: a mechanism, a figure, a feature. */
export interface Item {
  readonly id: string
  readonly en: string
  readonly zh: string
}

/** The items of one source, in the order of their numbers. */
export interface Family {
  readonly en: string
  readonly zh: string
  readonly items: ReadonlyArray<Item>
}

/** Every id a title of a test may begin with. */
export interface Inventory {
  readonly families: ReadonlyArray<Family>
  /** Open questions of the sources: titles may name them, but a question is nothing to prove. */
  readonly questions: ReadonlySet<string>
}

type Names = readonly [en: string, zh: string]

/** The inventory as its file holds it. */
export interface InventoryFile {
  readonly families: ReadonlyArray<{
    readonly family: string
    readonly en: string
    readonly zh: string
    readonly items: Readonly<Record<string, Names>>
  }>
  readonly questions: Readonly<Record<string, Names>>
}

export const make = (file: InventoryFile): Inventory => ({
  families: file.families.map(({ family, en, zh, items }) => ({
    en: `${family}: ${en}`,
    zh,
    items: Object.entries(items).map(([id, [name, label]]) => ({ id, en: name, zh: label }))
  })),
  questions: new Set(Object.keys(file.questions))
})

/** The inventory of this project. */
export const read = (): Inventory =>
  make(JSON.parse(readFileSync(new URL("inventory.json", import.meta.url), "utf8")) satisfies InventoryFile)

export const items = (inventory: Inventory): ReadonlyArray<Item> => inventory.families.flatMap((family) => family.items)
