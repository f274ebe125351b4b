import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const weigh = join(import.meta.dirname, 'weigh.ts')

/** Nothing that could be pressed together, so it weighs what it is. */
async function build(face: { name: string; entry: number; shared: number; route: number }) {
  const web = await mkdtemp(join(tmpdir(), 'zhixing-weigh-'))
  onTestFinished(() => rm(web, { recursive: true }))
  for (const app of ['admin', 'mobile']) {
    const dist = join(web, app, 'dist')
    await mkdir(join(dist, '.vite'), { recursive: true })
    const sizes = app === face.name ? face : { entry: 100, shared: 100, route: 100 }
    for (const part of ['entry', 'shared', 'route'] as const)
      await writeFile(join(dist, `${part}.js`), randomBytes(sizes[part]))
    const manifest = {
      'index.html': { file: 'entry.js', isEntry: true, imports: ['_shared.js'] },
      '_shared.js': { file: 'shared.js' },
      'src/Page.tsx': { file: 'route.js', name: 'Page', imports: ['_shared.js'] },
    }
    await writeFile(join(dist, '.vite/manifest.json'), JSON.stringify(manifest))
  }
  return promisify(execFile)(process.execPath, [weigh, web]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )
}

test.each([
  ['mobile', 150],
  ['admin', 400],
])(
  'a first load of the %s above %d KB fails the build, a route of its own does not',
  async (name, limit) => {
    const half = (limit * 1000) / 2
    const tooMuch = await build({ name, entry: half, shared: half + 1000, route: 10 })
    expect(tooMuch).toMatchObject({ code: 1 })
    expect(tooMuch.stdout).toContain(`at most ${limit}.0 KB`)

    const enough = await build({ name, entry: half, shared: half - 1000, route: 300_000 })
    expect(enough.code).toBe(0)
  },
)
