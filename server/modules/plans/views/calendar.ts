import { contract, keysOf } from '@zhixing/contract'
import { trainingTypes } from '@zhixing/contract/plan-words.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { heldOf } from '../catalogue/held.ts'
import { itemsOfYear } from './year.ts'

/** A year of one page; whoever wants more stands further down. */
const shownMost = 500

/** The year's training by month and type: what is planned, and how much of it was held. */
export const calendar = view(
  contract.plans.calendar,
  async ({ db, now, reach }, { organizationId, year }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const asked = year ?? yearOf(day)
    const found = await itemsOfYear(db, { reach: narrowed.reach, year: asked })
    const held = await heldOf(
      db,
      found.map(({ item }) => item),
    )
    const rows = found.map(({ item, plan, organizationName }) => ({
      unitId: item.unitId,
      planId: item.planId,
      itemId: item.id,
      title: item.title,
      organizationName,
      type: item.type,
      mode: item.mode,
      from: item.from,
      until: item.until,
      sessions: item.sessions,
      held: held.get(item.id)?.sessions ?? 0,
      isDraft: plan.edition === 0,
    }))
    const types = keysOf(trainingTypes).map((type) => {
      const own = rows.filter((row) => row.type === type)
      return {
        type,
        sessions: own.reduce((all, row) => all + row.sessions, 0),
        held: own.reduce((all, row) => all + row.held, 0),
      }
    })
    return { year: asked, day, total: rows.length, rows: rows.slice(0, shownMost), types }
  },
)
