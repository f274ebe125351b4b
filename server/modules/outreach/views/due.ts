import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { oneOf } from '../../../kernel/many.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { coverBelow } from '../rules/quarter.ts'
import { readExcused } from './excused.ts'

/** Whom study must be brought to this quarter, and whom it has reached. */
export const listDue = view(contract.outreach.due, async (sight, input) => {
  const { db, now } = sight
  const { organizationId, show, text, page, size } = input
  const { organization } = await narrowTo(db, sight.reach, organizationId)
  const asked = { path: organization.path, today: dayOf(now), text }
  const { quarter, rows, clause } = await readExcused(db, asked)
  const due = rows.filter(({ isDue }) => isDue)
  const chosen = show === 'due' ? due : rows
  return {
    quarter,
    clause,
    excused: rows.length,
    due: due.length,
    planned: due.filter(({ roundTitle }) => roundTitle !== '').length,
    total: chosen.length,
    rows: chosen.slice((page - 1) * size, page * size),
  }
})

/** The same, organization by organization below. */
export const coverage = view(contract.outreach.coverage, async (sight, input) => {
  const { db, now } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const { quarter, rows } = await readExcused(db, { path, today: dayOf(now) })
  const parts = coverBelow(rows, path)
  const named = await db
    .select({ id: organizations.id, name: organizations.name, path: organizations.path })
    .from(organizations)
    .where(oneOf(organizations.id, parts.keys()))
    .orderBy(organizations.path)
  return {
    quarter,
    rows: named.map(({ id, name, path: below }) => {
      const people = parts.get(id) ?? []
      return {
        organizationId: id,
        name,
        hasBelow: people.some((person) => person.path !== below),
        excused: people.length,
        due: people.filter(({ isDue }) => isDue).length,
        visits: people.reduce((sum, { visits }) => sum + visits, 0),
      }
    }),
  }
})
