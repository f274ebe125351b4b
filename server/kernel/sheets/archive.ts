import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { Problem, unreadable } from '../problem.ts'
import { megabytesOf } from './limits.ts'
import type { SheetLimits } from './limits.ts'

/** The parts of a workbook by name; a part is inflated only while it is read, and never beyond the limits. */
export type Archive = {
  readonly has: (name: string) => boolean
  /** In bytes, once inflated, as the archive says; nothing for what it does not hold. */
  readonly sizeOf: (name: string) => number
  /** Without `bytesMax`, as much as the limits allow. */
  readonly read: (name: string, bytesMax?: number) => Promise<Readable>
  readonly close: () => void
}

const openZip = promisify((path: string, done: (error: Error | null, zip: ZipFile) => void) =>
  // Sizes are validated while inflating: a part that lies about its size ends in an error, not in memory.
  yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, done),
)

export async function openArchive(path: string, limits: SheetLimits): Promise<Archive> {
  const zip = await openZip(path).catch(refuseBroken)
  const entries = await entriesOf(zip, limits).catch((error: unknown) => {
    zip.close()
    return refuseBroken(error)
  })

  return {
    has: (name) => entries.has(name),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: async (name, bytesMax = limits.entryBytes) => {
      const entry = entries.get(name)
      if (!entry) throw unreadable('sheets.broken', { 原因: `缺少 ${name}` })
      if (entry.uncompressedSize > bytesMax) throw tooDense(entry)
      return openEntry(zip, entry).catch(refuseBroken)
    },
    close: () => zip.close(),
  }
}

async function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw unreadable('sheets.tooDense', { 部分: `${zip.entryCount} 个部件` })

  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      const refusal = refuseEntry(entry, limits)
      if (refusal) reject(refusal)
      else {
        found.set(entry.fileName, entry)
        zip.readEntry()
      }
    })
    zip.on('end', () => resolve(found))
    zip.on('error', reject)
    zip.readEntry()
  })
}

/** Why a part may not be opened: it promises to become too much, or it is locked. */
function refuseEntry(entry: Entry, limits: SheetLimits): Problem | undefined {
  const { uncompressedSize, compressedSize } = entry
  if ((entry.generalPurposeBitFlag & 1) === 1) return unreadable('sheets.locked')

  const isTight =
    uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio
  return uncompressedSize > limits.entryBytes || isTight ? tooDense(entry) : undefined
}

function tooDense({ fileName, uncompressedSize }: Entry): Problem {
  return unreadable('sheets.tooDense', { 部分: `${fileName} ${megabytesOf(uncompressedSize)} MB` })
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

/** What a library says about a file that it cannot read is about the file, not about us. */
export function refuseBroken(error: unknown): never {
  if (error instanceof Problem || isOurs(error)) throw error
  throw unreadable('sheets.broken', { 原因: reasonOf(error) })
}

/** A slip of the program or trouble with the disk is no fault of the file. */
function isOurs(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true
  return error instanceof Error && 'syscall' in error
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : ''
  if (/end of central directory|multi-disk/i.test(text)) return '文件末尾缺失'
  if (/too many bytes|not enough bytes|size/i.test(text)) return '内容与声明的大小不符'
  if (
    /unexpected end|unclosed|incorrect data check|invalid (block|distance|code|stored)/i.test(text)
  )
    return '内容中断'
  return '内容不合规范'
}
