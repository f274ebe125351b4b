import { beforeEach, describe, expect, test } from 'vitest'
import { idNumberOf } from '../../../testing/citizens.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { lineOf } from '../../../testing/roll-lines.ts'
import { beginImport, drainImports, rollOf } from '../../../testing/rolls.ts'
import { plant } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { listSpellings } from '../views/branches.ts'
import { showImport } from '../views/show.ts'
import { assignBranch } from './assign-branch.ts'
import { remap } from './remap.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

type Key = { unitId: string; importId: string }
const start = (lines: readonly (readonly string[])[]) =>
  beginImport(world.organizer, world.county, rollOf(lines))
const stateOf = (key: Key) => showImport(world.organizer, key)
describe('branches', () => {
  test('are found in any spelling, and the spellings are shown together', async () => {
    const spellings = ['东支部', '中共东支部委员会', '东 党支部', '东党支部']
    const key = await start(spellings.map((spelling, at) => lineOf(at, spelling)))

    expect(await stateOf(key)).toMatchObject({ counts: { good: 4 } })
    const { rows } = await listSpellings(world.organizer, { ...key, page: 1, size: 50 })
    expect(rows).toHaveLength(4)
    expect(
      rows.every(({ isVariant, organizationId }) => isVariant && organizationId === world.east.id),
    ).toBe(true)
  })

  test('not found are listed with suggestions, and can be told', async () => {
    const key = await start([lineOf(1, '东枝部'), lineOf(2, '东枝部'), lineOf(3, '县委')])
    expect(await stateOf(key)).toMatchObject({ counts: { wrong: 3 } })
    const [first] = (await listSpellings(world.organizer, { ...key, page: 1, size: 50 })).rows
    expect(first).toMatchObject({ spelling: '东枝部', count: 2, organizationId: null })

    const told = { ...key, spelling: '东枝部', organizationId: world.east.id }
    expect(await assignBranch(world.organizer, told)).toStrictEqual({ count: 2 })
    expect(await stateOf(key)).toMatchObject({ counts: { good: 2, wrong: 1 } })
    await expectRefusal(
      assignBranch(world.organizer, { ...told, organizationId: world.county.id }),
      'members.notBranch',
    )
  })
})

describe('columns', () => {
  test('known by other names are found, unknown ones can be told, two alike are refused', async () => {
    const csv = Buffer.from(
      `党员姓名,证号,党支部,入党时间,转正时间,备注\n张三,${idNumberOf('1985-06-15', 3)},东支部,2010-07-01,2011-07-01,无\n`,
    )
    const key = await beginImport(world.organizer, world.county, csv)
    const state = await stateOf(key)
    expect(state).toMatchObject({ phase: 'unmapped', missing: ['公民身份证号'] })
    expect(state.columns[1]?.sample[0]).not.toContain('19850615')

    const twice = {
      ...key,
      columns: [
        { column: 1, field: 'name' },
        { column: 0, field: 'name' },
      ],
    } as const
    await expectRefusal(
      remap(world.organizer, { ...twice, columns: [...twice.columns] }),
      'imports.columnTwice',
    )
    await remap(world.organizer, { ...key, columns: [{ column: 1, field: 'idNumber' }] })
    await drainImports(world.organizer)
    expect(await stateOf(key)).toMatchObject({ phase: 'checked', counts: { good: 1 } })
  })

  test('missing altogether make the file unreadable, with the reason', async () => {
    const key = await beginImport(world.organizer, world.county, Buffer.from('甲,乙\n1,2\n'))

    expect(await stateOf(key)).toMatchObject({
      phase: 'failed',
      note: expect.stringContaining('没有找到表头'),
    })
  })
})
