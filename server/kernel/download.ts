/** What a browser is told of a file to take away; `cache` says whether it may keep one for its own person. */
export function downloadHeaders(
  { name, type }: { readonly name: string; readonly type: string },
  cache: 'no-store' | 'no-cache' = 'no-store',
) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
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
