import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { digestOf, keepPassed, readPassed } from './passed.ts'

/* npm run verify: everything that can be said about the code without running it, side by side, in seconds. */
type Step = {
  readonly run: string
  /** Folders that alone decide what comes out; where they are as they were when it passed, it is not run again. */
  readonly of?: readonly string[]
}

const ours = ['contract', 'server', 'tools']
const steps: Readonly<Record<string, Step>> = {
  lint: { run: `oxlint --threads 1 *.ts ${ours.join(' ')}`, of: ours },
  types: { run: typesOf('.') },
  'lint of the pages': { run: 'oxlint --threads 1 web', of: ['contract', 'web'] },
  'types of the console': { run: typesOf('web') },
  'types of the phone': { run: typesOf('web/mobile') },
  'unused code': { run: 'knip' },
  migrations: { run: 'node tools/check-migrations.ts' },
  format: { run: 'oxfmt --check' },
  docs: { run: 'node tools/check-docs.ts' },
  permissions: { run: 'node tools/permissions.ts --check' },
}

const bin = join(import.meta.dirname, '../node_modules/.bin')
// Compiler and linter live for seconds: they may take memory rather than time to tidy it. Each keeps to one thread:
// several would each work out the same types for themselves, which costs three times the work in all.
const env = { GOGC: '400', GOMAXPROCS: '1', ...process.env, PATH: `${bin}:${process.env.PATH}` }
const began = performance.now()
const waiting = Object.entries(steps)
const passed = readPassed()
const failures: string[] = []

// A third while two compute keeps two cores busy.
await Promise.all([work(), work(), work()])
keepPassed(passed)
for (const failure of failures) process.stdout.write(`\n${failure}\n`)
say(failures.length === 0 ? 'all is well' : `${failures.length} failed`, began)
process.exitCode = failures.length === 0 ? 0 : 1

/** What was found the last time is kept, so that only what has changed is looked at again. */
function typesOf(project: string): string {
  const kept = `node_modules/.cache/types/${project.replaceAll(/\W/g, '-')}.json`
  return `tsc -p ${project} --checkers 1 --incremental --tsBuildInfoFile ${kept}`
}

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(...step)
}

async function take(name: string, { run, of }: Step): Promise<void> {
  const start = performance.now()
  const digest = of ? digestOf(of) : ''
  if (of && passed[name] === digest) return say(`ok     ${name}, unchanged since it passed`, start)
  const child = spawn(run, { env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0) failures.push(`— ${name}: ${run}\n${out}${err}`.trim())
  else if (of) passed[name] = digest
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`, start)
}

function say(line: string, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`${line} (${seconds} s)\n`)
}
