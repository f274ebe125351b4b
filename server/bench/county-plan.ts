import { entries } from '@zhixing/contract'
import type { Key } from '@zhixing/contract'
import type { Client } from 'pg'
import { reachOf } from '../kernel/reach.ts'
import type { Arrival, Outcome } from './arrivals.ts'
import { password } from './county-crowd.ts'
import type { County, Person } from './county-crowd.ts'

const [rollCall, heartbeats, signIns] = ['roll call', 'heartbeats', 'sign-ins by password'] as const

/** Everybody signs the roll at a moment of their own, and one in twenty does so twice. */
export function rolling(county: County, seconds: number): Arrival[] {
  return county.people.flatMap((person, at) => {
    const body = JSON.stringify({ ticket: county.ticketOf(person) })
    const call = { kind: rollCall, method: 'POST', path: '/api/activities/signIn' } as const
    const atMs = Math.random() * seconds * 1000
    const once = { ...call, cookie: county.cookieOf(person), body, atMs }
    return at % 20 === 0 ? [once, { ...once, atMs: atMs + Math.random() * 500 }] : [once]
  })
}

const toldEveryMs = 15_000

/** Everybody sits in front of a lesson, and each player tells of every quarter of a minute. */
export function watching(county: County, seconds: number): Arrival[] {
  const rounds = Math.max(1, Math.floor((seconds * 1000) / toldEveryMs))
  return county.people.flatMap((person, at) => {
    const first = (Math.random() * seconds * 1000) / rounds
    return Array.from({ length: rounds }, (_, round): Arrival => {
      const body = JSON.stringify(county.lessons.tell(at, round))
      const call = { kind: heartbeats, method: 'POST', path: '/api/courses/beat' } as const
      const atMs = first + (round * seconds * 1000) / rounds
      return { ...call, cookie: county.cookieOf(person), body, atMs }
    })
  })
}

/** Everybody signs in anew, name and password. */
export function entering(county: County, seconds: number): Arrival[] {
  return county.people.map(({ login }) => ({
    kind: signIns,
    method: 'POST',
    path: '/api/accounts/signIn',
    cookie: '',
    body: JSON.stringify({ login, password }),
    atMs: Math.random() * seconds * 1000,
  }))
}

const queries = entries.filter(({ kind }) => kind === 'query')
const aboutOneself = queries.filter(
  ({ grant, input }) => grant === undefined && input.safeParse({}).success,
)
function isSecretarys(grant: Key): boolean {
  const held = [{ office: 'secretary', path: '/' }] as const
  return grant !== undefined && grant !== 'open' && reachOf(held, grant).length > 0
}

const someId = '00000000-0000-4000-8000-000000000000'
const ofAPlace = queries.filter(
  ({ grant, input }) => isSecretarys(grant) && input.safeParse({ organizationId: someId }).success,
)

/** Members leaf through all that is about themselves; one look in ten is a secretary's at the own branch. */
export function browsing(
  { people, secretaries, cookieOf }: County,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number },
): Arrival[] {
  return Array.from({ length: Math.ceil(seconds * perSecond) }, (_, at): Arrival => {
    const isOffice = at % 10 === 0
    const person = pick<Person>(isOffice ? secretaries : people)
    const { name } = pick(isOffice ? ofAPlace : aboutOneself)
    const input = isOffice ? { organizationId: person.place.id } : {}
    const path = `/api/${name.replace('.', '/')}?input=${encodeURIComponent(JSON.stringify(input))}`
    const atMs = Math.random() * seconds * 1000
    return { kind: 'looks', method: 'GET', path, cookie: cookieOf(person), atMs }
  })
}

function pick<One>(list: readonly One[]): One {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** What was said to be done is done, and nothing twice: counted in the database, not in the answers. */
export async function requireTruth(
  client: Client,
  county: County,
  outcomes: readonly Outcome[],
): Promise<void> {
  const kind = outcomes.find((one) => one.kind !== 'looks')?.kind
  const done = outcomes.filter((one) => one.kind === kind && one.status === 200).length
  const { unitId, people, activityIds, lessons } = county
  const expect = async (wanted: number, text: string, values: readonly unknown[]) => {
    const { rows } = await client.query<{ count: number }>(text, [...values])
    if (rows[0]?.count !== wanted)
      throw new Error(`${kind}: ${rows[0]?.count} instead of ${wanted} by “${text}”`)
  }
  const isAll = outcomes.every((one) => one.kind !== kind || one.status === 200)
  if (kind === rollCall && isAll) {
    const traced = `select count(*)::int from traces where unit_id = $1 and command = 'activities.signIn'
      and split_part(subject, ':', 2) = any($2)`
    await expect(people.length, traced, [unitId, activityIds])
    const kept = `select count(distinct member_id)::int from attendances
      where unit_id = $1 and activity_id = any($2) and mark = 'present' and not is_guest`
    await expect(people.length, kept, [unitId, activityIds])
  }
  if (kind === heartbeats)
    await expect(
      done * (toldEveryMs / 1000),
      'select sum(watched_seconds)::int as count from course_progress where unit_id = $1 and item_id = any($2)',
      [unitId, lessons.itemIds],
    )
  if (kind === signIns) {
    const opened = `select count(*)::int from sessions s join accounts a on a.id = s.account_id
      where a.unit_id = $1 and a.member_id is not null and agent = ''`
    await expect(done, opened, [unitId])
    const traced = `select count(*)::int from traces where unit_id = $1 and command = 'accounts.signIn'`
    await expect(done, traced, [unitId])
  }
}
