import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The project without its history and its pages, with the same libraries. */
function copyOfProject(): string {
  const copy = fs.mkdtempSync(join(tmpdir(), 'zhixing-capability-'))
  onTestFinished(() => fs.rmSync(copy, { recursive: true, force: true }))
  const parts = ['contract', 'server', 'tools', 'package.json', 'tsconfig.json']
  const settings = ['vitest.config.ts', '.oxlintrc.json', '.oxfmtrc.json']
  for (const part of [...parts, ...settings])
    fs.cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    })

  const modules = join(copy, 'node_modules')
  fs.mkdirSync(join(modules, '@zhixing'), { recursive: true })
  for (const name of fs.readdirSync(join(root, 'node_modules')))
    if (name !== '@zhixing') fs.symlinkSync(join(root, 'node_modules', name), join(modules, name))
  for (const name of ['contract', 'server'])
    fs.symlinkSync(join(copy, name), join(modules, '@zhixing', name))
  return copy
}

async function run(cwd: string, command: string): Promise<string> {
  const [program = '', ...args] = command.split(' ')
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
  // Not as a worker of the run we are in.
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...rest } = process.env
  const options = { cwd, env: { ...rest, PATH: path } }
  return promisify(execFile)(program, args, options).then(
    ({ stdout }) => stdout,
    (failure: { stdout: string; stderr: string }) => `FAILED ${failure.stdout}${failure.stderr}`,
  )
}

test('what is generated compiles, obeys the house and passes its own tests', async () => {
  const copy = copyOfProject()
  const command = `node tools/new-capability.ts libraries library 图书室`
  expect(await run(copy, command)).toContain('libraries')
  expect(await run(copy, command)).toContain('is there already')
  expect(await run(copy, 'node tools/migration.ts libraries')).not.toContain('FAILED')

  const [types, lint, format, tests] = await Promise.all([
    run(copy, 'tsc --checkers 1'),
    run(copy, 'oxlint --threads 1 server/modules/libraries contract server/app.ts tools/rooms.js'),
    run(copy, 'oxfmt --check server/modules/libraries contract server/app.ts tools/rooms.js'),
    run(copy, 'vitest run server/modules/libraries'),
  ])
  expect(types).toBe('')
  expect(lint).not.toContain('FAILED')
  expect(format).not.toContain('FAILED')
  expect(tests).not.toContain('FAILED')
}, 180_000)

test.each(['', 'Lectures', 'sheep', 'home-visits'])('%j is not a name', async (name) => {
  expect(await run(root, `node tools/new-capability.ts ${name}`.trim())).toContain('small letters')
})
