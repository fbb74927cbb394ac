import type { Command } from "./Command.ts"
import { activities } from "./commands/Activities.ts"
import { advice } from "./commands/Advice.ts"
import { agreements } from "./commands/Agreements.ts"
import { caseCommand } from "./commands/Case.ts"
import { cases } from "./commands/Cases.ts"
import { check } from "./commands/Check.ts"
import { coverage } from "./commands/Coverage.ts"
import { diff } from "./commands/Diff.ts"
import { duty } from "./commands/Duty.ts"
import { figures } from "./commands/Figures.ts"
import { funnel } from "./commands/Funnel.ts"
import { init } from "./commands/Init.ts"
import { integrity } from "./commands/Integrity.ts"
import { load } from "./commands/Load.ts"
import { match } from "./commands/Match.ts"
import { meeting } from "./commands/Meeting.ts"
import { migrate } from "./commands/Migrate.ts"
import { notify } from "./commands/Notify.ts"
import { occupancy } from "./commands/Occupancy.ts"
import { deliveries, replay } from "./commands/Outgoing.ts"
import { partners } from "./commands/Partners.ts"
import { path } from "./commands/Path.ts"
import { pattern } from "./commands/Pattern.ts"
import { projects } from "./commands/Projects.ts"
import { prospects } from "./commands/Prospects.ts"
import { rates } from "./commands/Rates.ts"
import { roster } from "./commands/Roster.ts"
import { rota } from "./commands/Rota.ts"
import { route } from "./commands/Route.ts"
import { search } from "./commands/Search.ts"
import { select } from "./commands/Select.ts"
import { services } from "./commands/Services.ts"
import { stations } from "./commands/Stations.ts"
import { stays } from "./commands/Stays.ts"
import { tick } from "./commands/Tick.ts"
import { tiers } from "./commands/Tiers.ts"
import { tree } from "./commands/Tree.ts"
import { vacancies } from "./commands/Vacancies.ts"
import { visits } from "./commands/Visits.ts"
import { whistle } from "./commands/Whistle.ts"
import { whoCanSee } from "./commands/WhoCanSee.ts"
import { wishes } from "./commands/Wishes.ts"

/** Every command, in the order help shows them: first what makes a city, then what asks it. */
export const all: ReadonlyArray<Command> = [
  init,
  check,
  load,
  migrate,
  tree,
  pattern,
  coverage,
  advice,
  integrity,
  diff,
  search,
  path,
  roster,
  vacancies,
  route,
  visits,
  whoCanSee,
  cases,
  caseCommand,
  meeting,
  whistle,
  rates,
  tick,
  stations,
  duty,
  rota,
  services,
  match,
  projects,
  activities,
  wishes,
  agreements,
  select,
  partners,
  funnel,
  prospects,
  stays,
  occupancy,
  tiers,
  figures,
  notify,
  deliveries,
  replay
]

/** The command of a name. */
export const named = (name: string): Command | undefined => all.find((command) => command.name === name)
