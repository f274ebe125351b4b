import mammoth from 'mammoth'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { holdActivity, postEntry } from '../../testing/record.ts'
import { plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showRows } from '../metrics/views.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { draft } from './acts/draft.ts'
import { edit } from './acts/edit.ts'
import { redraft } from './acts/redraft.ts'
import { sign } from './acts/sign.ts'
import { submit } from './acts/submit.ts'
import { listReports } from './views/list.ts'
import { reportPaper } from './views/paper.ts'
import { showReport } from './views/show.ts'

type Shown = Awaited<ReturnType<typeof showReport>>
type Key = { unitId: string; reportId: string }

let world: World
let key: Key
beforeEach(async () => {
  world = await plant(db)
  const { east, secretary } = world
  const admitted = { stage: 'probationary', joinedOn: '2026-03-01', confirmedOn: null } as const
  const memberId = await plantMember(db, east, { name: '孙云帆', ...admitted })
  await holdActivity(east, '2026-05', [[memberId, 'present']])
  await postEntry(east, memberId, 150)
  key = await draft(secretary, { organizationId: east.id, year: 2026 })
})

async function show(person: Person, asked: Key): Promise<Shown> {
  return showReport(person, { ...asked, figures: 'now' })
}

function textOf({ blocks }: Pick<Shown, 'blocks'>): string {
  return blocks
    .map(
      ({ sign: mark, pieces }) =>
        mark + pieces.map((one) => (typeof one === 'string' ? one : one.text)).join(''),
    )
    .join('\n')
}

function figuresOf({ blocks }: Pick<Shown, 'blocks'>) {
  return blocks.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'object'))
}

/** The text as a browser sends it back, with every blank written out. */
function filled({ blocks }: Pick<Shown, 'blocks'>, instead = '开展特色活动') {
  return blocks.map(({ level, pieces }) => ({
    level,
    pieces: pieces.map((piece) => {
      if (typeof piece === 'string') return piece.replace(/【待填[^】]*】/g, instead)
      const { metric, from, to } = piece
      return { metric, from, to }
    }),
  }))
}

async function fill(person: Person): Promise<Shown> {
  const { version, title, recipients, ...rest } = await show(person, key)
  await edit(person, { ...key, version, title, recipients, blocks: filled(rest) })
  return show(person, key)
}

async function signed(person: Person): Promise<void> {
  const { version } = await fill(person)
  await sign(person, { ...key, version })
}

test('a draft has the shape of such reports, speaks in numbers, and mentions what the numbers show', async () => {
  const report = await show(world.secretary, key)
  const text = textOf(report)

  expect(report.title).toBe('东支部关于2026年度党员教育管理工作情况的汇报')
  expect(report.recipients).toEqual(['县委'])
  expect(text).toMatch(/一、主要做法及成效[^]*（一）[^]*二、存在问题[^]*三、下步打算/)
  expect(text).toContain('现有党员3名，其中正式党员2名、预备党员1名')
  expect(text).toContain('接收预备党员1人')
  expect(text).toContain('主题党日1次')
  expect(text).toContain('有2名应参训党员尚未参加集中培训和集体学习')
  expect(text).not.toMatch(/党小组会|流动党员|换届/)
  expect(report.blanks).toBe(1)
})

test('every figure opens to rows that come to the same number', async () => {
  const report = await show(world.secretary, key)
  const { organizationId } = report

  for (const { metric, from, to, text } of figuresOf(report)) {
    const asked = { organizationId, metric, from, to, search: '', page: 1, size: 200 }
    const rows = await showRows(world.secretary, asked)
    expect([metric, rows.metric.text]).toEqual([metric, text])
  }
})

test('[S4-01] a yearly report is drafted, edited, signed, submitted, and taken away as a document', async () => {
  const { secretary, county, organizer } = world
  await signed(secretary)
  await submit(secretary, key)

  const [row] = (await listReports(organizer, { organizationId: county.id, page: 1, size: 50 }))
    .rows
  expect(row).toMatchObject({ ...key, state: 'submitted', signature: { by: '张三' } })

  const inbox = await listInbox(organizer, { onlyUnread: false, page: 1, size: 50 })
  expect(inbox.rows.map(({ title }) => title)).toContain('东支部报送了2026年度工作汇报')

  const { name, bytes } = await reportPaper(secretary, key)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(name).toBe('东支部关于2026年度党员教育管理工作情况的汇报.docx')
  expect(value).toContain('县委：')
  expect(value).toContain('现有党员3名')
  expect(value).toContain('2026年6月1日')
  const commands = (await tracesIn(db, world)).map(({ command }) => command)
  expect(commands).toEqual(['reports.draft', 'reports.edit', 'reports.sign', 'reports.submit'])
})

