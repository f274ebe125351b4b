import type { Reason } from '@zhixing/contract'

export type Purpose = 'document' | 'table' | 'video' | 'package'

type Type = { readonly media: string; readonly content: string; readonly isShown?: boolean }

/** What may be uploaded, by the end of its name; what it says must be what it is. */
const types: Readonly<Record<string, Type>> = {
  pdf: { media: 'application/pdf', content: 'pdf', isShown: true },
  png: { media: 'image/png', content: 'png', isShown: true },
  jpg: { media: 'image/jpeg', content: 'jpeg', isShown: true },
  jpeg: { media: 'image/jpeg', content: 'jpeg', isShown: true },
  webp: { media: 'image/webp', content: 'webp', isShown: true },
  mp3: { media: 'audio/mpeg', content: 'mp3', isShown: true },
  mp4: { media: 'video/mp4', content: 'mp4', isShown: true },
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: 'word',
  },
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: 'excel',
  },
  pptx: {
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    content: 'slides',
  },
  csv: { media: 'text/csv', content: 'text' },
  txt: { media: 'text/plain', content: 'text' },
  vtt: { media: 'text/vtt', content: 'text', isShown: true },
}

/** Tables are judged by whoever reads them; the end of their name says nothing. */
export const tableMedia: Readonly<Record<'xlsx' | 'csv', string>> = {
  xlsx: types.xlsx?.media ?? '',
  csv: types.csv?.media ?? '',
}

const megabyte = 1024 * 1024
const nameLength = 120

export const sizesMax: Readonly<Record<Purpose, number>> = {
  document: 25 * megabyte,
  table: 50 * megabyte,
  video: 1024 * megabyte,
  package: 500 * megabyte,
}

export function megabytesMaxOf(purpose: Purpose): number {
  return sizesMax[purpose] / megabyte
}

/** The last part of whatever path came along, without signs that are not seen or that turn the line round. */
export function safeNameOf(given: string): string {
  const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1)
  const visible = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>:|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim()
  const name = visible === '' ? '未命名' : visible
  const end = extensionOf(name)
  return name.length <= nameLength ? name : `${name.slice(0, nameLength - 6)}.${end}`
}

export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.')
  return at < 0 ? '' : name.slice(at + 1).toLowerCase()
}

export const packageMedia = 'application/zip'

export function mediaOf(name: string): string {
  return types[extensionOf(name)]?.media ?? 'application/octet-stream'
}

/** Why a document may not be kept: of no known kind, or not what its name says. */
export function refuseContent(name: string, content: string): Reason | undefined {
  const end = extensionOf(name)
  const type = Object.hasOwn(types, end) ? types[end] : undefined
  if (!type) return 'files.type'
  return type.content === content ? undefined : 'files.kind'
}

/** Whether a browser may show it in the page; everything else is saved. */
export function isShown(mediaType: string): boolean {
  return Object.values(types).some(({ media, isShown: shown }) => shown && media === mediaType)
}

export type Part = { readonly start: number; readonly end: number }

/**
 * Which bytes a player asks for, "bytes=0-" or "bytes=-500". What is not understood, and several parts at once,
 * are answered with the whole, as the protocol allows.
 */
export function partOf(range: string | undefined, bytes: number): Part | 'outside' | undefined {
  const [, from = '', until = ''] = range?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (from === '' && until === '') return undefined
  const [start, end] =
    from === ''
      ? [Math.max(0, bytes - Number(until)), bytes - 1]
      : [Number(from), until === '' ? bytes - 1 : Math.min(Number(until), bytes - 1)]
  return start >= bytes || start > end ? 'outside' : { start, end }
}

export function rangeWords({ start, end }: Part, bytes: number): string {
  return `bytes ${start}-${end}/${bytes}`
}
