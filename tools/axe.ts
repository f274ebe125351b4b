import { AxeBuilder } from '@axe-core/playwright'
import { scenes } from './scenes.ts'
import { chosen, eachScene } from './stage.ts'

/* npm run axe -- [name…]: every scene, and what would keep somebody out of it; a serious one fails. */
let grave = 0

await eachScene(chosen(scenes), async ({ name }, { page }) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const { id, impact, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') grave += 1
    const [first] = nodes
    process.stdout.write(`${name}: ${impact} ${id} ×${nodes.length} ${first?.html.slice(0, 140)}\n`)
  }
})

process.stdout.write(`${grave} serious or critical\n`)
process.exitCode = grave > 0 ? 1 : 0
