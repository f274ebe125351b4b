import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { Problem, unreadable } from '../problem.ts'
import { decodeName, faultOf, keptName } from './entry-name.ts'
import type { NameFault } from './entry-name.ts'
import { megabytesOf } from './limits.ts'
import type { ArchiveLimits } from './limits.ts'

/** One file inside an archive: the name its author gave it, and the one it is kept under. */
export type Part = {
  readonly name: string
  readonly kept: string
  readonly bytes: number
  readonly crc32: number
}

/** An archive that was judged from its table of contents, before anything in it was inflated. */
export type OpenArchive = {
  readonly parts: readonly Part[]
  readonly open: (part: Part) => Promise<Readable>
  readonly close: () => void
}

const openZip = promisify((path: string, done: (error: Error | null, zip: ZipFile) => void) =>
  // Names are decoded and judged by us; sizes are watched while inflating, so that a part cannot lie about its own.
  yauzl.open(
    path,
    { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true },
    done,
  ),
)

const faults: Readonly<Record<NameFault, string>> = {
  control: '文件名里有看不见的控制字符',
  backslash: '文件名里有反斜杠',
  drive: '文件名以盘符开头',
  absolute: '文件名以斜杠开头，指向包外',
  dots: '文件名里有“..”或“.”，指向包外',
  empty: '路径中有空的文件夹名',
  long: '文件名太长',
}

export async function openParts(path: string, limits: ArchiveLimits): Promise<OpenArchive> {
  const zip = await openZip(path).catch(refuseBroken)
  const entries = await entriesOf(zip, limits).catch((error: unknown) => {
    zip.close()
    return refuseBroken(error)
  })
  const parts = [...entries].map(([kept, { name, entry }]): Part => {
    return { name, kept, bytes: entry.uncompressedSize, crc32: entry.crc32 }
  })
  return {
    parts,
    open: async ({ kept }) => {
      const found = entries.get(kept)
      if (!found) throw unreadable('archives.broken', { 原因: '目录与内容不符' })
      return openEntry(zip, found.entry).catch(refuseBroken)
    },
    close: () => zip.close(),
  }
}

type Found = { readonly name: string; readonly entry: Entry }

/** Of every entry the name, the size and the kind are judged; folders carry nothing and are forgotten. */
async function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Found>> {
  if (zip.entryCount > limits.entries)
    throw unreadable('archives.many', { 数量: zip.entryCount, 上限: limits.entries })

  const found = new Map<string, Found>()
  let total = 0
  const take = (entry: Entry) => {
    const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
    const name = decodeName(entry.fileName as unknown as Buffer, isUtf8)
    refuseEntry(name, entry, limits)
    if (name.endsWith('/')) return
    total += entry.uncompressedSize
    if (total > limits.totalBytes)
      throw unreadable('archives.large', { 上限: megabytesOf(limits.totalBytes) })
    const kept = keptName(name)
    const other = found.get(kept)
    if (other) throw unreadable('archives.twice', { 名称: name, 另一个: other.name })
    found.set(kept, { name, entry })
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        take(entry)
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  refuseFoldersThatAreFiles(found)
  return found
}

const linkMode = 0xa000

function refuseEntry(name: string, entry: Entry, limits: ArchiveLimits): void {
  const fault = faultOf(name)
  if (fault) throw unreadable('archives.name', { 名称: shown(name), 原因: faults[fault] })
  const mode = (entry.externalFileAttributes >>> 16) & 0xf000
  if (mode === linkMode) throw unreadable('archives.link', { 名称: name })
  if ((entry.generalPurposeBitFlag & 1) === 1) throw unreadable('archives.locked', { 名称: name })
  if (![0, 8].includes(entry.compressionMethod))
    throw unreadable('archives.packing', { 名称: name })

  const { uncompressedSize: bytes, compressedSize: packed } = entry
  const words = { 名称: name, 大小: megabytesOf(bytes) }
  if (bytes > limits.entryBytes)
    throw unreadable('archives.part', { ...words, 上限: megabytesOf(limits.entryBytes) })
  if (bytes > limits.ratioFromBytes && bytes > packed * limits.ratio)
    throw unreadable('archives.dense', words)
}

/** "a" and "a/b" cannot both be kept. */
function refuseFoldersThatAreFiles(found: ReadonlyMap<string, Found>): void {
  for (const [kept, { name }] of found) {
    const steps = kept.split('/')
    for (let at = 1; at < steps.length; at += 1) {
      const other = found.get(steps.slice(0, at).join('/'))
      if (other) throw unreadable('archives.twice', { 名称: name, 另一个: other.name })
    }
  }
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

/** What a library says about an archive that it cannot read is about the archive, not about us. */
export function refuseBroken(error: unknown): never {
  const isOurs = error instanceof TypeError || (error instanceof Error && 'syscall' in error)
  if (error instanceof Problem || isOurs) throw error
  const text = error instanceof Error ? error.message : ''
  throw unreadable('archives.broken', { 原因: reasonOf(text) })
}

function reasonOf(text: string): string {
  if (/end of central directory/i.test(text)) return '不是 ZIP 文件，或者文件没有传完'
  if (/multi-disk/i.test(text)) return '是分卷压缩的，请压成一个文件'
  if (/too many bytes|not enough bytes|size/i.test(text)) return '内容与声明的大小不符'
  if (/unexpected end|incorrect data check|invalid (block|distance|code|stored)/i.test(text))
    return '内容中断'
  return '内容不合规范'
}

/** So that the sentence can be read: what cannot be seen is shown as a sign. */
function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '␀').slice(0, 120)
}
