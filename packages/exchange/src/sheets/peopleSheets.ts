import type { AccessPolicy } from "@louyu/roles"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { optional, required } from "../Column.ts"
import type { Context } from "../Context.ts"
import * as Domain from "../DomainForm.ts"
import { FieldUnknown, PairInvalid, PersonRepeated } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as PeopleList from "../PeopleList.ts"
import type { Entry } from "../Report.ts"
import * as RoleForm from "../RoleForm.ts"
import { defineGrouped, given } from "../Sheet.ts"

type Fields = Readonly<Record<string, Redacted.Redacted<string>>>

const usual = "contact"
const ownColumns = ["name", "mobile", "email", "duty"] as const

const secret = (limit: number): Form.Form<Redacted.Redacted<string>> => {
  const { names, read } = Form.label(limit)
  return { names, read: (cell, context) => Result.map(read(cell, context), (text) => Redacted.make(text)) }
}

const further: Form.Form<Fields> = {
  names: { zh: "项目=内容；多项以分号分隔", en: "field=value, several separated by semicolons" },
  read: (cell) => {
    const pairs = Domain.pairs(cell)
    if (pairs === undefined) return Result.fail(new PairInvalid({}))
    return Result.succeed(Object.fromEntries(pairs.map(([field, value]) => [field, Redacted.make(value)])))
  }
}

const fieldsOf = (id: string, { policy }: Context): ReadonlyArray<string> => {
  const found = policy.classes.find((one: AccessPolicy.RecordClass) => one.id === id)
  return found === undefined ? [] : Object.keys(found.fields)
}

const people = defineGrouped({
  file: PeopleList.file,
  isPrivate: true,
  names: { zh: "人员", en: "People" },
  about: {
    zh: "人员编号对应的真实信息：存入保险库，不进入事实记录，只有有权者可见，可永久删除。",
    en: "Who the ids of people stand for. It goes into the vault and not among the facts, is shown to those who may see it only, and can be erased for good."
  },
  columns: {
    person: required(Domain.person, "人员", ["人员编号", "the id"], { also: ["编号", "人员编号"] }),
    unit: required(
      RoleForm.privateUnit,
      "单元",
      ["此人所属的单元，决定谁可查看", "where the person belongs, which decides who may read the rest"],
      {
        also: ["单元编号"]
      }
    ),
    class: optional(RoleForm.recordClass, "类别", ["空则为联系人（contact）", "where empty, contact"]),
    name: required(secret(100), "姓名", ["姓名", "the name"]),
    mobile: optional(secret(40), "手机", ["手机号码", "the mobile number"], { also: ["电话", "手机号"] }),
    email: optional(secret(200), "邮箱", ["电子邮箱", "the e-mail address"]),
    duty: optional(secret(200), "职务", ["职务", "what the person does"]),
    further: optional(further, "其他信息", ["访问规则中的其他项目", "other fields of the access policy"])
  },
  key: ({ person }) => person,
  commands: (rows, out) => {
    const [first, ...more] = rows
    for (const row of more) out.refuse(row, "person", new PersonRepeated({ firstRow: first.number }))
    const { person, unit, class: of = usual, name, mobile, email, duty, further: rest = {} } = first.cells
    const known = fieldsOf(of, out.context)
    const wrong = [
      ...ownColumns.filter((field) => first.cells[field] !== undefined && !known.includes(field)),
      ...(Object.keys(rest).some((field) => !known.includes(field) || ownColumns.some((own) => own === field))
        ? (["further"] as const)
        : [])
    ]
    for (const column of wrong) out.refuse(first, column, new FieldUnknown({ class: of, known }))
    if (wrong.length > 0) return
    const others: Fields = { ...rest, ...given({ email, duty }) }
    const entry: Entry = given({
      unit,
      class: of,
      name,
      mobile,
      further: Object.keys(others).length > 0 ? others : undefined
    })
    out.keep(first, person, entry)
  }
})

/** The file about who people are. */
export const peopleSheets = [people]
