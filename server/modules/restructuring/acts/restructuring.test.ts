import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { applyOn } from '../../../testing/development.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { goingTo, monthLetter, takeStep } from '../../../testing/transfers.ts'
import { plant, plantCaller, plantMember, plantOrganization } from '../../../testing/world.ts'
import { appoint } from '../../committees/acts/appoint.ts'
import { affiliations, members } from '../../members/table.ts'
import { showAsOf } from '../../organizations/views/as-of.ts'
import { showOrganization } from '../../organizations/views/show.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { move } from '../../development/acts/move.ts'
import { start } from '../../transfers/acts/start.ts'
import { withdraw } from '../../transfers/acts/withdraw.ts'
import { recount } from '../index.ts'
import { dissolve } from './dissolve.ts'
import { merge } from './merge.ts'
import { split } from './split.ts'

const reason = '优化组织设置'

async function belonging(organizationId: string) {
  return db.$count(members, and(eq(members.organizationId, organizationId), isNull(members.leftOn)))
}

describe('merging', () => {
  test('moves everybody, ends the old branch and its offices, and keeps every count true', async () => {
    const { organizer, county, east, west } = await plant(db)
    const probationary = await plantMember(db, west, { stage: 'probationary' })
    const secretary = await plantMember(db, west)
    await plantOrganization(db, west, '一组', { kind: 'group' })
    const post = { post: 'secretary', from: '2026-01-01' } as const
    await appoint(organizer, { ...post, organizationId: west.id, memberId: secretary })
    const before = await belonging(east.id)

    const input = { organizationId: west.id, intoId: east.id, version: 0, reason }
    expect(await merge(organizer, input)).toEqual({ moved: 2 })

    expect([await belonging(east.id), await belonging(west.id)]).toEqual([before + 2, 0])
    const old = await showOrganization(organizer, { organizationId: west.id })
    expect(old).toMatchObject({
      organization: { dissolvedOn: '2026-06-01' },
      holders: [],
      counts: { members: 0, organizations: 0 },
      can: { change: false },
    })
    expect(old.history[0]).toMatchObject({ sentence: '并入“东支部”', reason })
    const kept = await db.select().from(affiliations).where(eq(affiliations.memberId, probationary))
    expect(kept).toMatchObject([{ organizationId: east.id, from: '2026-06-01', how: 'merged' }])
    expect(await recount(db, county.path)).toBe(0)
  })

  test('is refused across kinds, onto itself, out of reach, and when stale', async () => {
    const { organizer, county, east, west } = await plant(db)
    const elsewhere = await plant(db)
    const clerk = await plantCaller(db, west, { office: 'clerk' })
    const input = { organizationId: west.id, intoId: east.id, version: 0, reason }
    const up = { ...input, intoId: county.id }
    await expectRefusal(merge(organizer, up), 'restructuring.notBranch')
    await expectRefusal(merge(organizer, { ...input, intoId: west.id }), 'restructuring.same')
    const away = { ...input, intoId: elsewhere.east.id }
    await expectRefusal(merge(organizer, away), 'organizations.unknown')
    await expectRefusal(merge(clerk, input), 'organizations.unknown')
    await expectRefusal(merge(organizer, { ...input, version: 3 }), 'input.stale')
  })

  test('asked twice at once, happens once', async () => {
    const { organizer, county, east, west } = await plant(db)
    await plantMember(db, west)
    const input = { organizationId: west.id, intoId: east.id, version: 0, reason }
    const answers = await Promise.allSettled([merge(organizer, input), merge(organizer, input)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await recount(db, county.path)).toBe(0)
  })
})

describe('dividing', () => {
  test('makes a branch beside the old one, of those who were chosen', async () => {
    const { organizer, county, west } = await plant(db)
    const people = await Promise.all([...Array(7).keys()].map(() => plantMember(db, west)))
    const memberIds = people.slice(0, 3)
    const input = { organizationId: west.id, version: 0, name: '西二支部', memberIds, reason }
    const { organizationId, moved } = await split(organizer, input)

    expect([moved, await belonging(organizationId), await belonging(west.id)]).toEqual([3, 3, 4])
    const made = await showOrganization(organizer, { organizationId })
    expect(made.organization).toMatchObject({ parentId: county.id, kind: 'branch' })
    expect(made.history[0]?.sentence).toBe('从“西支部”分设成立')
    expect(await recount(db, county.path)).toBe(0)
  })

  test('leaves no branch with too few full members, and takes nobody from elsewhere', async () => {
    const { organizer, west, east } = await plant(db)
    const people = await Promise.all([...Array(5).keys()].map(() => plantMember(db, west)))
    const input = { organizationId: west.id, version: 0, name: '西二支部', reason }
    const few = { ...input, memberIds: people.slice(0, 2) }
    await expectRefusal(split(organizer, few), 'restructuring.tooFew')
    const many = { ...input, memberIds: people.slice(0, 3) }
    await expectRefusal(split(organizer, many), 'restructuring.tooFew')
    const foreign = { ...input, memberIds: [await plantMember(db, east)] }
    await expectRefusal(split(organizer, foreign), 'restructuring.strangers')
    expect(await belonging(west.id)).toBe(5)
  })
})

describe('dissolving', () => {
  test('takes only what is empty, and leaves it to be seen on its days', async () => {
    const { organizer, county, west } = await plant(db)
    const memberId = await plantMember(db, west)
    const input = { organizationId: west.id, version: 0, reason }
    await expectRefusal(dissolve(organizer, input), 'restructuring.notEmpty')
    await db.delete(members).where(eq(members.id, memberId))
    const root = { ...input, organizationId: county.id }
    await expectRefusal(dissolve(organizer, root), 'organizations.root')
    await dissolve(organizer, input)
    await expectRefusal(dissolve(organizer, input), 'organizations.dissolved')

    const on = async (day: string) => {
      const { rows } = await showAsOf(organizer, { organizationId: county.id, day })
      return rows.find(({ id }) => id === west.id)
    }
    expect(await on('2026-05-31')).toMatchObject({ name: '西支部', nameToday: '已撤销' })
    expect(await on('2026-06-01')).toBeUndefined()
  })
})

describe('counting anew', () => {
  test('finds and mends what somebody forgot to count, below the path only', async () => {
    const { county, east, west } = await plant(db)
    expect(await recount(db, county.path)).toBe(0)
    await db
      .update(organizationCounts)
      .set({ members: 99 })
      .where(eq(organizationCounts.id, east.id))
    await db.delete(organizationCounts).where(eq(organizationCounts.id, west.id))

    expect(await recount(db, east.path)).toBe(1)
    expect(await recount(db, county.path)).toBe(1)
    expect(await recount(db, county.path)).toBe(0)
  })
})

test('a branch is neither dissolved nor merged while something of it is still on its way', async () => {
  const world = await plant(db)
  const { organizer, east, west } = world
  const key = await applyOn({ ...world, secretary: organizer, east: west }, '2026-06-01')
  const dissolving = { organizationId: west.id, version: 0, reason }
  const refused = { reason: 'restructuring.openCases', words: { 名称: '西支部' } }
  await expect(dissolve(organizer, dissolving)).rejects.toMatchObject(refused)
  await expect(merge(organizer, { ...dissolving, intoId: east.id })).rejects.toMatchObject(refused)
  const { unitId, applicantId } = key
  const organizationId = east.id
  await move(organizer, { unitId, applicantId, formId: newId(), organizationId, reason })
  // Somebody is on their way here.
  const memberId = await plantMember(db, east, { name: '周远行' })
  const transfer = await start(world.secretary, { unitId, memberId, ...goingTo(west.id) })
  await takeStep(organizer, transfer, 'issue.issue', monthLetter)
  await expect(dissolve(organizer, dissolving)).rejects.toMatchObject(refused)
  await withdraw(world.secretary, { ...transfer, reason: '撤销在即' })
  await dissolve(organizer, dissolving)
})
