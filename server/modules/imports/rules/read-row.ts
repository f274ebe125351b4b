import type { ImportField, MemberFacts } from '@zhixing/contract'
import { sayFault } from '@zhixing/contract/faults.ts'
import type { MemberFault } from '@zhixing/contract/faults.ts'
import { importFields } from '@zhixing/contract/import-words.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { GuessedColumn } from './headings.ts'
import {
  readChoice,
  readDay,
  readEducation,
  readEmployment,
  readEthnicity,
  readMembership,
  readMonth,
  readSex,
  readStage,
} from './values.ts'

export type RowFault = { readonly field: ImportField; readonly message: string }

/** What a row says: the facts as far as they could be read, and what could not. Days that are missing are empty. */
export type ReadRow = {
  readonly facts: MemberFacts
  readonly branch: string
  readonly code: string
  readonly parent: string
  readonly more: Record<string, string>
  readonly faults: RowFault[]
}

/** Where each field stands in a row. */
export type Plan = {
  readonly columnOf: ReadonlyMap<ImportField, number>
  readonly more: readonly (readonly [column: number, heading: string])[]
}

export function planOf(columns: readonly GuessedColumn[]): Plan {
  return {
    columnOf: new Map(columns.flatMap(({ field }, at) => (field ? [[field, at] as const] : []))),
    more: columns.flatMap(({ heading, isMore }, at) => (isMore ? [[at, heading] as const] : [])),
  }
}

/** How members judge themselves: handed in, because a roll knows how names and numbers are written. */
export type Judge = {
  readonly tidy: (facts: MemberFacts) => MemberFacts
  readonly readIdNumber: (text: string) => object | { bornOn: Day; sex: 'male' | 'female' }
  readonly faultsOf: (
    facts: MemberFacts,
    today: Day,
  ) => readonly { readonly field: keyof MemberFacts; readonly message: string }[]
}

type Cells = { readonly cells: readonly string[]; readonly imprecise?: readonly number[] }

export function readRow(
  { cells, imprecise }: Cells,
  plan: Plan,
  today: Day,
  judge: Judge,
): ReadRow {
  const reader = readerOf(cells, plan)
  const facts = judge.tidy(readFacts(reader, today))
  const lost = imprecise?.includes(plan.columnOf.get('idNumber') ?? -1) ?? false
  if (lost) reader.fault('idNumber', 'idLost')

  const birth = readMonth(reader.text('bornOn'))
  const whole = completed(facts, judge, { hasSex: reader.text('sex') !== '', birth })
  if (whole.bornOn === '' && facts.idNumber === '') reader.fault('bornOn', 'bornMissing')
  const unread = new Set(reader.faults.map(({ field }) => field))
  const judged = judge.faultsOf(whole, today).map(({ field, message }) => ({
    field: field === 'isSuspended' ? ('membership' as const) : field,
    message,
  }))
  return {
    facts: whole,
    branch: reader.text('branch'),
    code: reader.text('branchCode'),
    parent: reader.text('parent'),
    more: moreOf(cells, plan),
    faults: [...reader.faults, ...judged.filter(({ field }) => !unread.has(field))],
  }
}

type Said = { readonly hasSex: boolean; readonly birth: Month | undefined }

/** A number that is right says when its holder was born and of which sex; empty cells are filled from it, and months. */
function completed(
  facts: MemberFacts,
  { readIdNumber }: Judge,
  { hasSex, birth }: Said,
): MemberFacts {
  if (facts.bornOn !== '' && hasSex && !birth) return facts
  const read = readIdNumber(facts.idNumber)
  if (!('bornOn' in read)) return facts
  const isBirth = facts.bornOn === '' || read.bornOn.slice(0, 7) === birth
  return {
    ...facts,
    bornOn: isBirth ? read.bornOn : facts.bornOn,
    sex: hasSex ? facts.sex : read.sex,
  }
}

type Reader = ReturnType<typeof readerOf>

