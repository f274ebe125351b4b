import type { Page } from 'playwright-core'
import { routeOf, routesOf } from './routes.ts'
import type { Face } from './routes.ts'
import type { Login, Scene } from './scenes/kinds.ts'
import type { Stage } from './stage.ts'

/** Whoever sees most of a face comes first; those after see what the first do not. */
export const walkers: Readonly<Record<Face, readonly Login[]>> = {
  admin: ['organizer', 'secretary', 'clerk', 'officer', 'system', 'security', 'auditor'],
  mobile: ['secretary', 'member', 'applicant'],
}

const sizes = { admin: {}, mobile: { width: 390, height: 844 } } as const
const bases = { admin: '', mobile: '/m' } as const

/** The same page may look otherwise for another office: so many look at it thoroughly, those after as it is. */
const thoroughMax = 2

type Look = (scene: Scene, page: Page) => Promise<void>

/**
 * Follows every link of a face for everybody who has to do with it, in either type size and with its first line opened,
 * and hands each page over. Answers which routes nobody came to.
 */
export async function walk(
  stage: Stage,
  face: Face,
  look: Look,
  people: readonly Login[] = walkers[face],
): Promise<readonly string[]> {
  const routes = routesOf(face)
  const looks = new Map<string, number>()
  for (const as of people) {
    const seen = new Set<string>()
    const waiting = [`${bases[face]}/`]
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const route = routeOf(routes, path.slice(bases[face].length))
      if (!route || seen.has(route)) continue
      seen.add(route)
      const times = looks.get(route) ?? 0
      looks.set(route, times + 1)
      const scene = { name: `${as} ${path}`, path, as, goesOn: true, ...sizes[face] }
      waiting.push(...(await visit(stage, scene, { look, isThorough: times < thoroughMax })))
    }
  }
  return routes.filter((route) => !looks.has(route))
}

/** A page as it is, with its first line opened, and thoroughly both in large type; and where its links lead. */
async function visit(
  stage: Stage,
  scene: Scene,
  { look, isThorough }: { readonly look: Look; readonly isThorough: boolean },
): Promise<readonly string[]> {
  const found: string[] = []
  const large = { ...scene, name: `${scene.name} large`, large: true }
  for (const shown of isThorough ? [scene, large] : [scene])
    await stage.play(shown, async (_, { page, faults }) => {
      for (const fault of faults) process.stdout.write(`${shown.name}: ${fault}\n`)
      await look(shown, page)
      found.push(...(await linksOf(page)))
      if (!(await openFirstLine(page))) return
      if (isThorough) await look({ ...shown, name: `${shown.name} opened` }, page)
      found.push(...(await linksOf(page)))
    })
  return found
}

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.map((href) => href.replace(/[?#].*/, '')).filter((path) => !path.startsWith('/api/'))
}

async function openFirstLine(page: Page): Promise<boolean> {
  const line = page.locator('[data-line]').first()
  if ((await line.count()) === 0) return false
  await line.click({ timeout: 3000 }).catch(() => undefined)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
  return true
}
