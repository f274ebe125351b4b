import { readFile } from 'node:fs/promises'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { lineOf } from '../../../testing/roll-lines.ts'
import { beginImport, drainImports, rollOf } from '../../../testing/rolls.ts'
import { readRows } from '../../../testing/workbooks.ts'
import { files, plant, plantCaller, vault } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { cancel } from '../../jobs/acts/cancel.ts'
import { affiliations, members } from '../../members/table.ts'
import { showMember } from '../../members/views/show.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { listRows } from '../views/rows.ts'
import { showImport } from '../views/show.ts'
import { commit } from './commit.ts'
import { discard } from './discard.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

type Key = { unitId: string; importId: string }
const start = (lines: readonly (readonly string[])[]) =>
  beginImport(world.organizer, world.county, rollOf(lines))
const stateOf = (key: Key) => showImport(world.organizer, key)
const rowsOf = async (key: Key, show: 'all' | 'wrong' | 'duplicate' | 'good' = 'all') =>
  (await listRows(world.organizer, { ...key, show, page: 1, size: 100 })).rows
const write = async (key: Key, choice: Partial<Parameters<typeof commit>[1]> = {}) => {
  await commit(world.organizer, { ...key, duplicates: 'skip', likely: 'skip', ...choice })
  await drainImports(world.organizer)
}
const onRoll = () =>
  db
    .select()
    .from(members)
    .where(and(eq(members.unitId, world.county.id), isNull(members.leftOn)))
    .orderBy(asc(members.bornOn))
const imported = async () => (await onRoll()).filter(({ importId }) => importId !== null)

describe('a roll', () => {
  test('is checked first, and nothing is written before it is asked for', async () => {
    const key = await start([lineOf(1, '东支部'), lineOf(2, '西支部')])

    expect(await stateOf(key)).toMatchObject({ phase: 'checked', counts: { total: 2, good: 2 } })
    expect(await imported()).toHaveLength(0)
  })

  test('comes in with sealed numbers, branches, history, counts, a notice and one trace', async () => {
    const lines = [
      lineOf(1, '东支部'),
      lineOf(2, '西支部', { 人员类别: '预备党员', 转为正式党员日期: '' }),
    ]
    const key = await start(lines)
    await write(key)

    expect(await stateOf(key)).toMatchObject({ phase: 'done', counts: { added: 2, updated: 0 } })
    const added = await imported()
    expect(added.map(({ idNumberSealed }) => vault.open(idNumberSealed ?? ''))).toStrictEqual(
      lines.map((line) => line[3]),
    )
    expect(JSON.stringify(added)).not.toContain(lines[0]?.[3])
    expect(added.map(({ organizationId }) => organizationId)).toStrictEqual([
      world.east.id,
      world.west.id,
    ])
    const [belongs] = await db
      .select()
      .from(affiliations)
      .where(eq(affiliations.memberId, added[0]?.id ?? ''))
    expect(belongs).toMatchObject({ how: 'imported', until: null })
    const [counts] = await db
      .select()
      .from(organizationCounts)
      .where(eq(organizationCounts.id, world.county.id))
    expect(counts).toMatchObject({ members: 5, probationary: 1 })
    const traces = await tracesIn(db, world)
    expect(traces.map(({ command }) => command)).toStrictEqual([
      'imports.begin',
      'imports.read',
      'imports.commit',
      'imports.write',
    ])
    expect(traces.at(-1)?.actorId).toBe(world.organizer.actor.accountId)
  })
})

test('a cell may name the month alone: the number knows the day of birth, and contradicts a wrong month', async () => {
  const key = await start([
    lineOf(1, '东支部', {
      出生日期: '1951.06',
      加入党组织日期: '1972年7月',
      转为正式党员日期: '1973.07',
    }),
    lineOf(2, '东支部', { 出生日期: '1952.05' }),
  ])
  expect((await stateOf(key)).counts).toMatchObject({ wrong: 1, good: 1 })
  await write(key)
  expect(await imported()).toMatchObject([
    { bornOn: '1951-06-15', joinedOn: '1972-07-01', confirmedOn: '1973-07-01' },
  ])
})

test('below the roll are sums and signatures, not people', async () => {
  const key = await start([
    lineOf(1, '东支部'),
    ['合计', '', '1人'],
    ['填表人：某某', '', '', '审核人：某某'],
  ])
  expect((await stateOf(key)).counts).toMatchObject({ total: 1, wrong: 0, good: 1 })
})

describe('the cells of a roll', () => {
  test('are filled by what the number says, and may hold codes or words, days in any spelling', async () => {
    const key = await start([
      lineOf(1, '东支部', { 性别: '', 出生日期: '' }),
      lineOf(2, '东支部', {
        民族: '05',
        学历: '14',
        人员类别: '01',
        加入党组织日期: '19720701',
        转为正式党员日期: '1973年7月1日',
      }),
      lineOf(3, '东支部', {
        民族: '回',
        学历: '大专',
        人员类别: '正式',
        加入党组织日期: '1974.7.1',
        转为正式党员日期: '27576',
      }),
    ])
    await write(key)

    expect(await imported()).toMatchObject([
      { sex: 'female', bornOn: '1951-06-15' },
      {
        ethnicity: '05',
        education: '14',
        stage: 'full',
        joinedOn: '1972-07-01',
        confirmedOn: '1973-07-01',
      },
      { ethnicity: '03', education: '31', joinedOn: '1974-07-01', confirmedOn: '1975-07-01' },
    ])
  })

  test('need no branch when the file is for one', async () => {
    const lines = [lineOf(1, '')]
    const key = await beginImport(world.secretary, world.east, rollOf(lines))

    const state = await showImport(world.secretary, key)
    expect(state).toMatchObject({ phase: 'checked', counts: { good: 1 } })
  })
})

