import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { applyOn, onDay, paceOf } from '../../testing/development.ts'
import type { ApplicantKey } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantFile } from '../../testing/files.ts'
import { graduate, holdLessons, plantLessons, since } from '../../testing/graduation.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { add } from '../classes/acts/add.ts'
import { files } from '../files/table.ts'
import { answer } from '../procedures/acts/answer.ts'
import { caseFiles } from '../procedures/index.ts'
import { question } from '../procedures/views/question.ts'
import { ask, askAll } from './acts/ask.ts'
import { decide } from './acts/decide.ts'
import { record } from './acts/record.ts'
import { setPractice } from './acts/set-practice.ts'
import { addSubject, answerSubject } from './acts/subjects.ts'
import { takeTraining } from './acts/train.ts'
import { showApplicant } from './views/show.ts'
import { showJoint, showSubjects } from './views/subjects.ts'
import { showTrainings } from './views/trainings.ts'

const first = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate', 'target']
const toReview = [...first, 'targetFiled', 'introducers']

async function mayOpen({ actor, now }: Person, fileId: string): Promise<boolean> {
  const [file] = await db.select().from(files).where(eq(files.id, fileId))
  return file ? caseFiles.maySee({ db, actor, now: now() }, file) : false
}

/** An officer of the branch sees the case and not what was found about the family. */
async function expectShut(officer: Person, key: ApplicantKey, letter: string): Promise<void> {
  const known = await showApplicant(officer, key)
  expect(known.name).toBe('林新禾')
  expect(known.chronicle.flatMap((one) => one.files)).toEqual([])
  expect(await mayOpen(officer, letter)).toBe(false)
  await expectRefusal(showSubjects(officer, key), 'reach.none')
}

/** Somebody whose next step follows these, all of them taken over on one day. */
async function standing(steps: readonly string[], day = '2026-06-01') {
  const world = await plant(db)
  const pace = await paceOf(db, world)
  const key = await applyOn(world, day, { past: steps.map((step) => ({ step, on: day })) })
  return { world, key, ...pace }
}

test('[S4-12] a political review names its subjects, waits for every reply, and concludes on paper', async () => {
  const { world, key, shown, branch } = await standing(toReview)
  const day = '2026-06-03'
  const secretary = onDay(world.secretary, day)
  const decision = { ...key, step: 'review', outcome: 'pass', on: day, vote: null, motion: null }
  const fileId = await plantFile(db, secretary, '政治审查结论.pdf')
  const conclude = (reason = '') =>
    decide(secretary, {
      ...decision,
      reason,
      months: null,
      papers: [{ key: 'conclusion', fileId }],
    })
  const asked = { ...key, way: 'letter', askedOf: '青石镇党委', askedOn: '2026-06-02' } as const
  const father = { ...asked, relation: 'father', name: '林大川' } as const
  await addSubject(secretary, { ...father, formId: newId() })
  await expectRefusal(conclude(), 'development.reviewOpen')
  expect((await shown(key, day)).next?.lacks).toEqual(['对本人的审查', '父亲的回复'])

  const [subject] = (await showSubjects(secretary, key)).rows
  const reply = { repliedOn: day, finding: 'doubt', reply: '曾受行政警告，已满期' } as const
  const letter = await plantFile(db, secretary, '函调回信.pdf')
  const replied = { ...key, subjectId: subject?.subjectId ?? '', ...reply, fileIds: [letter] }
  const early = { ...replied, repliedOn: '2026-06-01' }
  await expectRefusal(answerSubject(secretary, early), 'development.subjectDay')
  await answerSubject(secretary, replied)
  await expectRefusal(answerSubject(secretary, replied), 'development.subjectAnswered')
  await expectRefusal(conclude(), 'development.reviewSelf')

  const self = { ...asked, relation: 'self', name: '林新禾', way: 'talk' } as const
  await addSubject(secretary, { ...self, formId: newId() })
  const talk = (await showSubjects(secretary, key)).rows.find(({ relation }) => relation === 'self')
  const clear = { repliedOn: day, finding: 'clear', reply: '谈话了解，未发现问题' } as const
  await answerSubject(secretary, {
    ...key,
    subjectId: talk?.subjectId ?? '',
    ...clear,
    fileIds: [],
  })
  await expectRefusal(conclude(), 'development.reviewDoubt')
  await conclude('处分已满期，不影响本人')

  // The chronicle and its paper name the relation and what was found, never whom.
  const { chronicle } = await shown(key, day)
  const lines = chronicle.filter(({ what }) => what === '审查情况')
  expect(lines.map(({ text }) => text)).toContain('父亲：有需要说明的情况')
  expect(JSON.stringify(chronicle)).not.toContain('林大川')
  expect(lines.flatMap((one) => one.files).map(({ name }) => name)).toEqual(['函调回信.pdf'])
  const desk = await clientOf(secretary)
  const url = `/api/development/${key.unitId}/${key.applicantId}/conclusion.docx`
  const paper = await desk.app.inject({ url, cookies: { session: 'of the test' } })
  expect(paper.statusCode).toBe(200)
  expect(await mayOpen(secretary, letter)).toBe(true)
  await expectShut(
    onDay(await plantCaller(db, world.east, { office: 'officer' }), day),
    key,
    letter,
  )
  await expectRefusal(
    addSubject(secretary, { ...father, formId: newId() }),
    'development.reviewWhen',
  )
  expect(branch).toBeDefined()
})

