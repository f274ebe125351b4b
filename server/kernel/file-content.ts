import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'

/** What a file is by its bytes, whatever it is called. */
export type FileContent =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'mp3'
  | 'mp4'
  | 'word'
  | 'excel'
  | 'slides'
  | 'text'
  | 'unknown'

const firstBytes = 8192
const entriesMax = 5000

const signs: readonly (readonly [FileContent, offset: number, hex: string])[] = [
  ['pdf', 0, '255044462d'],
  ['png', 0, '89504e470d0a1a0a'],
  ['jpeg', 0, 'ffd8ff'],
  ['webp', 8, '57454250'],
  ['mp3', 0, '494433'],
  ['mp3', 0, 'fffb'],
  ['mp4', 4, '66747970'],
]
const zip = Buffer.from('504b0304', 'hex')

const parts: readonly (readonly [FileContent, string])[] = [
  ['word', 'word/document.xml'],
  ['excel', 'xl/workbook.xml'],
  ['slides', 'ppt/presentation.xml'],
]

export async function contentOf(path: string): Promise<FileContent> {
  const head = await headOf(path)
  if (head.subarray(0, zip.length).equals(zip)) return officeContentOf(path)

  const sign = signs.find(([, offset, hex]) => {
    const bytes = Buffer.from(hex, 'hex')
    return head.subarray(offset, offset + bytes.length).equals(bytes)
  })
  if (sign) return sign[0]
  return isText(head) ? 'text' : 'unknown'
}

export async function isZip(path: string): Promise<boolean> {
  return (await headOf(path)).subarray(0, zip.length).equals(zip)
}

async function headOf(path: string): Promise<Buffer> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0)
  return buffer.subarray(0, bytesRead)
}

/** Only the table of contents is read, nothing is inflated. Documents that carry programs are none of ours. */
async function officeContentOf(path: string): Promise<FileContent> {
  try {
    const names = await entryNamesOf(path)
    if ([...names].some((name) => name.endsWith('vbaProject.bin'))) return 'unknown'
    return parts.find(([, part]) => names.has(part))?.[0] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

const openZip = promisify((path: string, done: (error: Error | null, zip: ZipFile) => void) =>
  yauzl.open(path, { lazyEntries: true }, done),
)

async function entryNamesOf(path: string): Promise<Set<string>> {
  const file = await openZip(path)
  const names = new Set<string>()
  return new Promise((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      names.add(entry.fileName)
      if (names.size > entriesMax) file.close()
      else file.readEntry()
    })
    file.on('close', () => resolve(names))
    file.on('error', reject)
    file.readEntry()
  })
}

/** UTF-16 carries its mark; everything else that people call text has no zero bytes. */
function isText(head: Buffer): boolean {
  const isWide = head[0] === 0xff && head[1] === 0xfe
  return isWide || !head.includes(0)
}
