import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { scenes } from './scenes.ts'
import type { Scene } from './scenes/kinds.ts'
import { chosen, openStage } from './stage.ts'
import { walk, walkers } from './walk.ts'

/*
 * npm run axe: every page of both faces by its links, in either type size, and every scene; what would keep somebody out
 * is told, and a serious one fails. `npm run axe -- name…`: only the scenes whose names begin so; `-- walk`: only the links,
 * `-- walk clerk member`: only as these people.
 */
let looks = 0
let grave = 0

async function judge({ name }: Scene, page: Page): Promise<void> {
  looks += 1
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const { id, impact, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') grave += 1
    const [first] = nodes
    say(`${name}: ${impact} ${id} ×${nodes.length} ${first?.html.slice(0, 140)}`)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const [only, ...people] = process.argv.slice(2)
const stage = await openStage()
if (only !== 'walk')
  for (const scene of chosen(scenes))
    await stage.play(scene, async (_, { page }) => judge(scene, page))
if (only === undefined || only === 'walk')
  for (const face of ['admin', 'mobile'] as const) {
    const asked = walkers[face].filter((one) => people.length === 0 || people.includes(one))
    const missed = await walk(stage, face, judge, asked)
    if (people.length === 0)
      say(`${face}: routes to which no link led: ${missed.join(' ') || 'none'}`)
  }
await stage.close()

say(`${grave} serious or critical in ${looks} looks`)
process.exitCode = grave > 0 ? 1 : 0
