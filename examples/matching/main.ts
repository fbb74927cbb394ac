import { bare, byLanguage, type Figures, measure } from "./measure.ts"
import { needs, oblique } from "./needs.ts"

/** Files the labelled needs and prints how well: `node examples/matching/main.ts`. */
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)
const line = (name: string, { needs: amount, recallAt1, recallAt3, precision, quiet }: Figures): string =>
  [name.padEnd(28), String(amount).padStart(5), ...[recallAt1, recallAt3, precision, quiet].map(percent)].join("  ")

const all = measure()
console.log(`${"".padEnd(28)}  needs     first     top 3     right     quiet`)
console.log(line("all", all))
console.log(line("  with Chinese characters", measure(byLanguage.zh)))
console.log(line("  in Latin letters", measure(byLanguage.en)))
console.log(line("all, without synonyms", measure(needs, bare)))
const roundabout = measure(oblique)
console.log(line("said in a roundabout way", roundabout))
for (const [name, { confusions }] of Object.entries({ all, "roundabout ones": roundabout })) {
  console.log(`\n${confusions.length} of ${name} filed otherwise than labelled: label → read`)
  for (const { text, wanted, read } of confusions) console.log(`  ${wanted} → ${read}: ${text}`)
}
