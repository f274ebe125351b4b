import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { DeflateRaw } from 'node:zlib'
import { Zip } from 'fflate'
import type { AsyncFlateStreamHandler, ZipInputFile } from 'fflate'
import type { CellRows, SheetColumn } from './column.ts'
import { fixedParts, sheetEnd, sheetRows, sheetStart } from './xlsx-parts.ts'

/** A workbook with one worksheet as a stream of bytes; no more than a heap of rows is held at a time. */
export function writeXlsx(name: string, columns: readonly SheetColumn[], rows: CellRows): Readable {
  return Readable.from(bytesOf(name, columns, rows), { objectMode: false })
}

async function* bytesOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: CellRows,
): AsyncGenerator<Uint8Array> {
  let done: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    done.push(bytes)
  })
  function take(): Uint8Array {
    const bytes = Buffer.concat(done)
    done = []
    return bytes
  }

  for (const [part, text] of fixedParts(name)) {
    const entry = addEntry(zip, part)
    await entry.write(text)
    await entry.end()
  }
  const sheet = addEntry(zip, 'xl/worksheets/sheet1.xml')
  await sheet.write(sheetStart(columns))
  let line = 2
  for await (const heap of rows) {
    await sheet.write(sheetRows(heap, line))
    line += heap.length
    if (done.length > 0) yield take()
  }
  await sheet.write(sheetEnd(line - 1, columns.length))
  await sheet.end()
  zip.end()
  yield take()
}

/** One part being written: deflated by the runtime, off the main thread; framed by the archive. */
function addEntry(zip: Zip, name: string) {
  const entry = new DeflatedEntry(name)
  zip.add(entry)
  return {
    write: async (text: string) => {
      if (text !== '') await entry.feed(Buffer.from(text))
    },
    end: () => entry.finish(),
  }
}

class DeflatedEntry implements ZipInputFile {
  readonly compression = 8
  readonly filename: string
  /** Where the archive takes what comes out. */
  ondata: AsyncFlateStreamHandler = () => undefined
  crc = 0
  size = 0
  readonly #deflate: DeflateRaw = createDeflateRaw({ level: 3 })

  constructor(name: string) {
    this.filename = name
    this.#deflate.on('data', (bytes: Buffer<ArrayBuffer>) => this.ondata(null, bytes, false))
  }

  async feed(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    return new Promise((resolve, reject) => {
      this.#deflate.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }

  async finish(): Promise<void> {
    await new Promise((resolve) => {
      this.#deflate.once('end', resolve)
      this.#deflate.end()
    })
    this.ondata(null, new Uint8Array(), true)
  }
}
