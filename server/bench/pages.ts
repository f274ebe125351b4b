import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { entries } from '@zhixing/contract'
import type { AnyEntry } from '@zhixing/contract'
import type { Measured } from './measured.ts'
import { downloads } from './pages-downloads.ts'
import { inputsFor, variantsOf } from './pages-input.ts'
import { isOfMembers } from './pages-sources.ts'
import { withPlace } from './pages-place.ts'
import type { Place, Stander, Standpoint } from './pages-place.ts'
import { reportOn } from './pages-report.ts'

export type PagesOptions = {
  /** Folders in which `npm run demo` has planted; a new one is planted and taken away where none is named. */
  readonly large?: string | undefined
  readonly small?: string | undefined
  readonly members?: string | undefined
  /** Only what begins with it: "development.". */
  readonly only?: string | undefined
  /** Only from here: "province", "organizer", "secretary" or "member". */
  readonly as?: string | undefined
  /** How often each is asked, 20 times where nobody says; a slow one less often. */
  readonly rounds?: string | undefined
}

/** What a page is asked for: an address, by whom. */
type Ask = { readonly name: string; readonly urls: readonly string[] }

/** How long one question took from one standpoint, or why it cannot be asked there. */
export type Sample = {
  readonly name: string
  readonly standpoint: Standpoint
  readonly status: number
  readonly times: readonly number[]
  /** The first look, where the answer is kept and shown again afterwards: how long until it was there. */
  readonly takenMs: number | undefined
  readonly statements: number
  readonly bytes: number
  readonly why?: string
}

const budgetMs = 1_500
const sizes = { small: 10_000, large: 1_000_000, branch: 20 }

/** Every question of the contract and every paper, as the offices that see most, in a county and in a province. */
export async function pages(options: PagesOptions): Promise<Measured[]> {
  const members = Number(options.members ?? sizes.large)
  const size = { members, organizations: Math.round(members / sizes.branch) }
  const askAll = (place: Place) =>
    samplesOf(place, {
      as: options.as,
      only: options.only ?? '',
      rounds: Number(options.rounds ?? 20),
    })
  const small = await inFolder(options.small, (folder) =>
    withPlace(folder, { members: sizes.small }, askAll),
  )
  const large = await inFolder(options.large, (folder) => withPlace(folder, size, askAll))
  return reportOn(small, large)
}

async function inFolder<Value>(
  given: string | undefined,
  body: (folder: string) => Promise<Value>,
): Promise<Value> {
  if (given) return body(given)
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  // Open to the user that PostgreSQL runs as when root measures.
  await chmod(folder, 0o711)
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Asked = Pick<PagesOptions, 'as'> & { readonly only: string; readonly rounds: number }

async function samplesOf(place: Place, { only, rounds, as }: Asked): Promise<Sample[]> {
  const samples: Sample[] = []
  const queries = entries.filter(({ kind, name }) => kind === 'query' && name.startsWith(only))
  for (const stander of place.standers) {
    const { standpoint } = stander
    if (as !== undefined && as !== standpoint) continue
    for (const entry of queries.filter((one) => concerns(one, stander)))
      for (const one of await asksFor(place, entry, stander))
        samples.push(await measure(place, one, { standpoint, rounds }))
    for (const one of standpoint === 'organizer'
      ? await downloads(place.client, stander, only)
      : [])
      samples.push(await measure(place, one, { standpoint, rounds }))
  }
  return samples
}

/** A member has no office, and who is no member has nothing of a member's; what is open to all is asked once. */
function concerns({ name, grant }: AnyEntry, { standpoint, memberId }: Stander): boolean {
  if (grant === 'open') return standpoint === 'organizer'
  if (!memberId && isOfMembers(name)) return false
  return (
    standpoint !== 'member' ||
    grant === undefined ||
    /^(courses\.learn|activities\.attend)$/.test(grant)
  )
}

/** The question as the page opens, and where there is such a thing its fortieth page and a search. */
async function asksFor({ client }: Place, entry: AnyEntry, stander: Stander): Promise<Ask[]> {
  const inputs = await inputsFor(client, entry, stander, new Date())
  return variantsOf(entry, stander).map(([suffix, more]) => ({
    name: `${entry.name}${suffix}`,
    urls: inputs.map((input) => {
      const text = encodeURIComponent(JSON.stringify({ ...input, ...more }))
      return `/api/${entry.name.replace('.', '/')}?input=${text}`
    }),
  }))
}

/** The first address that is answered is asked again and again. */
async function measure(
  place: Place,
  { name, urls }: Ask,
  { standpoint, rounds }: { readonly standpoint: Standpoint; readonly rounds: number },
): Promise<Sample> {
  const none = { name, standpoint, status: 0, times: [], statements: 0, bytes: 0 }
  let last: Sample = { ...none, takenMs: undefined, why: 'no row of this tree can be named' }
  for (const url of urls) {
    const before = place.statements()
    const first = await askUntilThere(place, url, standpoint)
    const statements = place.statements() - before
    const { status, bytes } = first
    last = { ...none, takenMs: undefined, status, bytes, statements, why: first.text }
    if (status !== 200) continue

    const times: number[] = []
    let isKept = false
    for (let spent = first.ms; times.length < rounds && (spent < budgetMs || times.length < 2);) {
      const again = await ask(place, url, standpoint)
      times.push(again.ms)
      spent += again.ms
      isKept ||= again.isKept
    }
    const takenMs = isKept ? first.ms : undefined
    return { name, standpoint, status, bytes, statements, times, takenMs }
  }
  return last
}

/** What is being summed is asked for again as often as the server says. */
async function askUntilThere(place: Place, url: string, token: string) {
  const began = performance.now()
  for (let again = 0; ; again += 1) {
    const answer = await ask(place, url, token)
    const isComing = answer.status === 503 && answer.again > 0 && again < 30
    if (!isComing) return { ...answer, ms: performance.now() - began }
    await pause(answer.again * 1_000)
  }
}

async function ask({ app }: Place, url: string, token: string) {
  const began = performance.now()
  const answer = await app.inject({ url, cookies: { session: token } })
  const { statusCode: status, rawPayload, headers } = answer
  const text = status === 200 ? '' : rawPayload.toString().slice(0, 120)
  return {
    ms: performance.now() - began,
    status,
    bytes: rawPayload.length,
    text,
    again: Number(headers['retry-after'] ?? 0),
    isKept: headers['x-taken-at'] !== undefined,
  }
}
