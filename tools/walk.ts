import type { Page } from 'playwright-core'
import { routeOf, routesOf } from './routes.ts'
import type { Face } from './routes.ts'
import type { Login, Scene } from './scenes/kinds.ts'
import type { Shown, Stage } from './stage.ts'
import { unlinked } from './unlinked.ts'

/** Whoever sees most of a face comes first; those after see what the first do not. */
const walkers: Readonly<Record<Face, readonly Login[]>> = {
  admin: ['organizer', 'secretary', 'clerk', 'officer', 'system', 'security', 'auditor'],
  mobile: ['secretary', 'member', 'applicant'],
}

const faces = ['admin', 'mobile'] as const
const sizes = { admin: {}, mobile: { width: 390, height: 844 } } as const
const bases = { admin: '', mobile: '/m' } as const

/** The same page may look otherwise for another office: so many look at it thoroughly, those after as it is. */
const thoroughMax = 2

type Look = (scene: Scene, page: Page) => Promise<void>
type Asked = { readonly face: Face; readonly people: readonly Login[]; readonly isWhole: boolean }

/** The faces and people that were named, or all: `admin`, `mobile member`, `secretary`; `admin province` only if asked. */
export function walksOf(words: readonly string[]): readonly Asked[] {
  const named = faces.filter((face) => words.includes(face))
  const isNamed = (one: Login) => words.includes(one)
  const isWhole = words.length === named.length
  return (named.length > 0 ? named : faces).map((face) => {
    const known: readonly Login[] = [
      ...walkers[face],
      ...(face === 'admin' ? ['province' as const] : []),
    ]
    return { face, people: isWhole ? walkers[face] : known.filter(isNamed), isWhole }
  })
}

/**
 * Follows every link of a face for everybody who has to do with it, in either type size and with its first line opened,
 * and hands each page over; tells which routes nobody came to.
 */
export async function walk(
  stage: Stage,
  { face, people, isWhole }: Asked,
  look: Look,
): Promise<void> {
  const routes = routesOf(face)
  const looks = new Map<string, number>()
  for (const as of people) {
    const seen = new Set<string>()
    const named = Object.keys(unlinked[face]).filter((route) => !route.includes('$'))
    const waiting = ['/', ...named].map((path) => bases[face] + path)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const route = routeOf(routes, path.slice(bases[face].length))
      if (!route || seen.has(route)) continue
      seen.add(route)
      const times = looks.get(route) ?? 0
      looks.set(route, times + 1)
      const scene = { name: `${as} ${path}`, path, as, goesOn: true, ...sizes[face] }
      waiting.push(...(await visit(stage, scene, { look, isThorough: times < thoroughMax })))
    }
    process.stdout.write(`${face} ${as}: ${seen.size} routes\n`)
  }
  if (!isWhole) return
  const missed = routes.filter((route) => !looks.has(route) && !(route in unlinked[face]))
  process.stdout.write(`${face}: routes to which no link led: ${missed.join(' ') || 'none'}\n`)
}

/** A page as it is, with its first line opened, and thoroughly both in large type; and where its links lead. */
async function visit(
  stage: Stage,
  scene: Scene,
  { look, isThorough }: { readonly look: Look; readonly isThorough: boolean },
): Promise<readonly string[]> {
  const found: string[] = []
  const large = { ...scene, name: `${scene.name} large`, large: true }
  const play = async (shown: Scene) =>
    stage.play(shown, async (_, tab) => {
      const { page, faults } = tab
      await look(shown, page)
      found.push(...(await linksOf(page)))
      const opened = await openFirstLine(tab)
      if (opened && isThorough) await look({ ...shown, name: `${shown.name} opened` }, page)
      if (opened) found.push(...(await linksOf(page)))
      for (const fault of faults) process.stdout.write(`${shown.name}: ${fault}\n`)
    })
  await Promise.all((isThorough ? [scene, large] : [scene]).map(play))
  return found
}

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.map((href) => href.replace(/[?#].*/, '')).filter((path) => !path.startsWith('/api/'))
}

async function openFirstLine({ page, rest }: Shown): Promise<boolean> {
  const line = page.locator('[data-line]').first()
  if ((await line.count()) === 0) return false
  await line.click({ timeout: 3000 }).catch(() => undefined)
  return rest()
}
