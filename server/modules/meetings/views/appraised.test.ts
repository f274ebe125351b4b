import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { at } from '../../../testing/appraisal.ts'
import { db } from '../../../testing/database.ts'
import { plant } from '../../../testing/world.ts'
import { open } from '../../appraisal/acts/rounds.ts'
import { appraisals } from '../../appraisal/table.ts'
import { showFrequency } from './frequency.ts'

const page = { page: 1, size: 50 }
const year = { year: 2026, kind: 'appraisal', onlyMissing: false, ...page } as const

test('the yearly appraisal stands beside the life meeting: missing, under way, kept or made up, and opens to its round', async () => {
  const { secretary, organizer, east, west, county } = await plant(db)
  const [branch, above] = [{ organizationId: east.id }, { organizationId: county.id }]
  const ofBranch = async (day: string) => {
    const { rows } = await showFrequency(at(secretary, day), { ...year, ...branch })
    const kinds = rows.map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['lifeMeeting', 'appraisal'])
    return rows.at(-1)
  }
  expect(await ofBranch('2026-12-01')).toMatchObject({
    kindName: '民主评议党员',
    needed: 1,
    clause: expect.stringContaining('第十八条'),
    cells: [{ period: '2026', state: 'open', held: 0, round: null }],
  })

  const round = { ...branch, year: 2026, rateUntil: '2026-12-10', byGroup: false }
  const key = await open(at(secretary, '2026-12-01'), round)
  const begun = { ...key, openedOn: '2026-12-01', closedOn: null }
  expect(await ofBranch('2026-12-02')).toMatchObject({
    cells: [{ state: 'planned', held: 0, planned: 1, round: begun, meetings: [] }],
  })

  const settle = async (closedOn: string) =>
    db
      .update(appraisals)
      .set({ closedOn })
      .where(and(eq(appraisals.unitId, key.unitId), eq(appraisals.id, key.appraisalId)))
  await settle('2026-12-20')
  expect(await ofBranch('2027-03-01')).toMatchObject({
    kept: 1,
    over: 1,
    cells: [{ state: 'kept', held: 1, round: { ...key, closedOn: '2026-12-20' } }],
  })

  // The committee sees which of its branches has none.
  const inMarch = at(organizer, '2027-03-01')
  const board = await showFrequency(inMarch, { ...year, ...above })
  expect(board).toMatchObject({ isBranch: false, total: 2, kept: 1, over: 2, lacking: 1 })
  expect(board.periods).toEqual([{ period: '2026', label: '2026年', kept: 1, lacking: 1 }])
  const lacking = await showFrequency(inMarch, { ...year, ...above, onlyMissing: true })
  expect(lacking.rows).toMatchObject([
    { organizationId: west.id, cells: [{ state: 'missing', round: null }] },
  ])

  await settle('2027-01-05')
  expect(await ofBranch('2027-03-01')).toMatchObject({
    cells: [{ state: 'madeUp', remarks: ['1 次为期满后补开'] }],
  })
})
