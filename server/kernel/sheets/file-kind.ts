import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { unreadable } from '../problem.ts'

const firstBytes = 8192
const chunkBytes = 1024 * 1024

const zip = Buffer.from('504b0304', 'hex')
const emptyZip = Buffer.from('504b0506', 'hex')
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** A workbook with a password to open it is a compound file that holds the archive under this name. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

const others: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF 文档'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['52617221', '压缩包'],
  ['377abcaf', '压缩包'],
  ['1f8b', '压缩包'],
]

/** What a file is by its content, whatever it is called; anything that is no table is refused. */
export async function fileKindOf(path: string): Promise<'xlsx' | 'csv'> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0)
  const head = buffer.subarray(0, bytesRead)

  if (head.length === 0) throw unreadable('sheets.empty')
  if (startsWith(head, zip) || startsWith(head, emptyZip)) return 'xlsx'
  if (startsWith(head, compoundFile))
    throw unreadable((await holds(file, encryptedPackage)) ? 'sheets.locked' : 'sheets.oldFormat')

  const other = others.find(([sign]) => startsWith(head, Buffer.from(sign, 'hex')))
  if (other) throw unreadable('sheets.notSheet', { 实际: other[1] })
  if (looksLikeMarkup(head)) throw unreadable('sheets.webPage')
  if (head.includes(0) && !isWide(head)) throw unreadable('sheets.notSheet', { 实际: '未知格式' })
  return 'csv'
}

/** "Unicode text" as Excel saves it: UTF-16 with its mark in front. */
export function isWide(head: Buffer): boolean {
  return head[0] === 0xff && head[1] === 0xfe
}

function looksLikeMarkup(head: Buffer): boolean {
  return /^(\uFEFF|\s)*<(!doctype|html|table|\?xml|meta|head|body)/i.test(head.toString('utf8'))
}

function startsWith(head: Buffer, sign: Buffer): boolean {
  return head.subarray(0, sign.length).equals(sign)
}

async function holds(file: FileHandle, sign: Buffer): Promise<boolean> {
  const chunk = Buffer.alloc(chunkBytes + sign.length)
  for (let position = 0; ; position += chunkBytes) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    if (chunk.subarray(0, bytesRead).includes(sign)) return true
    if (bytesRead < chunk.length) return false
  }
}