function readerOf(cells: readonly string[], { columnOf }: Plan) {
  const faults: RowFault[] = []
  const text = (field: ImportField) => (cells[columnOf.get(field) ?? -1] ?? '').trim()
  const fault = (
    field: ImportField,
    name: MemberFault,
    words: Readonly<Record<string, string | number>> = {},
  ) => {
    faults.push({ field, message: sayFault(name, words) })
  }
  return {
    faults,
    text,
    fault,
    has: (field: ImportField) => columnOf.has(field),
    /** A value in words or codes; a fault when there is one that nobody knows. */
    word: <Value>(
      field: ImportField,
      read: (text: string) => Value | undefined,
      name: MemberFault,
    ) => {
      const value = text(field)
      const known = value === '' ? undefined : read(value.normalize('NFKC'))
      if (value !== '' && known === undefined)
        fault(field, name, { 值: value, 名称: importFields[field] })
      return known
    },
    day: (field: ImportField): Day | null => {
      const value = text(field)
      const day = value === '' ? null : (readDay(value) ?? firstOf(readMonth(value)))
      if (value !== '' && day === null)
        fault(field, 'dayOdd', { 名称: importFields[field], 值: value })
      return day
    },
    line: (field: ImportField, max = 200): string => {
      const value = text(field).replace(/\s+/g, ' ')
      if (value.length > max) fault(field, 'tooLong', { 名称: importFields[field], 上限: max })
      return value
    },
  }
}

/** A roll that names only the month means that month; of its days, the first. */
function firstOf(month: Month | undefined): Day | null {
  return month ? `${month}-01` : null
}

function readFacts(reader: Reader, today: Day): MemberFacts {
  const { text, word, day, line } = reader
  const occupation = line('occupation')
  const confirmedOn = day('confirmedOn')
  return {
    name: text('name'),
    sex: word('sex', readSex, 'sexUnknown') ?? 'male',
    ethnicity: word('ethnicity', readEthnicity, 'ethnicityUnknown') ?? '01',
    idNumber: text('idNumber'),
    bornOn: day('bornOn') ?? '',
    education: word('education', readEducation, 'educationUnknown') ?? '90',
    stage: readStageOf(reader, confirmedOn),
    joinedOn: day('joinedOn'),
    confirmedOn,
    occupation,
    employment: readEmployment(text('employment') || occupation),
    phone: text('phone') || text('landline'),
    address: line('address'),
    isSuspended: word('membership', readMembership, 'statusUnknown') ?? false,
    ...readWhereabouts(reader, today),
  }
}

/** Where no column says it, the day of confirmation does. */
function readStageOf(reader: Reader, confirmedOn: Day | null): MemberFacts['stage'] {
  const said = reader.word('stage', readStage, 'stageUnknown')
  if (!said && reader.text('stage') === '' && !confirmedOn) reader.fault('stage', 'stageMissing')
  return said ?? (confirmedOn ? 'full' : 'probationary')
}

/** A yes without a day counts from today, where the form asks for no day; for lost contact it asks. */
function readWhereabouts({ text, word, day, line, fault }: Reader, today: Day) {
  const isLost = word('isLost', readChoice, 'choiceUnknown')
  const lostSince = day('lostSince')
  if (isLost && !lostSince && text('lostSince') === '') fault('lostSince', 'lostMissing')

  const floatingSince = day('floatingSince')
  const isFloating = word('isFloating', readChoice, 'choiceUnknown') ?? floatingSince !== null
  return {
    lostSince: isLost === false ? null : lostSince,
    floatingSince: isFloating ? (floatingSince ?? today) : null,
    floatingTo: isFloating ? line('floatingTo') : '',
  }
}

function moreOf(cells: readonly string[], { more }: Plan): Record<string, string> {
  const found = more.flatMap(([column, heading]) => {
    const value = (cells[column] ?? '').trim().slice(0, 200)
    return value === '' ? [] : [[heading, value] as const]
  })
  return Object.fromEntries(found)
}
