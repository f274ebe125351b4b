import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openParts } from '../../kernel/archives/open-archive.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { manifestOf } from '../../testing/packages/manifests.ts'
import { readPackage } from '../../testing/packages/plant.ts'
import { zipOf } from '../../testing/packages/zips.ts'
import type { Entry } from '../../testing/packages/zips.ts'
import { fileOf } from '../../testing/workbooks.ts'
import { files, plant } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { listPackages, showPackage } from './views/office.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const manifest = (text: string): Entry => ({ name: 'imsmanifest.xml', content: text })
const good = manifest(manifestOf('1.2'))
const page: Entry = { name: 'index.html', content: '<p>第一课</p>' }
const add = (entries: readonly Entry[]) =>
  readPackage(world.organizer, world.county, zipOf(entries))
const list = () =>
  listPackages(world.organizer, { organizationId: world.county.id, text: '', page: 1, size: 50 })

test.each([
  ['1.2', 'scorm12'],
  ['2004 3rd Edition', 'scorm2004'],
  ['2004 4th Edition', 'scorm2004'],
] as const)('a package of SCORM %s comes in whole', async (version, standard) => {
  const lessons = [
    { title: '第一课', href: 'one/Start.HTML?a=1', parameters: 'b=2' },
    {
      title: '第二课',
      href: '课件/二.html',
      inside: '<adlcp:masteryscore>80</adlcp:masteryscore>',
    },
  ]
  const added = await add([
    manifest(manifestOf(version, lessons)),
    { name: 'one/start.html', content: 'eins' },
    { name: '课件/二.html', content: 'zwei' },
  ])

  expect(added).toMatchObject({ status: 'done' })
  const shown = await showPackage(world.organizer, { ...added, page: 1, size: 20 })
  expect(shown).toMatchObject({
    title: '学习党章',
    standard,
    edition: version,
    lessons: 2,
    bytes: expect.any(Number),
  })
  expect(readFileSync(join(files.pathOf(added.packageId), 'one/start.html'), 'utf8')).toBe('eins')
  expect(existsSync(files.pathOf(added.fileId))).toBe(false)
})

test('names written by old tools in the encoding of their time are read', async () => {
  const name = Buffer.from('bfcebcfe2e68746d6c', 'hex')
  const lesson = [{ href: '课件.html' }]
  const added = await add([manifest(manifestOf('1.2', lesson)), { name, content: 'x' }])
  expect(added).toMatchObject({ status: 'done', note: '正在展开课件包' })
})

const bare = (inside: string) =>
  `<manifest><metadata><schemaversion>1.2</schemaversion></metadata>${inside}</manifest>`
