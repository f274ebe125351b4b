import { keysOf } from '@zhixing/contract'
import type { ExportColumn } from '@zhixing/contract'
import { memberColumns } from '@zhixing/contract/import-words.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Cell } from '../../../kernel/sheets/index.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { clientOf } from '../../../testing/client.ts'
import { idNumberOf } from '../../../testing/citizens.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { fileOf, readRows } from '../../../testing/workbooks.ts'
import { plant, plantCaller, plantMember, vault } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { exportRows } from '../views/export-rows.ts'
import { exportMembers } from './export.ts'

const idNumber = idNumberOf('1980-05-01', 11)

let world: World
beforeEach(async () => {
  world = await plant(db)
  for (const name of ['赵一', '=钱二', '孙三'])
    await plantMember(db, world.east, {
      name,
      nameKey: nameKeyOf(name),
      idNumberSealed: vault.seal(idNumber),
      phoneSealed: vault.seal('13800001234'),
    })
})

const asked = () => ({
  organizationId: world.east.id,
  text: '',
  audience: {},
  columns: ['name', 'idNumber', 'phone'] as ('name' | 'idNumber' | 'phone')[],
  isPlain: false,
  format: 'xlsx' as 'xlsx' | 'csv',
  reason: '报县委组织部核对',
})

async function fetchAs(caller: Person, address: string) {
  const { app } = await clientOf(caller)
  return app.inject({ url: address, cookies: { session: 'of the test' } })
}

async function rowsAt(caller: Person, address: string) {
  const { rawPayload } = await fetchAs(caller, address)
  return (await readRows(await fileOf(rawPayload))).map(({ cells }) => cells)
}

describe('taking a roll out', () => {
  test('masks identifiers, leaves a trace with the reason, and runs nothing in a spreadsheet', async () => {
    const { address } = await exportMembers(world.secretary, asked())

    const rows = await rowsAt(world.secretary, address)
    expect(rows[0]).toStrictEqual(['姓名', '公民身份证号', '联系电话'])
    expect(rows).toContainEqual(['=钱二', `990000**********${idNumber.slice(-2)}`, '138****1234'])
    expect((await tracesIn(db, world)).at(-1)).toMatchObject({
      command: 'members.export',
      after: { reason: '报县委组织部核对', isPlain: false },
    })
  })

  test('shows identifiers to those who may see them, when they ask', async () => {
    const { address } = await exportMembers(world.secretary, { ...asked(), isPlain: true })

    const rows = await rowsAt(world.secretary, address)
    expect(rows).toContainEqual(['赵一', idNumber, '13800001234'])
  })

  test('takes what the filter shows and nothing outside the branch, as .csv as well', async () => {
    await plantMember(db, world.west, { name: '西边人' })
    const input = { ...asked(), text: '孙', format: 'csv' as const }
    const { address } = await exportMembers(world.secretary, input)

    expect((await rowsAt(world.secretary, address)).map(([name]) => name)).toStrictEqual([
      '姓名',
      '孙三',
    ])
  })

  test('shows the same in a column whatever others are beside it', async () => {
    const desk = { db, vault, now: () => new Date() }
    const { path } = world.east
    const bearer = { accountId: '', until: '', fileName: '', format: 'xlsx' as const }
    const rowsOf = async (columns: ExportColumn[]) => {
      const ticket = { ...bearer, path, text: '', audience: {}, columns, isPlain: false }
      const rows: Cell[][] = []
      for await (const heap of exportRows(desk, ticket)) rows.push(...heap)
      return rows
    }
    const columns = keysOf(memberColumns)
    const all = await rowsOf(columns)
    expect(all.length).toBeGreaterThan(2)
    for (const [at, column] of columns.entries())
      expect(await rowsOf([column])).toStrictEqual(all.map((cells) => [cells[at]]))
  })

  test('is for the person who asked, for a while, and not for a forged address', async () => {
    const { address } = await exportMembers(world.secretary, asked())
    expect((await fetchAs(world.organizer, address)).statusCode).toBe(404)
    expect((await fetchAs(world.secretary, `${address}x`)).statusCode).toBe(404)
    const later = { ...world.secretary, now: () => new Date('2026-06-01T12:11:00Z') }
    expect((await fetchAs(later, address)).statusCode).toBe(404)
  })

  test('is refused without the grant, outside the reach, and without a reason', async () => {
    const officer = await plantCaller(db, world.east, { office: 'officer' })
    await expectRefusal(exportMembers(officer, asked()), 'reach.none')
    const far = { ...asked(), organizationId: world.west.id }
    await expectRefusal(exportMembers(world.secretary, far), 'organizations.unknown')
    const client = await clientOf(world.secretary)
    const { status, body } = await client.command('members.export', { ...asked(), reason: '' })
    expect([status, body.issues?.[0]?.path]).toStrictEqual([400, 'reason'])
  })
})
