import type { Sheet } from "./Sheet.ts"
import { attachmentSheets } from "./sheets/attachmentSheets.ts"
import { membershipSheets } from "./sheets/membershipSheets.ts"
import { relationSheets } from "./sheets/relationSheets.ts"
import { successionSheets } from "./sheets/successionSheets.ts"
import { unitSheets } from "./sheets/unitSheets.ts"

/** Every CSV file a city folder may hold, in the order of their documentation. */
export const sheets: ReadonlyArray<Sheet> = [
  ...unitSheets,
  ...successionSheets,
  ...membershipSheets,
  ...relationSheets,
  ...attachmentSheets
]