const refusals: readonly (readonly [string, readonly Entry[], RegExp])[] = [
  ['no manifest', [page], /最外层没有清单文件/],
  ['a manifest in a folder', [{ ...good, name: '课/imsmanifest.xml' }, page], /清单文件在“课”里面/],
  ['a broken manifest', [manifest('<manifest>\n<metadata></manifest>'), page], /第 2 行.*没有配对/],
  ['a manifest of no letters', [manifest('\u0001\u0002'), page], /第 1 行/],
  [
    'a manifest with a document type',
    [manifest('<!DOCTYPE a [<!ENTITY b "c">]><manifest/>'), page],
    /文档类型声明/,
  ],
  ['something else called a manifest', [manifest('<html/>'), page], /没有 manifest 这一层/],
  [
    'another standard',
    [manifest(manifestOf('1.2').replace('>1.2<', '>AICC 4<')), page],
    /标准是“AICC 4”/,
  ],
  [
    'nothing to learn',
    [manifest(bare('<organizations/><resources/>')), page],
    /没有可以学习的条目/,
  ],
  [
    'a lesson without its resource',
    [
      manifest(manifestOf('1.2').replaceAll('"res_0"', '"res_9"').replace('"res_9"', '"res_0"')),
      page,
    ],
    /要用的资源“res_0”，清单里没有/,
  ],
  [
    'a lesson that is elsewhere',
    [manifest(manifestOf('1.2', [{ href: 'https://example.org/a.html' }])), page],
    /不在课件包里/,
  ],
  [
    'a lesson that climbs out',
    [manifest(manifestOf('1.2', [{ href: '../../etc/passwd' }])), page],
    /不在课件包里/,
  ],
  [
    'a lesson without its file',
    [manifest(manifestOf('1.2', [{ href: 'two.html' }])), page],
    /“two.html”，压缩包里没有这个文件/,
  ],
  ['a file that climbs out', [good, page, { name: '../evil.js' }], /“..”/],
  ['a file with an absolute name', [good, page, { name: '/etc/passwd' }], /以斜杠开头/],
  ['a file on a drive', [good, page, { name: 'C:evil.js' }], /盘符/],
  ['a file with a backslash', [good, page, { name: 'a\\..\\evil.js' }], /反斜杠/],
  ['a file with a zero in its name', [good, page, { name: 'a\0.html' }], /控制字符/],
  [
    'a link',
    [good, page, { name: 'link', content: '/etc/passwd', says: { mode: 0o120_777 } }],
    /“link”是指向别处的链接/,
  ],
  ['a locked file', [good, page, { name: 'a', says: { flags: 0x801 } }], /加了密码/],
  ['an unknown packing', [good, page, { name: 'a', says: { method: 99 } }], /压缩方式/],
  ['two files of one name', [good, page, { name: 'INDEX.html' }], /“INDEX.html”和“index.html”重名/],
  ['a file that is a folder too', [good, page, { name: 'index.html/a' }], /重名/],
  [
    'a file that lies about its size',
    [good, { ...page, says: { bytes: 5 } }],
    /内容与声明的大小不符/,
  ],
  ['a damaged file', [good, { ...page, says: { crc: 1 } }], /“index.html”内容已损坏/],
  [
    'a bomb',
    [good, page, { name: 'bomb', content: new Uint8Array(6_000_000) }],
    /“bomb”展开成 6 MB，压缩率不正常/,
  ],
  [
    'one far too large',
    [good, page, { name: 'film', says: { bytes: 500_000_000 } }],
    /“film”有 477 MB/,
  ],
]

describe('nothing is kept of', () => {
  test.each(refusals)('%s, and the sentence says why', async (_, entries, sentence) => {
    const added = await add(entries)
    expect(added.status).toBe('failed')
    expect(added.note).toMatch(sentence)
    expect(await list()).toMatchObject({ total: 0 })
    for (const id of [added.packageId, added.fileId])
      expect(existsSync(files.pathOf(id))).toBe(false)
  })

  test.each([
    [
      'no archive',
      Buffer.from('PK\u0003\u0004 and then nothing'),
      /不是 ZIP 文件，或者文件没有传完/,
    ],
    ['an archive that was cut off', zipOf([good, page]).subarray(0, -30), /没有传完/],
  ])('%s', async (_, bytes, sentence) => {
    const added = await readPackage(world.organizer, world.county, bytes)
    expect(added).toMatchObject({ status: 'failed', note: expect.stringMatching(sentence) })
    expect(await list()).toMatchObject({ total: 0 })
  })
})

const entry = (name: string): Entry => ({ name, content: 'ten bytes.' })

test('too many files, and too much of them together, are refused before the first is opened', async () => {
  const limits = { entries: 2, entryBytes: 100, totalBytes: 25, ratio: 100, ratioFromBytes: 1000 }
  const open = async (entries: readonly Entry[]) => openParts(await fileOf(zipOf(entries)), limits)
  await expectRefusal(open(['a', 'b', 'c'].map(entry)), 'archives.many')
  await expectRefusal(
    open([entry('a'), { name: 'b', content: 'more than fifteen bytes' }]),
    'archives.large',
  )
})

test('members of other places find nothing, and secretaries may not bring packages in', async () => {
  const added = await add([good, page])
  const asked = { ...added, page: 1, size: 20 }
  await expectRefusal(showPackage(world.secretary, asked), 'packages.unknown')
  await expectRefusal(readPackage(world.secretary, world.east, zipOf([good, page])), 'reach.none')
})
