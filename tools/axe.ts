import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { scenes } from './scenes.ts'
import type { Scene } from './scenes/kinds.ts'
import { chosen, openStage } from './stage.ts'
import { walk, walksOf } from './walk.ts'

/*
 * npm run axe: every page of both faces by its links, in either type size, and every scene; what would keep somebody out
 * is told, and a serious one fails. `npm run axe -- name…`: only the scenes whose names begin so; `-- walk`: only the links,
 * `-- walk clerk member` only as these people, `-- walk mobile` only there.
 */
const looks = new Map<string, number>()
let grave = 0

async function judge({ name, as }: Scene, page: Page): Promise<void> {
  const who = as ?? 'nobody'
  looks.set(who, (looks.get(who) ?? 0) + 1)
  // Its half a megabyte comes once into a tab; and as no page frames another of ours, none is opened to ask frames.
  const isThere = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
  const asked = axe.setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await asked.analyze()
  for (const { id, impact, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') grave += 1
    const [first] = nodes
    say(`${name}: ${impact} ${id} ×${nodes.length} ${first?.html.slice(0, 140)}`)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const [only, ...words] = process.argv.slice(2)
const stage = await openStage()
if (only !== 'walk')
  // Where nothing is pressed the next scene may go on in the same tab.
  for (const scene of chosen(scenes))
    await stage.play({ ...scene, goesOn: !scene.act }, async (_, { page }) => judge(scene, page))
if (only === undefined || only === 'walk')
  for (const asked of walksOf(words)) await walk(stage, asked, judge)
await stage.close()

for (const [as, count] of looks) say(`${as}: ${count} looks`)
say(`${grave} serious or critical`)
process.exitCode = grave > 0 ? 1 : 0
