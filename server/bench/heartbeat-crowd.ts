import { newId } from '../kernel/ids.ts'
import { newToken } from '../kernel/token.ts'
import type { Vault } from '../kernel/vault.ts'
import { ticketText, writeTicket } from '../modules/courses/rules/ticket.ts'
import { courseItems, courses } from '../modules/courses/table.ts'
import { plantOrganization } from '../testing/world.ts'
import { plantAccounts } from './accounts.ts'
import type { BenchDatabase } from './database.ts'

const branches = 40
const courseCount = 20
const lengthSeconds = 3600
/** How much a player tells at a time. */
const toldMs = 15_000
const hourMs = 3_600_000

export type Viewers = Awaited<ReturnType<typeof viewersOf>>

/** Members in front of their screens, each with an hour of video, opened an hour ago and watched ever since. */
export async function viewersOf(
  { db, client }: BenchDatabase,
  { people, vault }: { people: number; vault: Vault },
) {
  const county = await plantOrganization(db, undefined, '县委')
  const { unitId } = county
  const places: string[] = []
  for (let at = 0; at < branches; at += 1)
    places.push((await plantOrganization(db, county, `第${at}支部`)).id)
  const tokens = Array.from({ length: people }, () => newToken())
  const ids = tokens.map(() => newId())
  const organizationIds = ids.map((_, at) => places[at % branches] ?? '')
  await plantAccounts(client, { unitId, ids, tokens, organizationIds })
  const lessons = await lessonsFor(
    { db, client, vault },
    { unitId, organizationId: county.id, ids },
  )
  await client.query('vacuum analyze')
  const told = (call: number) => {
    const at = call % people
    return { at, words: lessons.tell(at, Math.floor(call / people)) }
  }
  const path = `${county.path}${places[0]}/`
  const appointments = [{ office: 'member', path }] as const
  return {
    /** Who tells it without the wire, and what. */
    call(count: number) {
      const { at, words } = told(count)
      const id = ids[at] ?? ''
      const actor = { accountId: id, personId: id, memberId: id, name: '张三' }
      return { actor: { ...actor, unitId, place: { unitId, path }, appointments }, words }
    },
    /** Everybody tells the first quarter of a minute, then everybody the second, and so on. */
    beat(count: number) {
      const { at, words } = told(count)
      return { cookie: `session=${tokens[at]}`, body: JSON.stringify(words) }
    },
    /** The same in a row of its own. */
    row(count: number) {
      const { at, words } = told(count)
      const { positionMs: until } = words
      const { courseId, itemId } = lessons.lessonOf(at)
      const watched = [JSON.stringify([[0, until]]), until / 1000, until]
      return [unitId, newId(), ids[at], courseId, itemId, ...watched]
    },
  }
}

type Watching = {
  readonly unitId: string
  readonly organizationId: string
  readonly ids: readonly string[]
}

/** An hour of video for each of these members, opened an hour ago, and what their players tell of it. */
export async function lessonsFor(
  { db, client, vault }: Pick<BenchDatabase, 'db' | 'client'> & { readonly vault: Vault },
  { unitId, organizationId, ids }: Watching,
) {
  const items = await plantLessons(db, organizationId)
  const lessonOf = (at: number) => items[at % courseCount] ?? { courseId: '', itemId: '' }
  await plantProgress(client, { unitId, ids, lessons: ids.map((_, at) => lessonOf(at)) })
  const openedAt = Date.now() - hourMs
  const tickets = ids.map((memberId, at) => {
    const facts = { ...lessonOf(at), openedAt }
    return writeTicket({ ...facts, signature: vault.sign(ticketText({ ...facts, memberId })) })
  })
  return {
    lessonOf,
    itemIds: items.map(({ itemId }) => itemId),
    /** One more quarter of a minute, the first of them in round 0. */
    tell(at: number, round: number) {
      const from = round * toldMs
      const beat = { atMs: from, forMs: toldMs, fromMs: from, toMs: from + toldMs }
      return { ticket: tickets[at] ?? '', beats: [beat], positionMs: beat.toMs }
    },
  }
}

async function plantLessons(db: BenchDatabase['db'], organizationId: string) {
  const now = new Date()
  const lessons = Array.from({ length: courseCount }, () => ({
    courseId: newId(),
    itemId: newId(),
  }))
  await db.insert(courses).values(
    lessons.map(({ courseId }, at) => ({
      id: courseId,
      organizationId,
      title: `第${at + 1}门课`,
      genre: 'lesson' as const,
      category: 'theory' as const,
      scope: 'all' as const,
      level: 'county' as const,
      creditMinutes: 60,
      watchPercent: 100,
      state: 'published' as const,
      createdBy: newId(),
      createdAt: now,
      keeperId: newId(),
      publishedAt: now,
    })),
  )
  await db.insert(courseItems).values(
    lessons.map(({ courseId, itemId }) => ({
      id: itemId,
      courseId,
      position: 0,
      kind: 'video' as const,
      title: '录像',
      seconds: lengthSeconds,
      createdAt: now,
    })),
  )
  return lessons
}

type Progress = {
  readonly unitId: string
  readonly ids: readonly string[]
  readonly lessons: readonly { readonly courseId: string; readonly itemId: string }[]
}

async function plantProgress(
  client: BenchDatabase['client'],
  { unitId, ids, lessons }: Progress,
): Promise<void> {
  await client.query(
    `insert into watch_clocks (unit_id, id, member_id)
     select $1, gen_random_uuid(), id from unnest($2::uuid[]) as t (id) on conflict do nothing`,
    [unitId, ids],
  )
  await client.query(
    `insert into course_progress (unit_id, id, member_id, course_id, item_id, started_at, seen_at)
     select $1, gen_random_uuid(), id, course_id, item_id, now(), now()
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t (id, course_id, item_id)`,
    [unitId, ids, lessons.map(({ courseId }) => courseId), lessons.map(({ itemId }) => itemId)],
  )
}
