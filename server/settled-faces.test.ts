import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unidentified } from './kernel/problem.ts'
import { settleFaces } from './settled-faces.ts'
import { buildApp } from './testing/app.ts'
import { db } from './testing/database.ts'
import { files, noon, vault } from './testing/world.ts'
import type { Faces } from './web.ts'

const identify = async () => Promise.reject(unidentified())
const html = { accept: 'text/html' }

/** A place where one version is built over the other, as `npm run build` does it. */
async function workshop() {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-faces-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const built: Faces = { console: join(folder, 'console'), phone: join(folder, 'phone') }
  // Written as in a setting: from where the server was started.
  const kept = relative(process.cwd(), join(folder, 'pages'))
  return {
    built,
    kept,
    settle: () => settleFaces(built, kept),
    build: async (version: string) => {
      for (const root of [built.console, built.phone]) {
        await rm(root, { recursive: true, force: true })
        await mkdir(join(root, 'assets'), { recursive: true })
        await writeFile(join(root, '.made-from'), version)
        await writeFile(join(root, 'index.html'), `<title>${version}</title>`)
        await writeFile(join(root, `assets/page-${version}.js`), `/* ${version} */`)
        await writeFile(join(root, `assets/page-${version}.js.br`), 'pressed')
      }
    },
    serve: async () => {
      const faces = await settleFaces(built, kept)
      const app = await buildApp({ db, now: () => noon, vault, files, identify, faces })
      onTestFinished(() => app.close())
      return async (url: string, headers: Record<string, string> = {}) => {
        const answer = await app.inject({ url, headers })
        return { status: answer.statusCode, body: answer.body, headers: answer.headers }
      }
    },
  }
}

test('what is built anew under a running server changes nothing that it serves', async () => {
  const { build, serve } = await workshop()
  await build('a')
  const ask = await serve()
  await build('b')
  for (const at of ['/', '/m/']) {
    expect((await ask(at, html)).body).toContain('<title>a</title>')
    expect((await ask(`${at}members`, html)).body).toContain('<title>a</title>')
    expect(await ask(`${at}assets/page-a.js`)).toMatchObject({ status: 200, body: '/* a */' })
  }
})

test('servers of two versions give the pages of each other their parts, packed and to be kept', async () => {
  const { build, serve } = await workshop()
  await build('a')
  const old = await serve()
  await build('b')
  const fresh = await serve()
  for (const at of ['/', '/m/']) {
    expect(await old(`${at}assets/page-b.js`)).toMatchObject({ status: 200, body: '/* b */' })
    const { headers, body } = await fresh(`${at}assets/page-a.js`, { 'accept-encoding': 'br' })
    expect([headers['content-encoding'], body]).toEqual(['br', 'pressed'])
    expect(headers['content-type']).toContain('javascript')
    expect(headers['cache-control']).toContain('immutable')
    expect((await fresh(at, html)).body).toContain('<title>b</title>')
    for (const name of ['page-c.js', '..%2f..%2findex.html', '.made-from', ''])
      expect((await fresh(`${at}assets/${name}`)).status).toBe(404)
  }
})

test('keeps the five that were used last, and nothing that is not whole', async () => {
  const { build, built, settle, kept } = await workshop()
  const homes: string[] = []
  for (const version of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await build(version)
    const both = await Promise.all([settle(), settle()])
    expect(both[0]).toEqual(both[1])
    homes.push(both[0].console)
  }
  expect(homes.map((home) => existsSync(join(home, 'index.html')))).toEqual([
    false,
    ...Array.from({ length: 5 }, () => true),
  ])
  expect(await readdir(kept)).toHaveLength(5)
  await rm(join(built.phone, '.made-from'))
  expect(await settle()).toEqual(built)
})
