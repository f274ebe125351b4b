import { contract } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { organizations } from '../modules/organizations/table.ts'
import { db } from '../testing/database.ts'
import { expectRefusal, tracesIn } from '../testing/expect.ts'
import { plant } from '../testing/world.ts'
import { act } from './act.ts'
import { newId } from './ids.ts'

const input = { parentId: newId(), name: '某支部', kind: 'branch' } as const

test('undoes everything when the act was outside the reach', async () => {
  const world = await plant(db)
  const id = newId()
  const row = { ...world.west, id, path: `${world.west.path}${id}/` }
  const stray = act(contract.organizations.found, async ({ tx }) => {
    await tx.insert(organizations).values(row)
    const place = { ...row, path: `/${newId()}/` }
    return { value: { organizationId: id }, place, change: { subject: 'organization' } }
  })

  await expectRefusal(stray(world.organizer, input), 'reach.outside')
  expect(await db.$count(organizations, eq(organizations.id, id))).toBe(0)
  expect(await tracesIn(db, world)).toEqual([])
})

test('does not let the body go round its transaction', async () => {
  const world = await plant(db)
  const escape = act(contract.organizations.found, async () => {
    await db.$count(organizations)
    return { value: { organizationId: newId() }, place: world.east, change: 'none' }
  })

  await expect(escape(world.organizer, input)).rejects.toThrow('use scene.tx')
})
