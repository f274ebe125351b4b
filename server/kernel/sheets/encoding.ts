import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { unreadable } from '../problem.ts'
import { isWide } from './file-kind.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le'

/** A text that is valid UTF-8 from end to end is UTF-8; what old Chinese systems write is GB18030. */
export async function encodingOf(path: string): Promise<TextEncoding> {
  if (await isWideFile(path)) return 'utf-16le'
  for (const encoding of ['utf-8', 'gb18030'] as const)
    if (await isValid(path, encoding)) return encoding
  throw unreadable('sheets.encoding')
}

/** The text in pieces, without its byte order mark. */
export async function* readText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const bytes of createReadStream(path))
    yield decoder.decode(bytes as Uint8Array, { stream: true })
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

async function isWideFile(path: string): Promise<boolean> {
  await using file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
  return isWide(buffer)
}

async function isValid(path: string, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const _ of readText(path, encoding));
    return true
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return false
    throw error
  }
}
