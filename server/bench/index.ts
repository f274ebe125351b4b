import { parseArgs } from 'node:util'
import type { Measured } from './measured.ts'
import { ciphers } from './ciphers.ts'
import { county } from './county.ts'
import { enrolment } from './enrolment.ts'
import { exportRoll } from './export.ts'
import { gapProposal } from './gap-proposal.ts'
import { heartbeats } from './heartbeats.ts'
import { importRoll } from './import.ts'
import { organizationPage } from './organization-page.ts'
import { pages } from './pages.ts'
import type { PagesOptions } from './pages.ts'
import { phonePage } from './phone-page.ts'
import { signIn } from './sign-in.ts'
import { startToReady } from './start-to-ready.ts'
import { workReport } from './work-report.ts'

/**
 * `npm run bench [name] [--json]`: the table "what fast means", measured on this machine, now. `pages` plants a million
 * members, or asks those that `npm run demo` has planted in the folders `--small` and `--large`.
 */
const lines: Readonly<
  Record<string, (options: PagesOptions) => Promise<Measured | readonly Measured[]>>
> = {
  signIn,
  county,
  import: importRoll,
  export: exportRoll,
  organizationPage,
  startToReady,
  workReport,
  gapProposal,
  enrolment,
  heartbeats,
  phonePage,
  ciphers,
  pages,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    large: { type: 'string' },
    small: { type: 'string' },
    members: { type: 'string' },
    only: { type: 'string' },
    as: { type: 'string' },
    rounds: { type: 'string' },
  },
})
const chosen = Object.entries(lines).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
)
if (chosen.length === 0) {
  say(`no such line; there are: ${Object.keys(lines).join(', ')}`)
  process.exit(2)
}

const all: Measured[] = []
for (const [, run] of chosen) {
  const measured = [await run(values)].flat()
  for (const one of measured) say(values.json ? JSON.stringify(one) : sentenceOf(one))
  all.push(...measured)
}
const passed = all.filter(({ pass }) => pass).length
const summary = { lines: all.length, passed, failed: all.length - passed }
say(values.json ? JSON.stringify(summary) : `${passed} of ${all.length} goals met`)

function sentenceOf({ name, unit, ours, limit, ratio, goal, pass }: Measured): string {
  const sign = pass ? 'pass' : 'MISS'
  return `${sign}  ${name}: ours ${ours} ${unit}, limit ${limit} ${unit}, ratio ${ratio} (goal ${goal})`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
