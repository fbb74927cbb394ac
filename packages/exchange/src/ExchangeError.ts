import { Problem } from "@louyu/kernel"

/** A cell that must be filled in is empty. */
export class CellMissing extends Problem.define(
  "exchange",
  "CellMissing"
)<object>(() => ({
  zh: "此单元格不能为空，请填写。",
  en: "This cell must not be empty; fill it in."
})) {}
