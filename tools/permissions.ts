import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract, entries, exclusiveOffices, offices, powers } from '@zhixing/contract'
import type { Grant, Office } from '@zhixing/contract'

/*
 * npm run permissions [-- --check]: docs/permissions.md, who may call what, read from the contract and the matrix that
 * decide it; with --check, whether that page is still true.
 */
const page = join(import.meta.dirname, '../docs/permissions.md')
const names = contract.accounts.matrix.output.shape.offices.element.options
const grants = [...new Set(names.flatMap((office): readonly Grant[] => offices[office]))].toSorted()

function permissions(): string {
  return `# Who may do what

Written by \`npm run permissions\` from \`contract/grants.ts\` and the entries of the contract. An office holds in the
organization of its appointment and everything below; outside of it, things are not found.

${table(
  ['Grant', ...names],
  grants
    .toSorted()
    .map((grant) => [grant, ...names.map((office) => (holds(office, grant) ? '●' : ''))]),
)}
## Whom an office may appoint, and whose login code it may issue

${table(
  ['Office', 'Appoints', 'Issues codes to'],
  names.flatMap((office) => {
    const power = powers[office]
    return power ? [[office, power.appoints.join(', '), power.invites.join(', ')]] : []
  }),
)}
Nobody may hold two of: ${exclusiveOffices.join(', ')}.

## What each entry of the contract asks

${table(
  ['Entry', 'Kind', 'Asks', 'Does'],
  entries.map(({ name, kind, grant, summary }) => [name, kind, asked(grant), summary]),
)}`
}

function asked(grant: string | undefined): string {
  if (grant === undefined) return 'to be signed in; only about oneself'
  return grant === 'open' ? 'nothing' : grant
}

function holds(office: Office, grant: Grant): boolean {
  const held: readonly Grant[] = offices[office]
  return held.includes(grant)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

const text = permissions()
if (!process.argv.includes('--check')) writeFileSync(page, text)
else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  process.stderr.write('docs/permissions.md is no longer true: npm run permissions\n')
  process.exitCode = 1
}