const departments = [
  { name: '县公安局', question: '请核实有无违法犯罪记录', isVeto: true },
  { name: '县信访局', question: '请核实有无组织违规上访', isVeto: false },
]

test('[S4-13] names go to the listed departments, each sees one question, and a veto stands until it is lifted', async () => {
  const { world, key, branch } = await standing(toReview)
  const day = '2026-06-03'
  const secretary = onDay(world.secretary, day)
  await setPractice(onDay(world.organizer, day), {
    organizationId: world.county.id,
    version: 0,
    guideline: '控制总量、优化结构',
    recommendations: [],
    isRecommended: false,
    duties: [],
    abilities: [],
    departments,
  })
  const names = departments.map(({ name }) => name)
  const list = { organizationId: world.east.id, applicants: [key], dueOn: '2026-06-20' }
  const stranger = { ...list, departments: ['县气象局'] }
  await expectRefusal(askAll(secretary, stranger), 'development.departmentUnknown')
  expect(await askAll(secretary, { ...list, departments: names })).toEqual({ asked: 2, already: 0 })
  expect(await askAll(secretary, { ...list, departments: names })).toEqual({ asked: 0, already: 2 })

  const joint = async () =>
    (await showJoint(secretary, { organizationId: world.east.id, page: 1, size: 50 })).rows
  const [person] = await joint()
  expect(person?.opinions.map(({ department }) => department)).toEqual(names)
  const codeOf = (name: string) =>
    person?.opinions
      .find(({ department }) => department === name)
      ?.path?.split('/')
      .at(-1) ?? ''
  const { actor: _, ...nobody } = secretary
  const outside = { ...nobody, actor: undefined }
  expect(await question(outside, { code: codeOf('县公安局') })).toEqual({
    department: '县公安局',
    question: '林新禾：请核实有无违法犯罪记录',
    dueOn: '2026-06-20',
    isAnswered: false,
  })
  const visitor = await clientOf(outside)
  expect((await visitor.query('development.joint', { organizationId: world.east.id })).status).toBe(
    401,
  )

  const said = { text: '有一起在办案件', name: '何中立' }
  await answer(outside, { code: codeOf('县信访局'), answer: 'object', ...said })
  await expectRefusal(branch(key, day), 'procedures.opinions')
  await answer(outside, { code: codeOf('县公安局'), answer: 'object', ...said })
  await expectRefusal(branch(key, day), 'procedures.objected')
  const reason = '情况已经核实，不影响发展'
  await expectRefusal(branch(key, day, { reason }), 'development.veto')

  // Asked again after the matter was settled; an objection without a veto takes a reason.
  const again = { ...key, formId: newId(), department: '县公安局（复核）', dueOn: '2026-06-20' }
  const { path } = await ask(secretary, { ...again, question: '案件已撤销，请复核' })
  const code = path.split('/').at(-1) ?? ''
  await answer(outside, { code, answer: 'agree', text: '', name: '何中立' })
  await branch(key, day, { reason })
  expect(await joint()).toEqual([])
})

