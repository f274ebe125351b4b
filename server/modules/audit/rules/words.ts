import { entries } from '@zhixing/contract'
import { fieldWords, stepWords, subjectWords, valueWords } from '@zhixing/contract/trace-words.ts'

const names = new Map(
  entries
    .filter(({ kind }) => kind === 'command')
    .map(({ name, summary }) => [name, shortOf(summary)]),
)

/** Every command that can leave a trace, with the words in which the contract describes it. */
export function tracedCommands(): { command: string; name: string }[] {
  return [...names].map(([command, name]) => ({ command, name }))
}

export function commandName(command: string): string {
  return names.get(command) ?? stepWords[command] ?? command
}

const atDoor = new Set(entries.filter(({ grant }) => grant === 'open').map(({ name }) => name))

/** What somebody may try before anybody knows who they are. */
export function isAtDoor(command: string): boolean {
  return atDoor.has(command)
}

/** A summary says first what is done, and then how. */
function shortOf(summary: string): string {
  return summary.split(/[：；，（]/)[0] ?? summary
}

/** Names of whatever ids stand in a trace. */
export type Names = ReadonlyMap<string, string>

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The ids that stand anywhere in these values. */
export function idsIn(...values: readonly unknown[]): string[] {
  return JSON.stringify(values).match(id) ?? []
}

/** "account:0199…" becomes "账号 李白杨". */
export function subjectName(subject: string, known: Names): string {
  const [kind = '', ...rest] = subject.split(':')
  return [subjectWords[kind] ?? kind, ...rest.map((part) => known.get(part) ?? part)].join(' ')
}

export type Difference = {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What a trace says became different, field by field, in words. */
export function differencesOf(before: unknown, after: unknown, known: Names): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const said = (field: string, value: unknown) =>
    textOf(field, value).replace(id, (one) => known.get(one) ?? one)
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({
      field: fieldWords[field] ?? field,
      before: said(field, was.get(field)),
      after: said(field, is.get(field)),
    }))
    .filter((one) => one.before !== one.after)
}

function fieldsOf(value: unknown): Map<string, unknown> {
  if (value === null || value === undefined) return new Map()
  const isObject = typeof value === 'object' && !Array.isArray(value)
  return isObject ? new Map(Object.entries(value)) : new Map([['', value]])
}

function textOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((part) => textOf(field, part)).join('、')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return valueWords[field]?.[text] ?? text
}
