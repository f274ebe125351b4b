import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { traces } from '../../kernel/trace.ts'
import { db } from '../../testing/database.ts'
import { noon, plant, vault } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { create } from '../organizations/acts/create.ts'
import { sealTraces, verifyChains } from './index.ts'
import { seals } from './table.ts'

const surroundings = { db, vault, now: () => noon }

async function act(world: World, name: string) {
  await create(world.organizer, { parentId: world.county.id, name, kind: 'branch' })
}

async function verdictOf({ county }: World, secret = vault) {
  const verdicts = await verifyChains(db, secret)
  return verdicts.find(({ unitId }) => unitId === county.unitId)
}

async function plantChain() {
  const world = await plant(db)
  await act(world, '北支部')
  await act(world, '南支部')
  await sealTraces(surroundings)
  await act(world, '中支部')
  await sealTraces(surroundings)
  return world
}

describe('the chain of traces', () => {
  test('closes over every trace, once, and holds', async () => {
    const world = await plantChain()
    expect(await verdictOf(world)).toMatchObject({ seals: 2, traces: 3, fault: undefined })
    await sealTraces(surroundings)
    expect(await verdictOf(world)).toMatchObject({ seals: 2, traces: 3 })
  })

  test('takes in later what was committed late, whatever its id', async () => {
    const world = await plantChain()
    const facts = { at: noon, actorId: newId(), command: 'late', subject: 'late' }
    const { unitId, path } = world.county
    const id = '00000000-0000-7000-8000-000000000000'
    await db.insert(traces).values({ ...facts, unitId, path, id })
    await sealTraces(surroundings)
    expect(await verdictOf(world)).toMatchObject({ seals: 3, traces: 4, fault: undefined })
  })

  test('is not made by somebody else', async () => {
    const world = await plantChain()
    const stranger = { ...vault, sign: () => 'forged' }
    expect((await verdictOf(world, stranger))?.fault).toContain('was not made by this platform')
  })

  test.each([
    ['a changed trace', `update traces set after = '{"name":"别的"}' where seal = 1`, 'link 1'],
    ['a trace removed', 'delete from traces where seal = 1', 'link 1 closed over 2 traces'],
    ['a trace slipped in', 'update traces set seal = 1 where seal = 2', 'link 1'],
    ['a link removed', 'delete from seals where number = 1', 'link 1 is missing'],
    ['a link rewritten', `update seals set digest = 'x' where number = 1`, 'link 1'],
    ['the last link cut off', 'delete from seals where number = 2', 'link 2, which does not exist'],
  ])('shows %s, even by somebody who owns the database', async (_, statement, fault) => {
    const world = await plantChain()
    const own = statement.includes(' where ') ? `${statement} and unit_id = ` : ''
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`${sql.raw(own)} ${world.county.unitId}`)
    })
    expect((await verdictOf(world))?.fault).toContain(fault)
  })

  test('the database itself refuses to rewrite a trace or a link', async () => {
    const { county } = await plantChain()
    const own = eq(traces.unitId, county.unitId)
    const refused = { cause: { code: '23001' } }
    await expect(db.update(traces).set({ command: 'x' }).where(own)).rejects.toMatchObject(refused)
    await expect(db.update(traces).set({ seal: null }).where(own)).rejects.toMatchObject(refused)
    await expect(db.delete(traces).where(own)).rejects.toMatchObject(refused)
    const links = and(eq(seals.unitId, county.unitId), eq(seals.number, 1))
    await expect(db.delete(seals).where(links)).rejects.toMatchObject(refused)
  })
})
