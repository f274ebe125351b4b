import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { dayOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { answerAppeal, appeal } from '../modules/conduct/acts/appeal.ts'
import { revise, start, state } from '../modules/conduct/acts/cases.ts'
import { decide } from '../modules/conduct/acts/decide.ts'
import { look } from '../modules/conduct/acts/look.ts'
import { watchConduct } from '../modules/conduct/acts/watch.ts'
import { listCases } from '../modules/conduct/views/lists.ts'
import { mine } from '../modules/conduct/views/mine.ts'
import { listClocks } from '../modules/conduct/views/clocks.ts'
import { setBases } from '../modules/dues/acts/bases.ts'
import { pay } from '../modules/dues/acts/pay.ts'
import { watchDues } from '../modules/dues/acts/watch.ts'
import { members } from '../modules/members/table.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { paperFacts } from '../modules/conduct/paper.ts'
import { admissionPaper, renderPaper } from '../modules/papers/index.ts'
import { waiting } from '../modules/procedures/views/waiting.ts'
import { caseForm, resolvedBy, talkWith } from '../testing/conduct.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

const on = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T06:00:00Z`),
})
const titles = async (person: Person) =>
  (await listInbox(person, { page: 1, size: 90, onlyUnread: false })).rows.map(({ title }) => title)

async function begin() {
  const world = await plant(db)
  const zhou = await plantCaller(db, world.east, { name: '周不交' })
  const wu = await plantCaller(db, world.east, { name: '吴补交' })
  for (const name of ['李一', '李二', '李三']) await plantMember(db, world.east, { name })
  const rows = [zhou, wu].map((person) => ({
    memberId: person.actor.personId,
    category: 'inPost' as const,
    baseFen: 300_000,
    from: '2026-01',
    note: '',
  }))
  await setBases(on(world.secretary, '2026-01-05'), {
    organizationId: world.east.id,
    year: 2026,
    rows,
  })
  return { world, zhou, wu }
}

/** The chores of the first days of a month. */
async function month(world: World, day: string) {
  const clock = on(world.secretary, day)
  await watchDues(clock)
  await watchConduct(clock, world.county.unitId)
}

async function stages(world: World, day: string) {
  const { east, secretary } = world
  const { rows } = await listClocks(on(secretary, day), {
    organizationId: east.id,
    page: 1,
    size: 9,
  })
  return Object.fromEntries(rows.map(({ name, stage }) => [name, stage]))
}

type Arrears = Awaited<ReturnType<typeof begin>>
type CaseKey = { readonly unitId: string; readonly caseId: string }
const july = (world: World) => on(world.secretary, '2026-07-06')

/** Month after month, and after the talk one of the two pays. */
async function warned({ world, zhou, wu }: Arrears) {
  const { secretary, organizer, county } = world
  const unitId = county.id
  await month(world, '2026-03-03')
  expect(await stages(world, '2026-03-03')).toEqual({ 周不交: 'amber', 吴补交: 'amber' })
  expect(await titles(zhou)).toContain('请按时履行党员义务')
  await month(world, '2026-05-03')
  expect(await stages(world, '2026-05-03')).toEqual({ 周不交: 'talk', 吴补交: 'talk' })
  expect(await titles(organizer)).toEqual([])
  await talkWith(on(secretary, '2026-05-06'), zhou)
  await talkWith(on(secretary, '2026-05-06'), wu)

  // After the talk one of the two pays, and that clock begins anew; it was never anybody else's.
  const paid = { unitId, memberId: wu.actor.personId, formId: newId(), paidOn: '2026-05-10' }
  await pay(on(secretary, '2026-05-10'), {
    ...paid,
    fen: 6000,
    way: 'cash',
    fund: 'monthly',
    text: '',
  })
  expect(await stages(world, '2026-05-11')).toEqual({ 周不交: 'talk' })
  await month(world, '2026-06-03')
  expect(await titles(organizer)).toContain('报上级：周不交')
  expect((await titles(organizer)).filter((title) => title.includes('吴补交'))).toEqual([])
  await month(world, '2026-07-03')
}

/** A draft is nobody's concern yet; what it says must be true when it starts. */
async function started({ world, zhou }: Arrears): Promise<CaseKey> {
  const { county, east } = world
  const now = july(world)
  const asked = { organizationId: east.id, page: 1, size: 9 }
  const [row] = (await listCases(now, asked)).rows
  if (!row) throw new Error('no draft')
  expect(row).toMatchObject({ name: '周不交', kind: 'remove', ground: 'dues', state: 'draft' })
  const key = { unitId: county.id, caseId: row.caseId }

  expect((await mine(on(zhou, '2026-07-06'), {})).cases).toEqual([])
  const draft = await look(now, key)
  expect(draft.facts).toContain('从 2026-01 起连续 6 个月没有交纳党费')
  const wrong = { ...key, version: draft.version, kind: 'remove', facts: draft.facts } as const
  const revised = await revise(now, { ...wrong, ground: 'life' })
  await expectRefusal(start(now, { ...key, ...revised }), 'conduct.months')
  const right = await revise(now, { ...wrong, ...revised, ground: 'dues' })
  await start(now, { ...key, ...right })
  return key
}

const step = async (who: Person, key: CaseKey, outcome: string, more: object = {}) =>
  decide(who, {
    ...(await caseForm(who, key)),
    outcome,
    reason: '',
    on: dayOf(who.now()),
    ...more,
  })

/** Heard, and put to the vote of the branch; what the meeting did not pass cannot be written down as passed. */
async function resolved({ world, zhou }: Arrears, key: CaseKey) {
  const { secretary, east } = world
  const now = july(world)
  await step(now, key, 'pass')
  expect(await titles(zhou)).toContain('请您陈述')
  const text = '是否同意按自行脱党除名周不交'
  const few = await resolvedBy(now, east, { text, votes: [3, 4] })
  await expectRefusal(step(now, key, 'pass', { motion: few }), 'procedures.needs')
  await state(on(zhou, '2026-07-06'), { ...key, text: '我在外地，一直没有顾上' })
  await expectRefusal(step(now, key, 'pass'), 'conduct.motionMissing')
  await expectRefusal(step(now, key, 'pass', { motion: few }), 'conduct.motionFailed')
  const later = on(secretary, '2026-07-20')
  const motion = await resolvedBy(later, east, { text, votes: [6, 1] })
  expect((await look(later, key)).motions.map(({ isPassed }) => isPassed)).toEqual([true, false])
  await expectRefusal(
    step(later, key, 'failed', { motion, reason: '未过' }),
    'conduct.motionPassed',
  )
  await step(later, key, 'pass', { motion })
  await expectRefusal(step(later, key, 'pass'), 'procedures.right')
}

/** Only the organization above approves; it finds it among what waits for its word. */
async function approved({ world, zhou }: Arrears, key: CaseKey) {
  const { secretary, organizer } = world
  const above = on(organizer, '2026-07-28')
  const waits = await waiting(above, { page: 1, size: 20 })
  expect(waits.rows.map(({ title }) => title)).toContain('周不交：除名')
  await step(above, key, 'pass')
  const [gone] = await db.select().from(members).where(eq(members.id, zhou.actor.personId))
  expect(gone).toMatchObject({ leftOn: '2026-07-28', leftBecause: 'removed' })
  expect(await stages(world, '2026-07-29')).toEqual({ 吴补交: 'amber' })
  expect(await step(on(secretary, '2026-07-30'), key, 'done')).toMatchObject({
    state: 'done',
    next: null,
  })
}

test('six months unpaid: warned at each step, talked with; one pays, the other is heard, voted on, approved, told, and appeals', async () => {
  const all = await begin()
  const { world, zhou, wu } = all
  await warned(all)
  const key = await started(all)
  await resolved(all, key)
  await approved(all, key)

  // The paper for the one concerned says what was decided, and until when they may appeal.
  const file = await look(on(world.secretary, '2026-07-30'), key)
  const paper = admissionPaper(paperFacts(file, 'notice', '2026-07-30'))
  expect(JSON.stringify(paper.body)).toContain('2026-08-29 以前')
  const request = JSON.stringify(paperFacts(file, 'request', '2026-07-30').chapters)
  for (const words of [file.facts, '支部书记与本人谈话', '我在外地', '赞成 6 票'])
    expect(request).toContain(words)
  expect((await renderPaper(paper)).length).toBeGreaterThan(1000)

  // Off the roll, they still read what was decided, and may appeal for a month.
  const self = on(zhou, '2026-08-20')
  const [own] = (await mine(self, {})).cases
  expect(own).toMatchObject({ decidedOn: '2026-07-28', appealUntil: '2026-08-29', mayAppeal: true })
  const why = { ...key, text: '我是因病住院，没有人告诉我' }
  await expectRefusal(appeal(on(zhou, '2026-08-30'), why), 'conduct.appealLate')
  await expectRefusal(appeal(on(wu, '2026-08-20'), why), 'conduct.caseUnknown')
  await appeal(self, why)
  await expectRefusal(appeal(self, why), 'conduct.appealDone')
  const court = on(world.organizer, '2026-08-25')
  const { version } = await look(court, key)
  const answer = { ...key, version, answer: '住院属实，撤销决定' }
  await answerAppeal(court, { ...answer, state: 'revoked' })
  const [back] = await db.select().from(members).where(eq(members.id, zhou.actor.personId))
  expect(back).toMatchObject({ leftOn: null, leftBecause: null })
  expect((await mine(self, {})).cases[0]).toMatchObject({
    state: 'revoked',
    appeal: { state: 'revoked', answer: '住院属实，撤销决定' },
  })
})
