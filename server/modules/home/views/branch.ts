import { contract } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { byUrgency } from '../rules/todo.ts'
import { learningAt } from './learning.ts'
import { monthOfPlace } from './month.ts'
import type { Place } from './place.ts'
import { appraisalTodos } from './todos/appraisal.ts'
import { ballotsToCount } from './todos/ballots.ts'
import { unsentCalls } from './todos/calls.ts'
import { campaignTodos } from './todos/campaigns.ts'
import { waitingCases } from './todos/cases.ts'
import { conductTodos } from './todos/conduct.ts'
import { dueInspections, duePond } from './todos/development.ts'
import { duesTodos } from './todos/dues.ts'
import { openDuties } from './todos/duties.ts'
import { overdueContacts, waitingCheckIns } from './todos/floating.ts'
import { ownOrders, waitingOrders } from './todos/orders.ts'
import { missingMeetings } from './todos/frequency.ts'
import { confirmations, homeDeliveries } from './todos/people.ts'
import { openRecords } from './todos/records.ts'
import { yearlyReport } from './todos/report.ts'
import { roleTodos } from './todos/roles.ts'
import { emptyRoll } from './todos/roll.ts'
import { setupProblems } from './todos/setup.ts'
import { incomingParcels, owedRecords } from './todos/stocks.ts'
import { studyGroupTodos } from './todos/study-groups.ts'
import { studyGaps } from './todos/study.ts'
import { dueTalks } from './todos/talks.ts'
import { overview } from '../../overviews/index.ts'

/** Everything that can become something to do, one line each. */
const sources = [
  openRecords,
  missingMeetings,
  unsentCalls,
  ballotsToCount,
  waitingCases,
  waitingOrders,
  ownOrders,
  incomingParcels,
  owedRecords,
  openDuties,
  duesTodos,
  campaignTodos,
  dueInspections,
  duePond,
  studyGaps,
  studyGroupTodos,
  dueTalks,
  conductTodos,
  appraisalTodos,
  roleTodos,
  setupProblems,
  confirmations,
  homeDeliveries,
  overdueContacts,
  waitingCheckIns,
  yearlyReport,
]

/** Nobody does more on one day; the most urgent stand first. */
const todosMost = 100

/** What there is to do where somebody stands: nothing is kept, all of it follows from the data of the moment. */
export const showBranch = overview(
  contract.home.branch,
  async ({ db, now, reach, actor }, { organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const today = dayOf(now)
    const may = (grant: Grant) => covers(reachOf(actor.appointments, grant), organization.path)
    const own = { organization, isBranch: isBranch(organization.kind), may }
    const place: Place = { db, now, today, actor, ...own }

    const found = await emptyRoll(place)
    // Where nobody is on the roll, nothing else is owed than to set up.
    const asked = found.length > 0 ? [setupProblems] : sources
    for (const source of asked) found.push(...(await source(place)))
    const todos = byUrgency(found, today).slice(0, todosMost)
    return {
      today,
      organizationName: organization.name,
      isBranch: place.isBranch,
      todos,
      waiting: found.length,
      month: await monthOfPlace(place, todos),
      learning: await learningAt(place),
    }
  },
)
