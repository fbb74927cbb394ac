import type { Row, Rows } from "../../story/Row.ts"
import { personId, tenures } from "./staff.ts"

const stems = "甲乙丙丁戊己庚辛壬癸"
const branches = "子丑寅卯辰巳午未申酉戌亥"

/** A name that is nobody's. */
const nameOf = (i: number): string => `示例${stems.charAt(Math.floor(i / 12))}${branches.charAt(i % 12)}`

// No mobile number in China begins with 100.
const mobileOf = (person: string): string => `1000000${person.slice(2).padStart(4, "0")}`

interface Known {
  readonly person: string
  readonly unit: string
  readonly duty: string
}

const known: ReadonlyArray<Known> = [
  ...tenures.map(({ person, unit, role }) => ({ person, unit, duty: role })),
  { person: personId(208), unit: "dept-05", duty: "示例联络干部" }
]

/** Who the ids stand for, under the last post they held. All of it is invented. */
export const people: Rows = {
  "people.csv": [...new Map(known.map((one) => [one.person, one])).values()]
    .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    .map(
      ({ person, unit, duty }, i): Row => ({
        人员: person,
        单元: unit,
        姓名: nameOf(i),
        手机: mobileOf(person),
        邮箱: i % 4 === 0 ? `${person}@example.com` : "",
        职务: duty
      })
    )
}
