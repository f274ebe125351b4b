import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { found, hold, on, plantTown, sitting, topic, words } from '../../testing/study-groups.ts'
import { plantCaller } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { showRows, showValues } from '../metrics/views.ts'
import { issueBulletin } from './acts/bulletin.ts'
import { observe } from './acts/observe.ts'
import { addObserver, assignObservers } from './acts/observers.ts'
import { savePlan } from './acts/plan.ts'
import { report } from './acts/report.ts'
import { planSession } from './acts/sessions.ts'
import { myObservations } from './views/observers.ts'

const cookies = { session: 'of the test' }
const answers = {
  theme: 5,
  preparation: 5,
  leaderPresent: 'yes',
  discussion: 70,
  practice: 5,
  materials: 5,
  overall: 'excellent',
  advice: '发言有准备，措施到了人。',
}

/** A year with one sitting, held, reported and observed. */
async function plantYear() {
  const place = await plantTown()
  const { world, clerk, unitId } = place
  const key = await found(place)
  const book = { id: newId(), title: '必读书目之一', note: '' }
  const topics = [topic(2), topic(5), topic(8), topic(11)]
  const plan = { ...key, year: 2026, version: 0, intro: '学深悟透', books: [book], topics }
  await savePlan(clerk, { ...plan, isAdopted: true })
  const one = sitting('2026-05-11', { bookIds: [book.id], topicId: topics[1]?.id })
  await planSession(on(clerk, '2026-05-01'), { ...key, ...one })

  const observer = await plantCaller(db, world.east, { name: '方七', nameKey: 'fangqi' })
  const who = { memberUnitId: unitId, memberId: observer.actor.personId }
  const desk = on(world.organizer, '2026-05-02')
  await addObserver(desk, { organizationId: world.county.id, ...who, toursMax: 3 })
  const row = { unitId, sessionId: one.sessionId, ...who, because: '' }
  await assignObservers(desk, { organizationId: world.county.id, rows: [row] })
  await hold(on(clerk, '2026-05-12'), one.sessionId, [place.deputy])
  const [task] = (await myObservations(observer, {})).rows
  const sheet = { unitId, observationId: task?.observationId ?? '', version: 0, answers }
  await observe(on(observer, '2026-05-12'), sheet)
  const own = { unitId, sessionId: one.sessionId, version: 0, ...words }
  await report(on(clerk, '2026-05-13'), own)
  return { ...place, key, sessionId: one.sessionId }
}

const textOf = async (bytes: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

test('[S3-11] [S3-12] [S3-15] the file of a year is one zip with plan, minutes, roll, report and sheet; the bulletin is a paper', async () => {
  const { world, clerk, key, unitId, sessionId } = await plantYear()
  const desk = await clientOf(clerk)
  const at = `/api/study-groups/${unitId}/${key.groupId}/2026`
  const zip = await desk.app.inject({ url: `${at}/archive`, cookies })
  const files = unzipSync(zip.rawPayload)
  const folder = '2026-05-11 学习党的创新理论'
  expect(Object.keys(files)).toEqual([
    '学习计划.docx',
    '学习情况.docx',
    `${folder}/会议记录.docx`,
    `${folder}/考勤.docx`,
    `${folder}/学习情况报告.docx`,
    `${folder}/旁听记录-方七.docx`,
    'manifest.json',
  ])
  const read = async (name: string) => textOf(files[name] ?? new Uint8Array())
  expect(await read('学习计划.docx')).toMatch(/丁一（组长）[^]*5 月专题[^]*《必读书目之一》/)
  expect(await read(`${folder}/会议记录.docx`)).toMatch(/丁一领学[^]*/)
  expect(await read(`${folder}/旁听记录-方七.docx`)).toMatch(/优秀（100分）[^]*措施到了人/)
  expect(await read(`${folder}/学习情况报告.docx`)).toMatch(
    /马二（出差）[^]*必读书目之一[^]*两条共识/,
  )
  const list = strFromU8(files['manifest.json'] ?? new Uint8Array())
  expect(list.match(/"sha256"/g)).toHaveLength(6)

  const paper = await desk.app.inject({
    url: `/api/study-groups/sessions/${unitId}/${sessionId}/report`,
    cookies,
  })
  expect(await textOf(paper.rawPayload)).toContain('学习情况报告')
  const beside = await clientOf(world.secretary)
  expect((await beside.app.inject({ url: `${at}/archive`, cookies })).statusCode).toBe(404)

  const organizationId = world.county.id
  const july = on(world.organizer, '2026-07-01')
  const { bulletinId } = await issueBulletin(july, {
    organizationId,
    year: 2026,
    half: 1,
    opinion: '继续抓好集体研讨。',
  })
  const county = await clientOf(world.organizer)
  const issued = await county.app.inject({
    url: `/api/study-groups/bulletins/${organizationId}/${bulletinId}`,
    cookies,
  })
  expect(await textOf(issued.rawPayload)).toMatch(/2026年上半年[^]*共学习1次[^]*继续抓好集体研讨/)
})

test('[S3-14] what was observed is counted for the year and for five years, and the figure opens to its rows', async () => {
  const { world } = await plantYear()
  const year = { from: '2027-01-01', to: '2027-12-31' }
  const asked = (person: Person, span: typeof year, metric: string) =>
    showValues(person, { organizationId: world.county.id, ...span, metrics: [metric] })
  const valueOf = async (metric: string, span = year) =>
    (await asked(on(world.organizer, '2027-06-01'), span, metric)).rows[0]?.value
  expect(await valueOf('studyGroups.observed')).toBe(0)
  expect(await valueOf('studyGroups.observedFiveYears')).toBe(1)
  expect(await valueOf('studyGroups.observedShare')).toBe(0)
  const before = { from: '2026-01-01', to: '2026-12-31' }
  expect(await valueOf('studyGroups.observedShare', before)).toBe(1)
  expect(await valueOf('studyGroups.discussions', before)).toBe(1)
  const { rows } = await showRows(on(world.organizer, '2027-06-01'), {
    organizationId: world.county.id,
    ...year,
    metric: 'studyGroups.observedFiveYears',
    search: '',
    page: 1,
    size: 20,
  })
  expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['东河镇党委理论学习中心组', '学习党的创新理论', '2026-05-11', '方七'],
  ])
})
