import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mp4 } from '../testing/videos.ts'
import { mp4Of } from './mp4.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhixing-mp4-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function judge(content: Buffer) {
  const path = join(folder, 'video.mp4')
  await writeFile(path, content)
  return mp4Of(path)
}

test.each([
  ['its index first', mp4(95)],
  ['its index last', mp4(95, { indexLast: true })],
])('a whole recording with %s says how long it is', async (_, content) => {
  expect(await judge(content)).toEqual({ kind: 'whole', seconds: 95 })
})

test('wherever a recording is cut off, it is not whole', async () => {
  const whole = mp4(95)
  const cuts = [1, 100, 1999, 2007, 2050]
  const kinds = await cuts.reduce<Promise<string[]>>(
    async (before, cut) => [
      ...(await before),
      (await judge(whole.subarray(0, whole.length - cut))).kind,
    ],
    Promise.resolve([]),
  )
  expect(new Set(kinds)).toEqual(new Set(['cut']))
})

test('one whose index never came says so', async () => {
  const cut = mp4(95, { indexLast: true })
  expect(await judge(cut.subarray(0, -116))).toEqual({ kind: 'cut', where: '没有索引（moov）' })
})

test('a length that no file has, and a file that is something else, are told apart', async () => {
  const broken = mp4(95)
  broken.writeUInt32BE(0xffffffff, 20)
  expect(await judge(broken)).toMatchObject({ kind: 'cut' })
  expect(await judge(Buffer.from('%PDF-1.7 and so on'))).toEqual({ kind: 'other' })
  expect(await judge(Buffer.alloc(0))).toEqual({ kind: 'other' })
})
