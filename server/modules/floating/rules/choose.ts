import type { floatingClasses, ledgerFilters } from '@zhixing/contract/floating-words.ts'

type Filter = keyof typeof ledgerFilters
type Class = keyof typeof floatingClasses

type Row = {
  readonly name: string
  readonly organizationName: string
  readonly destination: string
  readonly contact: {
    readonly class: Class
    readonly isOverdue: boolean
    readonly dueOn: string
  }
  readonly contactPerson: string
  readonly checkIn: string | null
  readonly isTransferAdvised: boolean
}

/** What each of the ledger's filters leaves; the counts above the list are of the same questions. */
const filters: Readonly<Record<Filter, (row: Row) => boolean>> = {
  all: () => true,
  overdue: ({ contact }) => contact.isOverdue,
  unregistered: ({ contact }) => contact.class === 'unregistered',
  unassigned: ({ contactPerson }) => contactPerson === '',
  notCheckedIn: ({ checkIn, contact }) => checkIn !== 'confirmed' && contact.class !== 'abroad',
  transfer: (row) => row.isTransferAdvised,
}

export function countLedger(rows: readonly Row[]) {
  const of = (filter: Filter) => rows.filter(filters[filter]).length
  const classes: Partial<Record<Class, number>> = {}
  for (const { contact } of rows) classes[contact.class] = (classes[contact.class] ?? 0) + 1
  return {
    total: rows.length,
    overdue: of('overdue'),
    unregistered: of('unregistered'),
    unassigned: of('unassigned'),
    notCheckedIn: of('notCheckedIn'),
    transfer: of('transfer'),
    classes: { ...classes },
  }
}

type Asked = { readonly show: Filter; readonly class?: Class | undefined; readonly text: string }

/** Who has waited longest for a word comes first. */
export function chooseLedger<R extends Row>(rows: readonly R[], asked: Asked): R[] {
  const { show, text } = asked
  return rows
    .filter(filters[show])
    .filter(({ contact }) => asked.class === undefined || contact.class === asked.class)
    .filter(({ name, destination, organizationName }) =>
      [name, destination, organizationName].some((one) => one.includes(text)),
    )
    .toSorted((one, other) => one.contact.dueOn.localeCompare(other.contact.dueOn))
}
