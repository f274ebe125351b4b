import { createHash } from 'node:crypto'

/** What a migration does that somebody at work would feel, or a server of the version before could not bear. */
export type Finding = { readonly file: string; readonly statement: string; readonly why: string }

const breakpoint = '--> statement-breakpoint'

/** Each needs its mark, a comment in the statement that says why it may be. */
const rules: readonly {
  readonly mark: 'contract' | 'locks'
  readonly pattern: RegExp
  readonly why: string
}[] = [
  {
    mark: 'contract',
    pattern: /^drop\s+(table|view|type|function|trigger|sequence|schema|index)\b/,
    why: 'takes away what the version before may still use',
  },
  {
    mark: 'contract',
    pattern: /^alter\s+table\b[^;]*\bdrop\s+(column|constraint)\b/,
    why: 'takes away what the version before may still use',
  },
  {
    mark: 'contract',
    pattern: /^alter\s+(table|type|index|sequence)\b[^;]*\brename\b/,
    why: 'takes a name away that the version before still says',
  },
  {
    mark: 'contract',
    pattern: /^alter\s+table\b[^;]*\bset\s+not\s+null\b/,
    why: 'refuses what the version before still writes',
  },
  {
    mark: 'contract',
    pattern: /^alter\s+table\b[^;]*\badd\s+column\b(?![^;]*\bdefault\b)[^;]*\bnot\s+null\b/,
    why: 'refuses what the version before still writes',
  },
  {
    mark: 'contract',
    pattern: /^(truncate|delete\s+from)\b/,
    why: 'takes rows away',
  },
  {
    mark: 'locks',
    pattern: /^alter\s+table\b[^;]*\bset\s+data\s+type\b/,
    why: 'writes a whole table anew while nobody may use it',
  },
  {
    mark: 'locks',
    pattern: /^alter\s+table\b[^;]*\badd\s+constraint\b(?![^;]*\bnot\s+valid\b)/,
    why: 'reads a whole table while nobody may write to it',
  },
  {
    mark: 'locks',
    pattern: /^create\s+(unique\s+)?index\b/,
    why: 'reads a whole table while nobody may write to it',
  },
  {
    mark: 'locks',
    pattern: /^update\b/,
    why: 'holds every row that it changes until the migration has ended',
  },
]

/** What is done to a table of the same file hurts nobody: there is nothing in it yet. */
export function findingsIn(file: string, sql: string): Finding[] {
  const statements = sql.split(breakpoint)
  const born = new Set(statements.flatMap((one) => tableBornIn(one) ?? []))
  return statements.flatMap((statement) => {
    const text = bare(statement)
    const table = tableOf(text)
    const rule = rules.find(({ pattern }) => pattern.test(text))
    if (!rule || (table !== undefined && born.has(table))) return []
    if (new RegExp(`^[ \\t]*--[ \\t]*${rule.mark}:[ \\t]*\\S`, 'm').test(statement)) return []
    return [{ file, statement: text, why: `${rule.why}; without “-- ${rule.mark}: …”` }]
  })
}

/** A migration that was released has run somewhere: what it says then is what happened. */
export function changedSince(
  released: Readonly<Record<string, string>>,
  files: ReadonlyMap<string, string>,
): string[] {
  return Object.entries(released).flatMap(([name, digest]) => {
    const text = files.get(name)
    if (text === undefined) return [`${name} was released and is gone`]
    return digestOf(text) === digest ? [] : [`${name} was released and has changed since`]
  })
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function bare(statement: string): string {
  const lines = statement.split('\n').map((line) => line.replace(/--.*$/, ''))
  return lines.join(' ').replaceAll('"', '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function tableBornIn(statement: string): string | undefined {
  return /^create table (?:if not exists )?([\w.]+)/.exec(bare(statement))?.[1]
}

function tableOf(text: string): string | undefined {
  const [, altered] = /^alter table (?:if exists |only )*([\w.]+)/.exec(text) ?? []
  const [, indexed] = /^create (?:unique )?index [^(]*?\bon (?:only )?([\w.]+)/.exec(text) ?? []
  return altered ?? indexed
}
