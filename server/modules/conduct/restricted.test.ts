import { expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { caseForm } from '../../testing/conduct.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import { applyHardship } from '../dues/acts/hardship.ts'
import { showBranch } from '../home/views/branch.ts'
import { tag } from '../members/acts/tag.ts'
import { showHistory } from '../members/views/history.ts'
import { show as showWay } from '../procedures/views/show.ts'
import { waiting } from '../procedures/views/waiting.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { draft, start } from './acts/cases.ts'
import { decide } from './acts/decide.ts'
import { sanction, sanctions } from './acts/sanctions.ts'
import { visit } from './acts/visit.ts'
import { listClocks, showMember } from './views/clocks.ts'
import { listCases } from './views/lists.ts'
import { newId } from '../../kernel/ids.ts'

test('who holds an office learns nothing of their own case by it: no list, number, mark, task or step says that there is one', async () => {
  const { county, east, secretary, organizer } = await plant(db)
  const unitId = county.id
  const deputy = await plantCaller(db, east, { office: 'secretary', name: '副书记' })
  const about = { unitId, memberId: deputy.actor.personId }
  const facts = { kind: 'remove', ground: 'faith', facts: '理想信念动摇' } as const
  const made = await draft(secretary, { ...about, ...facts })
  const page = { organizationId: east.id, page: 1, size: 20 }
  const seenBy = async (reader: typeof deputy) => {
    const { rows, total, counts } = await listCases(reader, page)
    const { caseId } = await showMember(reader, about)
    const clear = await listClocks(reader, { ...page, stage: 'clear' })
    const marked = clear.rows.find(({ memberId }) => memberId === about.memberId)?.caseId
    return { rows: rows.length, total, draft: counts.draft, caseId, marked }
  }
  const { caseId } = made
  const all = { rows: 1, total: 1, draft: 1, caseId, marked: caseId }
  expect(await seenBy(secretary)).toEqual(all)
  const none = { rows: 0, total: 0, draft: 0, caseId: null, marked: null }
  expect(await seenBy(deputy)).toEqual(none)

  await start(secretary, { ...made, version: 0 })
  const subject = `conduct:${caseId}`
  const waits = async (reader: typeof deputy) =>
    (await waiting(reader, { page: 1, size: 20 })).rows.map((row) => row.subject)
  expect(await waits(secretary)).toContain(subject)
  expect(await waits(deputy)).not.toContain(subject)
  const day = await showBranch(deputy, { organizationId: east.id })
  expect(JSON.stringify(day)).not.toContain(caseId)
  await expectRefusal(showWay(deputy, { unitId, subject }), 'procedures.unknown')
  // Nor does whoever began it, once the office is somebody else's.
  const former = { ...secretary, actor: { ...secretary.actor, appointments: [] } }
  expect((await showWay(secretary, { unitId, subject })).cases).toHaveLength(1)
  await expectRefusal(showWay(former, { unitId, subject }), 'procedures.unknown')
  const form = {
    ...(await caseForm(secretary, made)),
    outcome: 'pass',
    reason: '',
    on: '2026-06-01',
  }
  await expectRefusal(decide(deputy, form), 'conduct.self')

  // Of a sanction only the own page tells, whatever one may look into.
  const clerk = await plantCaller(db, east, { office: 'clerk', name: '组织委员' })
  const papers = { authority: '县纪委', document: '县纪〔2026〕8 号', reason: '违反工作纪律' }
  const told = { unitId, memberId: clerk.actor.personId, formId: newId(), from: '2026-05-01' }
  await sanction(organizer, { ...told, ...papers, kind: 'warning', months: 0 })
  expect(await sanctions(organizer, page)).toMatchObject({ total: 1 })
  expect(await sanctions(clerk, page)).toMatchObject({ total: 0, rows: [] })
})

test('the history of a member tells what changed, and neither their need nor who visited them', async () => {
  const { county, east, secretary, organizer } = await plant(db)
  const wu = await plantCaller(db, east, { name: '吴困难' })
  const key = { unitId: county.id, memberId: wu.actor.personId }
  const poor = { from: '2026-06', until: '2026-12', monthlyFen: 0, reason: '家人重病，开支很大' }
  await applyHardship(wu, poor)
  const seen = {
    reason: 'hardship',
    visitors: '支部书记',
    note: '家里漏雨',
    help: '送去米面',
  } as const
  await visit(secretary, { ...key, ...seen, formId: newId(), on: '2026-06-01' })
  await tag(organizer, { unitId: county.id, memberIds: [key.memberId], tag: '种植能手' })
  const { changes } = await showHistory(organizer, key)
  expect(changes.map(({ what }) => what)).toEqual(['加标签'])
  expect(JSON.stringify(changes)).not.toContain('重病')
})
