import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { scenes } from './scenes.ts'
import { chosen, eachScene } from './stage.ts'

/* npm run pictures -- [name…]: the scenes whose names begin so, or all, from the server at ADDRESS, into FOLDER. */
const folder = process.env.FOLDER ?? join(import.meta.dirname, '../pictures')
mkdirSync(folder, { recursive: true })

await eachScene(chosen(scenes), async ({ name }, { page, faults }) => {
  await page.screenshot({ path: join(folder, `${name}.png`) })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const words = [...faults, ...(over > 0 ? [`${over} px too wide`] : [])]
  process.stdout.write(`${name}${words.length > 0 ? `: ${words.join('; ')}` : ''}\n`)
})
