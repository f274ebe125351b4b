import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** What the container of a recording says of it, or where it breaks off. */
export type Mp4 =
  | { readonly kind: 'whole'; readonly seconds: number }
  | { readonly kind: 'cut'; readonly where: string }
  | { readonly kind: 'other' }

type Box = { readonly type: string; readonly body: number; readonly end: number }

const headerBytes = 16
const boxesMax = 4096
const movieHeaderBytes = 32

/**
 * Walks the boxes of the file: each says how long it is, and together they must end where the file ends.
 * A recording without its index (moov) or its frames (mdat) cannot be played; nothing is decoded here.
 */
export async function mp4Of(path: string): Promise<Mp4> {
  await using file = await open(path)
  const { size } = await file.stat()
  const top = await boxesOf(file, { body: 0, end: size })
  if (top.boxes[0]?.type !== 'ftyp') return { kind: 'other' }
  if (top.broken !== undefined) return cutAt(top.broken)

  const movie = top.boxes.find(({ type }) => type === 'moov')
  if (!movie) return { kind: 'cut', where: '没有索引（moov）' }
  if (!top.boxes.some(({ type }) => type === 'mdat'))
    return { kind: 'cut', where: '没有画面数据（mdat）' }
  const inside = await boxesOf(file, movie)
  if (inside.broken !== undefined) return cutAt(inside.broken)
  const header = inside.boxes.find(({ type }) => type === 'mvhd')
  const seconds = header ? await secondsOf(file, header) : 0
  if (seconds <= 0) return { kind: 'cut', where: '没有写明时长' }
  return { kind: 'whole', seconds }
}

function cutAt(offset: number): Mp4 {
  return { kind: 'cut', where: `从第 ${offset} 字节起缺少内容` }
}

/** The boxes side by side between two places, and where the first begins that goes beyond the end. */
async function boxesOf(file: FileHandle, { body, end }: Pick<Box, 'body' | 'end'>) {
  const boxes: Box[] = []
  let at = body
  while (at < end && boxes.length < boxesMax) {
    // Each tells where the next begins.
    // oxlint-disable-next-line no-await-in-loop
    const box = await boxAt(file, at, end)
    if (!box || box.end > end) return { boxes, broken: at }
    boxes.push(box)
    at = box.end
  }
  return { boxes, broken: undefined }
}

async function boxAt(file: FileHandle, at: number, end: number): Promise<Box | undefined> {
  const head = await bytesAt(file, at, Math.min(headerBytes, end - at))
  if (head.length < 8) return undefined
  const type = head.toString('latin1', 4, 8)
  const length = head.readUInt32BE(0)
  // Nought means until the end of the file, one that the length does not fit in four bytes.
  if (length === 0) return { type, body: at + 8, end }
  if (length !== 1) return length < 8 ? undefined : { type, body: at + 8, end: at + length }
  if (head.length < headerBytes) return undefined
  const long = Number(head.readBigUInt64BE(8))
  return long < headerBytes ? undefined : { type, body: at + headerBytes, end: at + long }
}

/** The movie header comes with short numbers or, in its first version, with long ones. */
async function secondsOf(file: FileHandle, { body, end }: Box): Promise<number> {
  const head = await bytesAt(file, body, Math.min(movieHeaderBytes, end - body))
  const isLong = head[0] === 1
  if (head.length < (isLong ? 32 : 20)) return 0
  const scale = head.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(head.readBigUInt64BE(24)) : head.readUInt32BE(16)
  return scale === 0 ? 0 : Math.floor(length / scale)
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}
