import type { ImportField } from '@zhixing/contract'

/** Columns that the staged rows and the members have in common, by their names in the database. */
export const memberColumns = [
  'name',
  'name_key',
  'sex',
  'ethnicity',
  'id_number_sealed',
  'id_number_index',
  'born_on',
  'education',
  'stage',
  'joined_on',
  'confirmed_on',
  'occupation',
  'employment',
  'phone_sealed',
  'phone_index',
  'address_sealed',
  'is_suspended',
  'lost_since',
  'floating_since',
  'floating_to',
  'more',
] as const
export type MemberColumn = (typeof memberColumns)[number]

/** Which columns of a member a field of the file decides; the branch and the roll are decided beside them. */
const columnsOfField: Readonly<Partial<Record<ImportField, readonly MemberColumn[]>>> = {
  name: ['name', 'name_key'],
  sex: ['sex'],
  ethnicity: ['ethnicity'],
  idNumber: ['id_number_sealed', 'id_number_index'],
  bornOn: ['born_on'],
  education: ['education'],
  stage: ['stage'],
  joinedOn: ['joined_on'],
  confirmedOn: ['confirmed_on'],
  occupation: ['occupation', 'employment'],
  employment: ['employment'],
  phone: ['phone_sealed', 'phone_index'],
  landline: ['phone_sealed', 'phone_index'],
  address: ['address_sealed'],
  membership: ['is_suspended'],
  isLost: ['lost_since'],
  lostSince: ['lost_since'],
  isFloating: ['floating_since', 'floating_to'],
  floatingSince: ['floating_since', 'floating_to'],
  floatingTo: ['floating_to'],
}

type Column = { readonly field: ImportField | null; readonly isMore: boolean }

/** What a file may write over: a column it does not hold says nothing about what is there. */
export function writtenColumns(columns: readonly Column[]): MemberColumn[] {
  const fields = columns.flatMap(({ field }) => (field ? (columnsOfField[field] ?? []) : []))
  const more: MemberColumn[] = columns.some(({ isMore }) => isMore) ? ['more'] : []
  return [...new Set([...fields, ...more])]
}
