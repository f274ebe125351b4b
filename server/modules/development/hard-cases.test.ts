import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { appointOn, applyOn, onDay, paceOf, postOn, unanimous } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantMember } from '../../testing/world.ts'
import { motions } from '../activities/table.ts'
import { members } from '../members/table.ts'
import { answer } from '../procedures/acts/answer.ts'
import { question } from '../procedures/views/question.ts'
import { ask } from './acts/ask.ts'
import { setPractice } from './acts/set-practice.ts'
import { handOver } from './index.ts'
import { showApplicant } from './views/show.ts'
import { showMeetings } from './views/events.ts'
import { showNotice } from './views/notice.ts'

const first = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate']
const toReview = [...first, 'target', 'targetFiled', 'introducers']
const toMeeting = [...toReview, 'review', 'training', 'committee', 'prereview', 'volunteer']
const pastOf = (steps: readonly string[]) => steps.map((step) => ({ step, on: '2026-06-01' }))

test('who has no vote on the day of the meeting is not among the entitled', async () => {
  const world = await plant(db)
  const { shown } = await paceOf(db, world)
  const key = await applyOn(world, '2026-06-01', { past: pastOf(toMeeting) })
  const span = { votelessFrom: '2026-05-01', votelessUntil: '2026-07-01' }
  const watched = await plantMember(db, world.east, { name: '察看甲', ...span })
  expect((await shown(key, '2026-06-30')).next?.roll).toBe(5)
  expect((await shown(key, '2026-07-01')).next?.roll).toBe(6)
  await db.update(members).set({ leftOn: '2026-07-02' }).where(eq(members.id, watched))
  expect((await shown(key, '2026-07-03')).next?.roll).toBe(5)
})

test('what departments were asked goes along to another unit: an objection is not left behind', async () => {
  const [here, there] = [await plant(db), await plant(db)]
  await paceOf(db, here)
  const key = await applyOn(here, '2026-06-01', { past: pastOf(toReview) })
  const day = '2026-06-03'
  const practice = {
    guideline: '',
    recommendations: [],
    isRecommended: false,
    duties: [],
    abilities: [],
    departments: [{ name: '县公安局', question: '请核实有无违法犯罪记录', isVeto: true }],
  }
  for (const { organizer, county } of [here, there])
    await setPractice(onDay(organizer, day), { organizationId: county.id, version: 0, ...practice })
  const secretary = onDay(here.secretary, day)
  const asked = { ...key, dueOn: '2026-06-20', question: '请核实有无违法犯罪记录' }
  const codeOf = async (department: string) => {
    const { path } = await ask(secretary, { ...asked, formId: newId(), department })
    return path.split('/').at(-1) ?? ''
  }
  const [police, court] = [await codeOf('县公安局'), await codeOf('县人民法院')]
  const { actor: _, ...nobody } = secretary
  const outside = { ...nobody, actor: undefined }
  await answer(outside, { code: police, answer: 'object', text: '有在办案件', name: '何中立' })

  const now = new Date(`${day}T12:00:00+08:00`)
  const said = { papersChecked: '材料已移交并审查', by: here.organizer.actor, now }
  const moved = await inTransaction(db, (tx) =>
    handOver(tx, { ...key, ...said, formId: newId(), to: there.east }),
  )
  const { opinions } = await showApplicant(onDay(there.secretary, day), moved)
  expect(opinions).toMatchObject([
    { department: '县公安局', answer: 'object' },
    { department: '县人民法院', answer: null },
  ])
  // The address that was sent still leads to the question.
  expect(await question(outside, { code: court })).toMatchObject({ isAnswered: false })
  await answer(outside, { code: court, answer: 'agree', text: '', name: '何中立' })
})

test('whoever is no longer on the way is not on public notice any more', async () => {
  const world = await plant(db)
  const { branch } = await paceOf(db, world)
  const key = await applyOn(world, '2026-06-01', { past: pastOf(first) })
  const day = '2026-06-03'
  const { path } = await postOn(world.secretary, key, day)
  const { actor: _, ...nobody } = onDay(world.secretary, day)
  const code = path.split('/').at(-1) ?? ''
  const read = () => showNotice({ ...nobody, actor: undefined }, { code })
  expect(await read()).toMatchObject({ name: '林新禾' })
  await branch(key, day, { outcome: 'stop', reason: '本人提出不再申请' })
  await expectRefusal(read(), 'development.noticeGone')
})

