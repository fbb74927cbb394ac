import { type Rows, unit } from "../../story/Row.ts"

/** The community with its committee, the office block, and the departments that came. Source: H-07, H-23. */
export const places: Rows = {
  "units.csv": [
    unit("huangshi", "市", "黄石市", "Huangshi"),
    unit("gang", "区", "黄石港区", "Huangshigang District", { 所在: "huangshi" }),
    unit("dc-gang", "区委", "黄石港区委", "Huangshigang District Party Committee", { 所在: "gang" }),
    unit("wanda-community", "社区", "万达社区", "Wanda Community", { 所在: "gang" }),
    unit("wanda-committee", "社区党委", "万达社区党委", "Wanda Community Party Committee", {
      上级: "dc-gang",
      所在: "wanda-community"
    }),
    unit("data-bureau", "职能部门", "政数局", "Data Bureau", { 所在: "gang" }),
    unit("medical-bureau", "职能部门", "示例医保部门", "Example Medical-insurance Office", { 所在: "gang" }),
    unit("tax-bureau", "职能部门", "示例税务部门", "Example Tax Office", { 所在: "gang" }),
    unit("wanda", "商圈", "万达广场", "Wanda Plaza", { 所在: "wanda-community" }),
    unit("wanda-a", "楼宇", "万达广场写字楼A座", "Wanda Plaza Office Block A", { 所在: "wanda" }),
    unit("lobby", "楼层", "一楼大厅", "Ground-floor Lobby", { 所在: "wanda-a" }),
    unit("e-site", "智慧政务e站", "智慧政务e站", "Smart Government E-station", {
      上级: "wanda-committee",
      所在: "lobby"
    })
  ]
}
