import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("programmes", tag)

/** Somebody else has claimed the wish. */
export class WishAlreadyClaimed extends define("WishAlreadyClaimed")<{ readonly wish: string }>((e) => ({
  zh: `微心愿“${e.wish}”已被认领，放弃认领后才能由他人认领；请另选一条。`,
  en: `The wish "${e.wish}" is claimed; it can be claimed again once it is released. Choose another one.`
})) {}

/** Only whoever claimed the wish may do that, or also a delegate. */
export class NotClaimant extends define("NotClaimant")<{ readonly wish: string; readonly delegates: boolean }>((e) =>
  e.delegates
    ? {
        zh: `微心愿“${e.wish}”只能由认领人或其受托人办理，请先受托或重新认领。`,
        en: `Only the claimant of the wish "${e.wish}" or a delegate may do that; be delegated, or claim it when it is free.`
      }
    : {
        zh: `微心愿“${e.wish}”只能由认领人放弃认领或委托他人，请联系认领人。`,
        en: `Only the claimant of the wish "${e.wish}" releases it or names a delegate; ask the claimant.`
      }
) {}

/** Only the owner of the wish may do that. */
export class NotWishOwner extends define("NotWishOwner")<{ readonly wish: string }>((e) => ({
  zh: `微心愿“${e.wish}”只能由心愿人本人确认或撤回，请联系本人。`,
  en: `Only the owner of the wish "${e.wish}" confirms it or takes it back; ask for that.`
})) {}

/** Somebody who is counted with a team was not in it on that day. */
export class NotInTeam extends define("NotInTeam")<{ readonly team: string; readonly on: string }>((e) => ({
  zh: `${e.on} 有人不是志愿队伍“${e.team}”的队员，请先登记入队或检查日期。`,
  en: `On ${e.on} somebody is not in the volunteer team "${e.team}"; enter the membership first, or check the date.`
})) {}

/** The person is in the team on some of those days. */
export class AlreadyInTeam extends define("AlreadyInTeam")<{ readonly team: string; readonly on: string }>((e) => ({
  zh: `该队员自 ${e.on} 起或其后已在志愿队伍“${e.team}”，无需再次加入。`,
  en: `That person is in the volunteer team "${e.team}" from ${e.on} on or later; there is nothing to join.`
})) {}

/** Every reason that is special to volunteers and wishes. */
export type VolunteerError = WishAlreadyClaimed | NotClaimant | NotWishOwner | NotInTeam | AlreadyInTeam
