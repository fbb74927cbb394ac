import * as CaseworkForm from "./CaseworkForm.ts"
import { required } from "./Column.ts"

/** The body a row is about. */
export const body = required(CaseworkForm.body, "议事组织", ["议事组织的编号", "the body"], {
  also: ["议事组织编号", "编号"]
})
/** The meeting a row is about. */
export const meeting = required(
  CaseworkForm.meeting,
  "会议",
  ["会议的编号，在该组织内不重复", "the meeting, an id within its body"],
  { also: ["会议编号"] }
)
/** The matter a row is about. */
export const item = required(
  CaseworkForm.item,
  "议题",
  ["议题的编号，在该组织内不重复", "the matter, an id within its body"],
  { also: ["议题编号"] }
)
/** The task of a body a row is about. */
export const task = required(
  CaseworkForm.task,
  "任务",
  ["任务的编号，在该组织内不重复", "the task, an id within its body"],
  { also: ["任务编号"] }
)