describe('bad rows', () => {
  test('are named with what is wrong, kept out, and handed back in a workbook', async () => {
    const good = lineOf(1, '东支部')
    const key = await start([
      good,
      lineOf(2, '东支部', { 公民身份证号: '990000198506150038' }),
      lineOf(3, '东支部', { 出生日期: '1985-01-01' }),
      lineOf(4, '东支部', { 姓名: '' }),
      lineOf(5, '东支部', {
        加入党组织日期: '2031-07-01',
        转为正式党员日期: '',
        人员类别: '预备党员',
      }),
      lineOf(6, '东支部', {
        公民身份证号: good[3] ?? '',
        出生日期: good[4] ?? '',
        性别: good[1] ?? '',
      }),
      lineOf(7, '南支部'),
      lineOf(8, '东支部', { 加入党组织日期: '去年' }),
    ])

    const wrong = await rowsOf(key, 'wrong')
    expect(wrong.map(({ line, faults }) => [line, faults[0]?.field])).toStrictEqual([
      [3, 'idNumber'],
      [4, 'bornOn'],
      [5, 'name'],
      [6, 'joinedOn'],
      [7, 'idNumber'],
      [8, 'branch'],
      [9, 'joinedOn'],
    ])
    expect(wrong[4]?.faults[0]?.message).toBe('与本表第 2 行的身份证号相同')
    expect(wrong[6]?.joinedOn).toBe('去年')

    await write(key)
    const state = await stateOf(key)
    expect(state.counts).toMatchObject({ added: 1, wrong: 7 })
    const refused = await readRows(files.pathOf(state.refusedFileId ?? ''))
    expect(refused).toHaveLength(8)
    expect(refused[0]?.cells.at(-1)).toBe('未导入原因')
    expect(refused[1]?.cells[3]).toBe('990000198506150038')
    expect(refused[1]?.cells.at(-1)).toContain('校验码应为')
  })

  test('alone import nothing', async () => {
    const key = await start([lineOf(1, '南支部')])

    await expectRefusal(write(key), 'imports.nothing')
  })

  test('with a number that lost its end say so', async () => {
    const csv =
      rollOf([]) &&
      Buffer.from(`姓名,身份证号,所在党支部,入党时间\n张三,9.90000198506E+17,东支部,2010-07-01\n`)
    const key = await beginImport(world.organizer, world.county, csv)

    const [row] = await rowsOf(key, 'wrong')
    expect(row?.faults.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('末尾几位已经丢失'),
    )
  })
})

describe('writing', () => {
  test('cancelled leaves not a row, and can be asked for again', async () => {
    const key = await start([lineOf(1, '东支部')])
    const { jobId } = await commit(world.organizer, { ...key, duplicates: 'skip', likely: 'skip' })
    await cancel(world.organizer, { unitId: key.unitId, jobId })
    await drainImports(world.organizer)

    expect(await imported()).toHaveLength(0)
    expect(await stateOf(key)).toMatchObject({ phase: 'checked' })
    await write(key)
    expect(await imported()).toHaveLength(1)
  })

  test('is done once, however many ask', async () => {
    const key = await start([lineOf(1, '东支部')])
    const choice = { ...key, duplicates: 'skip', likely: 'skip' } as const
    const asked = await Promise.allSettled([1, 2, 3].map(() => commit(world.organizer, choice)))

    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expectRefusal(commit(world.organizer, choice), 'imports.notChecked')
    await drainImports(world.organizer)
    expect(await imported()).toHaveLength(1)
  })

  test('takes only the lines that were chosen', async () => {
    const key = await start([1, 2, 3].map((number) => lineOf(number, '东支部')))
    await write(key, { lines: [3] })

    expect(await imported()).toHaveLength(1)
    expect((await rowsOf(key)).map(({ outcome }) => outcome)).toStrictEqual([
      'skipped',
      'added',
      'skipped',
    ])
  })
})

test("a neighbour's import is unknown, and a discarded one is over", async () => {
  const key = await start([lineOf(1, '东支部')])
  const clerk = await plantCaller(db, world.west, { office: 'secretary' })

  await expectRefusal(showImport(clerk, key), 'imports.unknown')
  await expectRefusal(
    commit(clerk, { ...key, duplicates: 'skip', likely: 'skip' }),
    'imports.unknown',
  )
  await discard(world.organizer, key)
  expect(await stateOf(key)).toMatchObject({ phase: 'discarded' })
  await expectRefusal(write(key), 'imports.notChecked')
})

test('an imported member is a member like any other', async () => {
  await write(await start([lineOf(1, '东支部', { 是否流动党员: '是' })]))
  const [added] = await imported()

  const shown = await showMember(world.secretary, {
    unitId: world.county.id,
    memberId: added?.id ?? '',
  })
  expect(shown.roster.roster).toBe('floating')
})

test('a row that looks like a formula is handed back as words', async () => {
  const formula = { 姓名: '=HYPERLINK("x")', 加入党组织日期: '@a' }
  const key = await start([lineOf(1, '东支部'), lineOf(2, '东支部', formula)])
  await write(key)

  const { refusedFileId } = await stateOf(key)
  const parts = unzipSync(await readFile(files.pathOf(refusedFileId ?? '')))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('=HYPERLINK')
  expect(sheet).not.toContain('<f>')
})
