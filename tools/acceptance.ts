import { parseSync, Visitor } from 'vite'

/** One line of docs/mechanisms.md. */
export type Row = { readonly id: string; readonly words: string; readonly identifier: string }
export type Proof = {
  readonly file: string
  readonly title: string
  readonly ids: readonly string[]
}

const idPattern = /S\d-\d{2}/g

export function readRows(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    const [, id = '', words = '', identifier = ''] = line.split('|').map((cell) => cell.trim())
    return /^S\d-\d{2}$/.test(id) ? [{ id, words, identifier }] : []
  })
}

/** The tests of a file whose title, or that of a group around them, carries ids such as [S1-14]. */
export function readProofs(file: string, source: string): Proof[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)

  const groups: { title: string; end: number; runs: boolean }[] = []
  const proofs: Proof[] = []
  const visitor = new Visitor({
    CallExpression(call) {
      const { name, runs } = calleeOf(source.slice(call.callee.start, call.callee.end))
      const [title] = call.arguments
      if (!name || !title) return

      while (groups.length > 0 && (groups.at(-1)?.end ?? 0) < call.start) groups.pop()
      const words = titleOf(source, title)
      if (words === undefined) return
      if (name === 'describe') groups.push({ title: words, end: call.end, runs })
      else if (runs && groups.every((group) => group.runs))
        proofs.push(proofOf(file, [...groups.map((group) => group.title), words]))
    },
  })
  visitor.visit(program)
  return proofs.filter(({ ids }) => ids.length > 0)
}

function proofOf(file: string, titles: readonly string[]): Proof {
  const title = titles.join(' › ')
  const ids = (title.match(/\[[^\]]*\]/g) ?? []).flatMap((text) => text.match(idPattern) ?? [])
  return { file, title, ids: [...new Set(ids)] }
}

/** `test.each(cases)` names a test in its second call, so only the outermost call has the title. */
function calleeOf(callee: string): { name?: 'test' | 'describe'; runs: boolean } {
  const [, name] = callee.match(/^(test|it|describe)\b/) ?? []
  const runs = !/\.(skip|todo|fails)\b/.test(callee)
  if (name === 'describe') return { name, runs }
  return name ? { name: 'test', runs } : { runs }
}

function titleOf(source: string, { start, end }: { start: number; end: number }) {
  const text = source.slice(start, end)
  return /^['"`]/.test(text) ? text.slice(1, -1).replaceAll("\\'", "'") : undefined
}

/** docs/coverage.md: the same on every machine, and a line for a test, so that two changes rarely meet. */
export function coverageOf(rows: readonly Row[], proofs: readonly Proof[]): string {
  const lines = rows.flatMap((row) => {
    const tests = proofs.filter(({ ids }) => ids.includes(row.id)).map(proofLine)
    return tests.length > 0 ? [rowLine(row), ...tests.toSorted()] : []
  })
  const missing = rows.filter(({ id }) => !proofs.some(({ ids }) => ids.includes(id)))
  const bySource = sourcesOf(missing).map((source) => {
    const ids = missing.map(({ id }) => id).filter((id) => id.startsWith(source))
    return `- ${source}: ${ids.join(' ')}`
  })
  return [
    '# Which rows of the acceptance list are proven\n',
    'Written by `npm run rows` from the titles of the tests; the list is [mechanisms.md](mechanisms.md).\n',
    ...lines,
    '\n## Not proven yet\n',
    ...bySource,
    '',
  ].join('\n')
}

function rowLine({ id, words, identifier }: Row): string {
  return `- **${id}** ${words} (${identifier})`
}

function proofLine({ file, title }: Proof): string {
  const words = title.replaceAll(/\[[^\]]*\]\s*/g, (text) => (/S\d-\d{2}/.test(text) ? '' : text))
  return `  - \`${file}\` ${words.replaceAll(/\s+/g, ' ')}`
}

/** What `npm run rows` prints: one line per source, then all. */
export function summaryOf(rows: readonly Row[], proofs: readonly Proof[]): string {
  const proven = rows.filter(({ id }) => proofs.some(({ ids }) => ids.includes(id)))
  const lines = sourcesOf(rows).map(
    (source) => `${source}: ${countIn(proven, source)} of ${countIn(rows, source)}`,
  )
  return [...lines, `${proven.length} of ${rows.length} rows proven`].join('\n')
}

/** Ids that no row has: a slip of the pen that would otherwise prove nothing. */
export function strangersIn(rows: readonly Row[], proofs: readonly Proof[]): string[] {
  const known = new Set(rows.map(({ id }) => id))
  return proofs.flatMap(({ file, ids }) =>
    ids.filter((id) => !known.has(id)).map((id) => `${file} names ${id}, which no row has`),
  )
}

function sourcesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ id }) => id.slice(0, 2)))]
}

function countIn(rows: readonly Row[], source: string): number {
  return rows.filter(({ id }) => id.startsWith(source)).length
}
