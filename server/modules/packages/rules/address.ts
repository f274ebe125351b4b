type Resolved = { readonly file: string; readonly launch: string }

/** Which kept file an address inside a package means, and how to open it; nothing when it leads outside. */
export function resolvedIn(address: string, parameters: string): Resolved | undefined {
  const inside = address.replaceAll('\\', '/')
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(inside)) return undefined
  const [, path = '', question = '', mark = ''] = inside.match(/^([^?#]*)(\?[^#]*)?(#.*)?$/s) ?? []
  const file = fileOf(path)
  if (!file) return undefined

  const extra = parameters.trim().replace(/^[?&]/, '')
  const isMark = extra.startsWith('#')
  const joined = extra && !isMark ? `${question ? `${question}&` : '?'}${extra}` : question
  const launch = file.split('/').map(encodeURIComponent).join('/')
  return { file, launch: `${launch}${joined}${isMark ? extra : mark}` }
}

/** Its way from the top of the package, in the spelling in which files are kept. */
function fileOf(path: string): string | undefined {
  const plain = decoded(path)
  if (plain === undefined || plain.startsWith('/')) return undefined
  const steps: string[] = []
  for (const step of plain.split('/')) {
    if (step === '..') {
      if (steps.length === 0) return undefined
      steps.pop()
    } else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.length > 0 ? steps.join('/').normalize('NFC').toLowerCase() : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    // A per cent sign that stands for itself.
    return path.includes('\0') ? undefined : path
  }
}
