import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../../src/Commands.ts"
import { stored } from "./stations.ts"

/** Says that every answer to some questions is drawn as kept in golden/, and has the documented shape in JSON. */
export const areKept = (
  about: string,
  questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]>
): void => {
  describe(`an answer about ${about} for people`, () => {
    it.each(questions)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
      for (const language of ["zh", "en"]) {
        const { shop, run } = await stored()
        using _ = shop
        const { code, out, err } = await run(argv, language)
        expect([err, code]).toEqual(["", 0])
        // Line ends of a feed are the standard's; files in a repository have those of the repository.
        await expect(out.replaceAll("\r\n", "\n")).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
      }
    })
  })

  describe(`an answer about ${about} in JSON`, () => {
    it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
      const { shop, ask } = await stored()
      using _shop = shop
      const { code, answer } = await ask(...argv)
      expect(code).toBe(0)
      const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
      const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
      expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
    })
  })
}