test('what moves after signing is marked, and the signed document keeps its numbers', async () => {
  const { secretary, east } = world
  await signed(secretary)
  await plantMember(db, east)

  const report = await show(secretary, key)
  const all = figuresOf(report).find(({ metric }) => metric === 'members.all')
  expect(all).toMatchObject({ text: '4', signed: '3' })
  const { value } = await mammoth.extractRawText({
    buffer: Buffer.from((await reportPaper(secretary, key)).bytes),
  })
  expect(value).toContain('现有党员3名')

  await sign(secretary, { ...key, version: report.version })
  const again = figuresOf(await show(secretary, key))
  expect(again.find(({ metric }) => metric === 'members.all')).toMatchObject({
    text: '4',
    signed: '4',
  })
})

test('a text that moved on since signing is neither submitted nor passed off as signed', async () => {
  const { secretary } = world
  await signed(secretary)
  await fill(secretary)

  expect((await show(secretary, key)).state).toBe('edited')
  expect((await reportPaper(secretary, key)).name).toContain('（草稿）')
  await expectRefusal(submit(secretary, key), 'reports.unsigned')
})

test('drafting again takes today’s numbers and begins the text anew', async () => {
  const { secretary, east } = world
  const { version } = await fill(secretary)
  await plantMember(db, east, { floatingSince: '2026-01-01' })

  await redraft(secretary, { ...key, version })
  const report = await show(secretary, key)
  expect(textOf(report)).toContain('流动党员1名')
  expect(report.blanks).toBe(1)
})

test('one organization has one report of a year, and none of a year to come', async () => {
  const { secretary, east } = world
  await expectRefusal(draft(secretary, { organizationId: east.id, year: 2026 }), 'reports.drafted')
  await expectRefusal(draft(secretary, { organizationId: east.id, year: 2027 }), 'reports.future')
})

test('a committee and the county speak of the branches below', async () => {
  const { organizer, county } = world
  const report = await show(
    organizer,
    await draft(organizer, { organizationId: county.id, year: 2026 }),
  )

  expect(textOf(report)).toContain('统筹推进全域2个党支部、4名党员')
  expect(report.superior).toBeNull()
  await expectRefusal(
    submit(organizer, { unitId: report.unitId, reportId: report.reportId }),
    'reports.top',
  )
})

test('blanks, stale forms, unknown metrics and idle signatures are refused in words', async () => {
  const { secretary } = world
  const { version, title, recipients, blocks } = await show(secretary, key)
  await expectRefusal(sign(secretary, { ...key, version }), 'reports.blanks')
  await expectRefusal(sign(secretary, { ...key, version: version + 1 }), 'input.stale')

  const words = { ...key, version, title, recipients }
  const token = { metric: 'no.such', from: '2026-01-01', to: '2026-12-31' }
  const pieces = [{ level: 'text' as const, pieces: [token] }]
  await expectRefusal(edit(secretary, { ...words, blocks: pieces }), 'reports.metric')
  const late = {
    level: 'text' as const,
    pieces: [{ ...token, metric: 'members.all', to: '2025-01-01' }],
  }
  await expectRefusal(edit(secretary, { ...words, blocks: [late] }), 'reports.period')

  await edit(secretary, { ...words, blocks: filled({ blocks }) })
  await expectRefusal(edit(secretary, { ...words, blocks: filled({ blocks }) }), 'input.stale')
  await expectRefusal(redraft(secretary, { ...key, version }), 'input.stale')
  await sign(secretary, { ...key, version: version + 1 })
  await expectRefusal(sign(secretary, { ...key, version: version + 1 }), 'reports.signed')
  await submit(secretary, key)
  await expectRefusal(submit(secretary, key), 'reports.submitted')
})

test('two who sign or edit at once: one is done, the other is told', async () => {
  const { secretary } = world
  const { version } = await fill(secretary)
  const results = await Promise.allSettled([
    sign(secretary, { ...key, version }),
    sign(secretary, { ...key, version }),
  ])

  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('outside the reach there is no report, for reading, writing or taking away', async () => {
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })

  await expectRefusal(show(neighbour, key), 'reports.unknown')
  await expectRefusal(reportPaper(neighbour, key), 'reports.unknown')
  await expectRefusal(sign(neighbour, { ...key, version: 0 }), 'reports.unknown')
  await expectRefusal(submit(neighbour, key), 'reports.unknown')
  await expectRefusal(redraft(neighbour, { ...key, version: 0 }), 'reports.unknown')
  const { rows } = await listReports(neighbour, {
    organizationId: world.west.id,
    page: 1,
    size: 50,
  })
  expect(rows).toEqual([])
  await expectRefusal(
    listReports(neighbour, { organizationId: world.county.id, page: 1, size: 50 }),
    'organizations.unknown',
  )
})
