import type { Page } from 'playwright-core'
import { hostileWords, spoil } from '../server/testing/spoil.ts'
import type { Scene } from './scenes/kinds.ts'
import { openStage } from './stage.ts'
import { walk, walksOf } from './walk.ts'
import { withDatabase } from './with-database.ts'

/*
 * npm run hostile [-- admin|mobile [login…]]: on a running server with the demonstration county, whose database it spoils for good:
 * everybody and everything is called like an intruder, then every page of both faces is opened. Nothing of it may become
 * an element, and no page may break.
 */
let looks = 0
let shown = 0
let grave = 0

async function judge({ name }: Scene, page: Page): Promise<void> {
  looks += 1
  const { elements, isShown } = await page.evaluate((words) => {
    const found = [...document.querySelectorAll('[onerror], [onload], #root b:empty')]
    return {
      elements: found.map(({ outerHTML }) => outerHTML.slice(0, 100)),
      isShown: words.some((word) => document.body.innerText.includes(word)),
    }
  }, hostileWords)
  shown += isShown ? 1 : 0
  for (const element of elements) {
    grave += 1
    say(`${name}: ${element}`)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

say(`${await withDatabase(spoil)} texts are hostile now`)
const stage = await openStage()
for (const asked of walksOf(process.argv.slice(2))) await walk(stage, asked, judge)
await stage.close()

say(`${grave} elements made of words in ${looks} looks, of which ${shown} showed hostile words`)
process.exitCode = grave > 0 || shown === 0 ? 1 : 0
