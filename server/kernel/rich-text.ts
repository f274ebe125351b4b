import sanitize from 'sanitize-html'

const blocks = 'h2 h3 h4 p br hr blockquote ul ol li'
const words = 'strong b em i u s sub sup a'
const tables = 'table thead tbody tr th td'

/** What may stand in an article: its structure, nothing that runs, loads from elsewhere or looks like our own page. */
const allowed: sanitize.IOptions = {
  allowedTags: `${blocks} ${words} ${tables} img`.split(' '),
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  // Pictures are our own files only: an address elsewhere would tell others who reads what.
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && !/^\/api\/files\/[\w-]+\/[\w-]+$/.test(attribs.src ?? ''),
  transformTags: { h1: 'h2', a: sanitize.simpleTransform('a', { rel: 'noreferrer' }) },
}

export function cleanHtml(html: string): string {
  return sanitize(html, allowed).trim()
}

/** The words alone. */
export function plainText(html: string): string {
  return sanitize(html, { allowedTags: [], allowedAttributes: {} }).trim()
}