type Put = { readonly unitId: string; readonly activityId: string; readonly text: string }

/** Five were entitled; whoever was there and not in favour was against. */
async function plantMotion(put: Put, [present, inFavour]: [number, number]): Promise<string> {
  const id = newId()
  const counts = { entitled: 5, present, inFavour, against: present - inFavour }
  const made = { createdAt: new Date('2026-06-10T10:00:00+08:00'), createdBy: newId() }
  await db.insert(motions).values({ ...put, id, ballot: 'secret', ...counts, ...made })
  return id
}

test('the vote is read from the record of the branch meeting: the present suffice, the entitled do not', async () => {
  const world = await plant(db)
  const { shown, branch } = await paceOf(db, world)
  const key = await applyOn(world, '2026-06-01', { past: pastOf(toMeeting) })
  const day = '2026-06-10'
  const at = { startsAt: new Date('2026-06-10T09:00:00+08:00') }
  const meeting = {
    ...at,
    kind: 'memberMeeting',
    endsAt: new Date('2026-06-10T11:00:00+08:00'),
  } as const
  const { unitId, activityId } = await plantActivity(db, world.east, meeting)
  const motion = (text: string, votes: [number, number]) =>
    plantMotion({ unitId, activityId, text }, votes)
  const short = await motion('是否同意接收林新禾为预备党员', [3, 2])
  const other = await motion('是否同意接收高白露为预备党员', [5, 5])
  const good = await motion('接收林新禾为预备党员（重新表决）', [5, 4])
  const { rows } = await showMeetings(onDay(world.secretary, day), key)
  expect(new Set(rows.map(({ motionId }) => motionId))).toEqual(new Set([short, good]))
  const vote = (motionId: string, on = day) => branch(key, on, { motion: { activityId, motionId } })
  await expectRefusal(vote(newId()), 'development.motionUnknown')
  await expectRefusal(vote(other), 'development.motionOther')
  await expectRefusal(vote(good, '2026-06-11'), 'development.motionDay')
  await expectRefusal(vote(short), 'development.voteFailed')
  const both = { motion: { activityId, motionId: good }, vote: unanimous }
  await expectRefusal(branch(key, day, both), 'development.motionBoth')
  const twin = await applyOn(world, '2026-06-01', {
    name: '林新',
    serial: 18,
    past: pastOf(toMeeting),
  })
  await vote(good)
  // One vote is on one person, whatever else its words contain.
  const again = branch(twin, day, { motion: { activityId, motionId: good } })
  await expectRefusal(again, 'development.motionUsed')
  const { chronicle } = await shown(key, day)
  expect(chronicle.find(({ what }) => what === '支部大会表决')?.text).toContain('赞成 4 票')
})

test('probation that began on 29 February ends on the 28th a year later, and the approval of the last day is in time', async () => {
  const world = await plant(db)
  const { branch, above, shown, contacts } = await paceOf(db, world)
  const past = toMeeting.map((step) => ({ step, on: '2028-02-01' }))
  const key = await applyOn(world, '2028-02-01', { past })
  await appointOn(world.secretary, { key, day: '2028-02-01' }, 'introducer', contacts)
  await branch(key, '2028-02-29', { vote: unanimous })
  await above(key, '2028-03-10')
  expect(await shown(key, '2028-03-10')).toMatchObject({
    probationEnds: '2029-02-28',
    next: { dueOn: '2028-05-29', limitOn: '2028-08-29' },
  })
  expect(await above(key, '2028-05-29')).toMatchObject({ isLate: false, stage: 'probationary' })
  await above(key, '2028-06-01')
  for (const day of ['2028-06-02', '2028-06-10', '2029-01-10', '2029-02-01']) await branch(key, day)
  const confirm = { outcome: 'confirm', vote: unanimous }
  await expectRefusal(branch(key, '2029-02-27', confirm), 'procedures.early')
  await branch(key, '2029-02-28', confirm)
  expect(await above(key, '2029-03-10', { outcome: 'confirm' })).toMatchObject({ stage: 'full' })
})
