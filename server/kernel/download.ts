const lengthMax = 150

/**
 * A name for a file of ours, made of words that people typed: no path, no sign that a system keeps for itself, none that
 * turns the line round so that the end of the name looks like another, and no half of a sign.
 */
export function fileNameOf(words: string): string {
  const name = words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+/, '')
  const signs = Array.from(name)
  if (signs.length <= lengthMax) return name || '未命名'
  // The end says what it is.
  return [...signs.slice(0, lengthMax - 10), '…', ...signs.slice(-9)].join('')
}

/** What a browser is told of a file to take away; `cache` says whether it may keep one for its own person. */
export function downloadHeaders(
  { name, type }: { readonly name: string; readonly type: string },
  cache: 'no-store' | 'no-cache' = 'no-store',
) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(name))}`,
    'x-content-type-options': 'nosniff',
    'cache-control': `private, ${cache}`,
  }
}

export const media = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
} as const
