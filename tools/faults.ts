import * as fs from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Done } from '../server/testing/faults/deeds.ts'
import { tryLargePlace } from '../server/testing/faults/large.ts'
import { openFaults } from '../server/testing/faults/rounds.ts'
import type { Round } from '../server/testing/faults/rounds.ts'
import { buildPages, newFolder, removeFolder } from '../server/testing/launch.ts'
import { mountSmallDisk } from '../server/testing/small-disk.ts'

/*
 * npm run faults [-- --rounds 200] [--seed 1] [--dir DIR] [--only away|disk --seconds 150]
 * npm run faults -- --only keep [--members 100000] [--dir DIR]
 * Kills a server and its PostgreSQL under load, again and again, and asks each time whether all that was acknowledged
 * is there and all that was not is there wholly or not at all. With --dir, what was done is kept there, and a run that
 * was broken off goes on where it stopped. With --only nothing is killed: PostgreSQL stands still, or its disk is full
 * (one of our own, which only root may mount),  for so long and under the same load. With --only keep a place of so many members is
 * sealed anew, backed up under load, and brought back: how long that takes, and whether all of it is there. Ends with 1 where anything was wrong.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '150' },
    members: { type: 'string', default: '100000' },
  },
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
if (values.only === 'keep') await keep()
const lasting = lastingOf(values.only, Number(values.seconds))
const disk = lasting?.trouble === 'disk' ? mountSmallDisk(400) : undefined
if (lasting?.trouble === 'disk' && !disk) throw new Error('a disk to be filled needs root on Linux')
const folder = disk?.folder ?? values.dir ?? newFolder()
fs.mkdirSync(folder, { recursive: true })
const fileOf = (name: string) => join(folder, name)
const [countyFile, deedsFile] = [fileOf('county.json'), fileOf('deeds.jsonl')]
const roundsFile = fileOf('rounds.jsonl')

await buildPages()
const earlier = linesOf<Round>(roundsFile)
const faults = await openFaults({
  dataDir: join(folder, 'data'),
  seed,
  deeds: linesOf<Done>(deedsFile),
  keep: (deeds) => fs.appendFileSync(deedsFile, deeds.map(lineOf).join('')),
  ...(fs.existsSync(countyFile) ? { county: JSON.parse(fs.readFileSync(countyFile, 'utf8')) } : {}),
})
fs.writeFileSync(countyFile, JSON.stringify(faults.county))

for (let number = earlier.length + 1; number <= rounds; number += 1) {
  const round = await faults.round(number, lasting)
  earlier.push(round)
  fs.appendFileSync(roundsFile, lineOf(round))
  tell(round)
}
const wrongs = [...earlier.flatMap((round) => round.wrongs), ...(await faults.finish())]
await faults.end()
summarize(earlier)
for (const wrong of wrongs.slice(0, 20)) say(`WRONG  ${wrong}`)
say(wrongs.length === 0 ? '全部属实 All of it is true.' : `${wrongs.length} wrong.`)
process.exitCode = wrongs.length === 0 ? 0 : 1
if (disk) disk.giveBack()
else if (!values.dir && wrongs.length === 0) removeFolder(folder)
else say(`kept in ${folder}`)

function tell({ number, victim, seconds, wrongs: bad, ...counts }: Round): void {
  const { acknowledged, refused, unknown, whole, none, repeated, slowestSeconds, backSeconds } =
    counts
  say(
    `${String(number).padStart(4)}  ${victim.padEnd(8)}  ` +
      `acknowledged ${acknowledged}, refused ${refused}, unknown ${unknown} = ${whole} whole + ${none} none, ` +
      `repeated ${repeated}  ${seconds.toFixed(1)} s` +
      `, slowest ${slowestSeconds.toFixed(1)} s, back after ${backSeconds.toFixed(1)} s${bad.length > 0 ? `  WRONG ${bad.join(' | ')}` : ''}`,
  )
}

/** Of a large place; ends here. */
async function keep(): Promise<never> {
  const large = values.dir ?? newFolder()
  fs.mkdirSync(large, { recursive: true })
  await buildPages()
  const found = await tryLargePlace({ folder: large, members: Number(values.members), say })
  for (const wrong of found.slice(0, 20)) say(`WRONG  ${wrong}`)
  say(found.length === 0 ? '全部属实 All of it is true.' : `${found.length} wrong, in ${large}`)
  if (!values.dir && found.length === 0)
    for (const place of ['here', 'there', '.']) removeFolder(join(large, place))
  process.exit(found.length === 0 ? 0 : 1)
}

function lastingOf(trouble: string | undefined, seconds: number) {
  if (trouble === undefined) return undefined
  if (trouble === 'away' || trouble === 'disk') return { trouble, seconds } as const
  throw new Error('--only away, --only disk or --only keep')
}

function summarize(all: readonly Round[]): void {
  const sum = (key: 'acknowledged' | 'refused' | 'unknown' | 'whole' | 'none' | 'repeated') =>
    all.reduce((total, round) => total + round[key], 0)
  say(
    `${all.length} rounds: acknowledged ${sum('acknowledged')}, refused ${sum('refused')}, unknown ` +
      `${sum('unknown')} = ${sum('whole')} whole + ${sum('none')} none, repeated ${sum('repeated')}`,
  )
}

function linesOf<Value>(path: string): Value[] {
  if (!fs.existsSync(path)) return []
  return fs
    .readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
