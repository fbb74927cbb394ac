import type { CivilDate } from "@louyu/kernel"
import { AnnualList } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"

type Date = CivilDate.CivilDate

const happened = ({ told }: AnnualList.AnnualList, tag: string, project: string, on: Date): boolean => {
  for (const event of told) {
    if (event._tag === tag && "project" in event && event.project === project && event.on <= on) return true
  }
  return false
}

const itemAsOf = (
  list: AnnualList.AnnualList,
  item: AnnualList.Item,
  published: boolean,
  on: Date
): AnnualList.Item => {
  const { adopted, standing: now } = item
  const known = <A extends { readonly on: Date }>(all: ReadonlyArray<A>) => all.filter((one) => one.on <= on)
  const dropped = now === "dropped" && happened(list, "ListItemDropped", adopted.project, on)
  const completed = now === "completed" && happened(list, "ListItemCompleted", adopted.project, on)
  const promotions = known(item.promotions)
  const promised = published && item.published !== undefined
  return {
    ...item,
    milestones: item.milestones.map((one) =>
      one.reached !== undefined && one.reached > on ? { ...one, reached: undefined } : one
    ),
    reports: known(item.reports),
    scores: known(item.scores),
    promotions,
    level: promotions.at(-1)?.to ?? "committee",
    published: promised ? item.published : undefined,
    standing: dropped ? "dropped" : completed ? "completed" : promised ? "published" : "drafted"
  }
}

const listAsOf = (list: AnnualList.AnnualList, on: Date): AnnualList.AnnualList => {
  const published = list.published !== undefined && list.published <= on
  const items = AnnualList.items(list).filter(({ adopted }) => adopted.on <= on)
  return {
    ...list,
    published: published ? list.published : undefined,
    items: HashMap.fromIterable(items.map((item) => [item.adopted.project, itemAsOf(list, item, published, on)]))
  }
}

/** The annual lists of a city as they stood at the end of a day. */
export const asOf = (state: AnnualList.State, on: Date): AnnualList.State =>
  HashMap.map(
    HashMap.filter(state, ({ opened }) => opened.on <= on),
    (list) => listAsOf(list, on)
  )
