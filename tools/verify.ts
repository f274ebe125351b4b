import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/* npm run verify: everything that can be said about the code without running it, side by side, in seconds. */
const steps: Readonly<Record<string, string>> = {
  lint: 'oxlint',
  types: typesOf('.'),
  'types of the console': typesOf('web'),
  'types of the phone': typesOf('web/mobile'),
  'unused code': 'knip --exclude dependencies,devDependencies',
  migrations: 'node tools/check-migrations.ts',
  format: 'oxfmt --check',
  docs: 'node tools/check-docs.ts',
}

const bin = join(import.meta.dirname, '../node_modules/.bin')
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
const began = performance.now()
const waiting = Object.entries(steps)
const failures: string[] = []

// A third while two compute keeps two cores busy.
await Promise.all([work(), work(), work()])
for (const failure of failures) process.stdout.write(`\n${failure}\n`)
say(failures.length === 0 ? 'all is well' : `${failures.length} failed`, began)
process.exitCode = failures.length === 0 ? 0 : 1

/** What was found the last time is kept, so that only what has changed is looked at again. */
function typesOf(project: string): string {
  const kept = `node_modules/.cache/types/${project.replaceAll(/\W/g, '-')}.json`
  return `tsc -p ${project} --incremental --tsBuildInfoFile ${kept}`
}

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(...step)
}

async function take(name: string, command: string): Promise<void> {
  const start = performance.now()
  const child = spawn(command, { env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0) failures.push(`— ${name}: ${command}\n${out}${err}`.trim())
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`, start)
}

function say(line: string, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`${line} (${seconds} s)\n`)
}
