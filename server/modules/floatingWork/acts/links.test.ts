import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { clientOf } from '../../../testing/client.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import type { Person } from '../../../testing/world.ts'
import { floatingContacts } from '../../floating/table.ts'
import { members } from '../../members/table.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { showCensus } from '../views/census.ts'
import { closeCensus, startCensus } from './census.ts'
import { drawLinks, sayWhereabouts } from './links.ts'

const codeOf = ({ path }: { path: string }) => path.split('/').at(-1) ?? ''
const idOf = (person: Person) => person.actor.personId

/** A county's round, with one who is away, one who is back, and a link for each. */
async function gather() {
  const world = await plant(db)
  const floating = { floatingSince: '2026-01-01', floatingTo: '远州省临江市' }
  const away = await plantCaller(db, world.east, { name: '周远行', ...floating })
  const back = await plantCaller(db, world.east, { name: '吴归来', ...floating })
  const round = await startCensus(world.organizer, {
    organizationId: world.county.id,
    formId: newId(),
    title: '春季排查',
    scope: 'floating',
    until: '2026-06-30',
  })
  const { rows } = await drawLinks(world.secretary, {
    ...round,
    memberUnitId: world.east.unitId,
    memberIds: [idOf(away), idOf(back)],
  })
  const linkOf = (person: Person) => {
    const found = rows.find(({ memberId }) => memberId === idOf(person))
    if (!found) throw new Error('no link was drawn')
    return codeOf(found)
  }
  return { world, away, back, round, rows, linkOf }
}

test('[S1-54] a round by link: the member answers without signing in, once, and reaches nothing else', async () => {
  const { world, away, back, round, rows, linkOf } = await gather()
  expect(new Set(rows.map(codeOf)).size).toBe(2)
  const again = await drawLinks(world.secretary, {
    ...round,
    memberUnitId: world.east.unitId,
    memberIds: [idOf(away)],
  })
  expect(again.rows.map(codeOf)).toEqual([linkOf(away)])
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const theirs = { ...round, memberUnitId: world.east.unitId, memberIds: [idOf(away)] }
  await expectRefusal(drawLinks(neighbour, theirs), 'members.unknown')

  const outside = await clientOf({ ...world.secretary, actor: undefined })
  const code = linkOf(away)
  const shown = await outside.query('floatingWork.whereabouts', { code })
  expect(shown.body).toMatchObject({ name: '周**', destination: '远州省临江市', isAway: true })
  expect((await outside.query('members.me', {})).status).toBe(401)
  const guessed = await outside.query('floatingWork.whereabouts', {
    code: `${code.slice(0, -2)}xx`,
  })
  expect(guessed.status).toBe(404)

  const place = { answer: 'away' as const, destination: '外省新港市', phone: '13900001234' }
  await expectRefusal(
    sayWhereabouts(away, { ...place, code, destination: '' }),
    'floatingWork.sayWhere',
  )
  await outside.command('floatingWork.sayWhereabouts', { code, ...place })
  const twice = await outside.command('floatingWork.sayWhereabouts', { code, ...place })
  expect(twice.body).toMatchObject({ reason: 'floatingWork.linkAnswered' })
  const [member] = await db
    .select()
    .from(members)
    .where(eq(members.id, idOf(away)))
  expect(member).toMatchObject({ floatingTo: '外省新港市' })
  const contacts = await db
    .select()
    .from(floatingContacts)
    .where(and(eq(floatingContacts.memberId, idOf(away)), eq(floatingContacts.way, 'self')))
  expect(contacts).toMatchObject([{ isReached: true, note: '在外省新港市' }])

  // Who is back is for the branch to write down: told, and open in the round until then.
  const home = { code: linkOf(back), answer: 'home' as const, destination: '', phone: '' }
  await outside.command('floatingWork.sayWhereabouts', home)
  const page = { page: 1, size: 20, onlyUnread: false }
  const told = await listInbox(world.secretary, page)
  expect(told.rows.map(({ title }) => title)).toContain('吴归来答复已在本地，与名册不一致')
  const look = { ...round, organizationId: world.county.id, page: 1, size: 20 }
  const open = await showCensus(world.organizer, { ...look, show: 'open' })
  expect(open.rows.map(({ name }) => name)).toEqual(['吴归来'])
  const confirmed = await showCensus(world.organizer, { ...look, show: 'away' })
  expect(confirmed.rows).toMatchObject([{ name: '周远行', byName: '周远行（链接）' }])
})

test('a link is dead once its round is over', async () => {
  const { world, away, round, linkOf } = await gather()
  await closeCensus(world.organizer, round)
  const said = { code: linkOf(away), answer: 'home' as const, destination: '', phone: '' }
  await expectRefusal(sayWhereabouts(away, said), 'floatingWork.linkUnknown')
  const redraw = { ...round, memberUnitId: world.east.unitId, memberIds: [idOf(away)] }
  await expectRefusal(drawLinks(world.secretary, redraw), 'floatingWork.censusClosed')
})
