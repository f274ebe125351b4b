import { entries } from '@zhixing/contract'
import { fieldWords, subjectWords } from '@zhixing/contract/trace-words.ts'

const names = new Map(
  entries.filter(({ kind }) => kind === 'command').map(({ name, summary }) => [name, summary]),
)

/** Every command that can leave a trace, with the words in which the contract describes it. */
export function tracedCommands(): { command: string; name: string }[] {
  return [...names].map(([command, name]) => ({ command, name }))
}

export function commandName(command: string): string {
  return names.get(command) ?? command
}

/** "account:0199…" becomes "账号 0199…". */
export function subjectName(subject: string): string {
  const [kind = '', ...rest] = subject.split(':')
  return [subjectWords[kind] ?? kind, ...rest].join(' ')
}

export type Difference = {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What a trace says became different, field by field, in words. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({
      field: fieldWords[field] ?? field,
      before: was.get(field) ?? '',
      after: is.get(field) ?? '',
    }))
    .filter((one) => one.before !== one.after)
}

function fieldsOf(value: unknown): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', textOf(value)]])
  return new Map(Object.entries(value).map(([field, part]) => [field, textOf(part)]))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(textOf).join('、')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