test('[S4-14] the chronicle holds every step with its scans, and nobody rewrites it', async () => {
  const { world, key, shown, above } = await standing(toReview)
  const day = '2026-06-05'
  const secretary = onDay(world.secretary, day)
  const scan = await plantFile(db, secretary, '谈话记录.jpg')
  await record(secretary, {
    ...key,
    formId: newId(),
    kind: 'inspection',
    on: day,
    text: '半年考察：表现突出',
    minutes: 0,
    points: 0,
    days: 0,
    fileIds: [scan],
  })
  const before = await shown(key, day)
  expect(before.chronicle[0]).toMatchObject({ what: '支部考察', files: [{ name: '谈话记录.jpg' }] })
  expect(before.chronicle.filter(({ text }) => text.endsWith('补录'))).toHaveLength(toReview.length)
  const where = sql`unit_id = ${key.unitId} and applicant_id = ${key.applicantId}`
  const ofLog = sql`unit_id = ${key.unitId} and case_id in (select case_id from applicants
    where unit_id = ${key.unitId} and id = ${key.applicantId})`
  for (const rewriting of [
    sql`update applicant_entries set text = '改' where ${where}`,
    sql`delete from applicant_entries where ${where}`,
    sql`update procedure_log set on_day = '2020-01-01' where ${ofLog}`,
    sql`delete from procedure_log where ${ofLog}`,
    sql`truncate applicant_entries`,
  ])
    await expect(db.execute(rewriting)).rejects.toThrow()
  expect(await shown(key, day)).toEqual(before)
  expect(above).toBeDefined()
})

test('[S4-15] a class that somebody graduated from counts with its hours; three days held elsewhere do as well', async () => {
  const { world, key, shown, above } = await standing([...toReview, 'review'])
  const exam = { kind: 'candidate', title: '发展对象培训班' } as const
  const held = await plantLessons(world, [world.member], exam)
  const { unitId, classId } = held
  const learner = { unitId, classId, name: '林新禾', organizationName: '东支部', phone: '' }
  await add(world.organizer, { ...learner, learnerKind: 'candidate' })
  await holdLessons(world, held)
  const secretary = since(world.secretary)
  expect((await showTrainings(secretary, key)).rows).toEqual([])
  await graduate(world, held)

  await expectRefusal(above(key, '2026-06-13'), 'procedures.needs')
  const [row] = (await showTrainings(secretary, key)).rows
  expect(row).toMatchObject({ title: '发展对象培训班', minutes: 1440, days: 3, isTaken: false })
  const { classUnitId, enrolmentId } = row ?? { classUnitId: '', enrolmentId: '' }
  const taken = { ...key, classUnitId, classId, enrolmentId }
  const wrong = { ...taken, enrolmentId: newId() }
  await expectRefusal(takeTraining(secretary, wrong), 'development.graduateUnknown')
  await takeTraining(secretary, taken)
  await expectRefusal(takeTraining(secretary, taken), 'development.trainingTaken')
  expect((await shown(key, '2026-06-13')).totals).toMatchObject({
    trainingMinutes: 1440,
    trainingDays: 3,
  })
  await above(key, '2026-06-13')

  const other = await applyOn(world, '2026-06-01', {
    name: '高白露',
    serial: 14,
    past: [...toReview, 'review'].map((step) => ({ step, on: '2026-06-01' })),
  })
  const outside = { ...other, kind: 'training', on: '2026-06-12', points: 0 } as const
  const fileIds: string[] = []
  const told = { ...outside, fileIds, text: '参加市委党校培训班', minutes: 0, formId: newId() }
  await record(secretary, { ...told, days: 2 })
  await expectRefusal(above(other, '2026-06-13'), 'procedures.needs')
  await record(secretary, { ...told, days: 1, formId: newId() })
  await above(other, '2026-06-13')
})
