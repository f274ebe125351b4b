import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { drainJobs } from '../../kernel/job-worker.ts'
import { newId } from '../../kernel/ids.ts'
import { traces } from '../../kernel/trace.ts'
import { declaredJobs } from '../../jobs.ts'
import { clientOf } from '../../testing/client.ts'
import { db, url } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { found as foundOrganization } from '../organizations/acts/found.ts'
import { showJob } from '../jobs/views.ts'
import { sealTraces } from './acts/seal.ts'
import { verify } from './acts/verify.ts'
import { sentenceOfBreak, sourceOf, verifyChain } from './index.ts'
import { listTraces } from './views/list.ts'

async function found(world: World, name: string): Promise<void> {
  await foundOrganization(world.organizer, { parentId: world.county.id, name, kind: 'branch' })
}

/** As somebody does who rules the database itself: triggers do not speak to a replica. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local citus.propagate_set_commands = 'local'`)
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })
}

async function sealed(count = 3) {
  const world = await plant(db)
  for (let nth = 1; nth <= count; nth += 1) {
    await found(world, `第 ${nth} 支部`)
    await sealTraces(world.organizer, [world.county.unitId])
  }
  const { unitId } = world.county
  const rows = await db
    .select()
    .from(traces)
    .where(sql`${traces.unitId} = ${unitId}`)
  return { world, unitId, ids: rows.map(({ id }) => id).toSorted() }
}

const walk = (unitId: string) => verifyChain(sourceOf(db), unitId)

test('ties every trace to the chain once, and the chain holds', async () => {
  const { world, unitId } = await sealed(3)
  expect(await sealTraces(world.organizer, [unitId])).toBe(0)
  expect(await walk(unitId)).toMatchObject({ seals: 3, traces: 3 })
  expect((await walk(unitId)).broken).toBeUndefined()
})

test('leaves out what is not committed yet, and takes it up afterwards', async () => {
  const world = await plant(db)
  const { unitId, path } = world.county
  const late = new Client({ connectionString: url })
  await late.connect()
  await late.query('begin')
  await late.query(
    'insert into traces (unit_id, id, at, actor_id, command, path, subject) values ($1, $2, $3, $2, $4, $5, $4)',
    [unitId, '00000000-0000-7000-8000-000000000001', noon, 'early.id', path],
  )
  await found(world, '北支部')

  expect(await sealTraces(world.organizer, [unitId])).toBe(1)
  await late.query('commit')
  await late.end()
  expect(await sealTraces(world.organizer, [unitId])).toBe(1)
  expect(await walk(unitId)).toMatchObject({ seals: 2, traces: 2 })
})

test('lets several servers seal at once without sealing anything twice', async () => {
  const world = await plant(db)
  for (const name of ['一', '二', '三']) await found(world, `${name}支部`)
  const { unitId } = world.county

  const sums = await Promise.all([1, 2, 3].map(() => sealTraces(world.organizer, [unitId])))
  expect(sums.reduce((sum, one) => sum + one)).toBe(3)
  expect((await walk(unitId)).broken).toBeUndefined()
})

test.each([
  sql`update traces set actor_id = ${newId()}`,
  sql`update traces set seal = seal + 1`,
  sql`delete from traces`,
  sql`truncate traces`,
  sql`update audit_seals set hash = 'x'`,
  sql`delete from audit_seals`,
])('the database itself refuses to forget (%#)', async (statement) => {
  await sealed(1)
  await expect(db.execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } })
})

test('names the trace that was changed, and the first one of several', async () => {
  const { unitId, ids } = await sealed(3)
  await tamper(
    sql`update traces set after = '{"name":"别的"}' where unit_id = ${unitId} and id in (${ids[1]}, ${ids[2]})`,
  )
  const { broken } = await walk(unitId)
  expect(broken).toEqual({ unitId, number: 2, traceId: ids[1], what: 'traceChanged' })
})

test('names the trace that was deleted', async () => {
  const { unitId, ids } = await sealed(2)
  await tamper(sql`delete from traces where unit_id = ${unitId} and id = ${ids[0]}`)
  expect((await walk(unitId)).broken).toMatchObject({ traceId: ids[0], what: 'traceMissing' })
})

test('names a trace that was slipped in afterwards', async () => {
  const { unitId, world } = await sealed(2)
  const id = newId()
  await tamper(
    sql`insert into traces (unit_id, id, at, actor_id, command, path, subject, seal)
      values (${unitId}, ${id}, now(), ${id}, 'x', ${world.county.path}, 'x', 1)`,
  )
  expect((await walk(unitId)).broken).toMatchObject({ number: 1, traceId: id, what: 'traceAdded' })
})

const ofNobody = () => false

test('finds a seal that was rewritten, cut out, cut off, or signed by somebody else', async () => {
  const [rewritten, cut, short] = [await sealed(3), await sealed(3), await sealed(3)]
  const forged = await sealed(1)
  await tamper(
    sql`update audit_seals set sealed_at = now() where unit_id = ${rewritten.unitId} and number = 2`,
  )
  await tamper(sql`delete from audit_seals where unit_id = ${cut.unitId} and number = 2`)
  await tamper(sql`delete from audit_seals where unit_id = ${short.unitId} and number = 3`)

  expect((await walk(rewritten.unitId)).broken).toMatchObject({ number: 2, what: 'sealChanged' })
  expect((await walk(cut.unitId)).broken).toMatchObject({ number: 2, what: 'sealMissing' })
  expect((await walk(short.unitId)).broken).toMatchObject({ number: 3, what: 'sealMissing' })
  const { broken } = await verifyChain(sourceOf(db), forged.unitId, { isSigned: ofNobody })
  expect(broken && sentenceOfBreak(broken)).toContain('签名')
})

test('an auditor asks for the walk and reads its result; others may not', async () => {
  const { world, unitId, ids } = await sealed(2)
  const auditor = await plantCaller(db, world.county, { office: 'auditor' })
  await expectRefusal(verify(world.organizer, {}), 'reach.none')

  const whole = await verify(auditor, {})
  await expectRefusal(verify(auditor, {}), 'audit.running')
  await drainJobs(world.organizer, declaredJobs)
  expect(await showJob(auditor, whole)).toMatchObject({ status: 'done', note: '3 条留痕全部完好' })

  await tamper(sql`delete from traces where unit_id = ${unitId} and id = ${ids[1]}`)
  const broken = await verify(auditor, {})
  await drainJobs(world.organizer, declaredJobs)
  expect((await showJob(auditor, broken)).note).toContain(`${ids[1]}：留痕被删除`)
})

test('an auditor reads who did what where, in words, page by page', async () => {
  const { world } = await sealed(3)
  const auditor = await plantCaller(db, world.county, { office: 'auditor' })
  const { query } = await clientOf(auditor)

  const first = await query('audit.list', { size: 2 })
  expect(first.body).toMatchObject({ total: 3, next: { id: expect.any(String) } })
  expect(first.body.rows[0]).toMatchObject({
    actorName: world.organizer.actor.name,
    commandName: '设立下级党组织',
    subjectName: '党组织 第 3 支部',
    seal: 3,
  })
  const rest = await query('audit.list', { size: 2, after: first.body.next ?? undefined })
  expect(rest.body.rows).toHaveLength(1)
  expect(rest.body.next).toBeNull()
})

test('filters by person, day, command and subject', async () => {
  const { world } = await sealed(2)
  const auditor = await plantCaller(db, world.county, { office: 'auditor', name: '钟明鉴' })
  const whole = { who: '', command: '', subject: '', size: 50 }
  const count = async (ask: object) => (await listTraces(auditor, { ...whole, ...ask })).total

  expect(await count({ who: world.organizer.actor.name })).toBe(2)
  expect(await count({ who: '钟明鉴' })).toBe(0)
  expect(await count({ from: '2026-06-01', until: '2026-06-01' })).toBe(2)
  expect(await count({ until: '2026-05-31' })).toBe(0)
  expect(await count({ command: 'activities.signIn' })).toBe(0)
  expect(await count({ subject: 'organization' })).toBe(2)
})

test('an auditor sees nothing beyond the own county, and nothing but traces', async () => {
  await sealed(1)
  const elsewhere = await plant(db)
  const auditor = await plantCaller(db, elsewhere.county, { office: 'auditor' })
  const { query } = await clientOf(auditor)

  expect((await query('audit.list', {})).body).toMatchObject({ rows: [], total: 0 })
  expect((await query('organizations.list', {})).body).toMatchObject({ reason: 'reach.none' })
})
