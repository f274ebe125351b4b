/** Why a name inside an archive may not become a file of ours; nothing when it may. */
export type NameFault = 'control' | 'backslash' | 'drive' | 'absolute' | 'dots' | 'empty' | 'long'

const segmentBytesMax = 200
const nameLengthMax = 600

/** Names are taken as they stand, or not at all: a repaired trick is still a trick. */
export function faultOf(name: string): NameFault | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return 'control'
  if (name.includes('\\')) return 'backslash'
  if (name.startsWith('/')) return 'absolute'
  if (/^[a-z]:/i.test(name)) return 'drive'

  const segments = name.replace(/\/$/, '').split('/')
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'dots'
  if (segments.some((segment) => segment.trim() === '')) return 'empty'
  const isLong = segments.some((segment) => Buffer.byteLength(segment) > segmentBytesMax)
  return isLong || name.length > nameLengthMax ? 'long' : undefined
}

/**
 * Under which name it is kept: authors write "Index.HTML" in one place and "index.html" in the other, and Windows never
 * told them. In lower case both find the same file.
 */
export function keptName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** What old tools wrote without saying so is Chinese in the encoding of its time. */
export function decodeName(raw: Buffer, isUtf8: boolean): string {
  if (isUtf8) return raw.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}
