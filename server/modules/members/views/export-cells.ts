import { keysOf } from '@zhixing/contract'
import type { ExportColumn } from '@zhixing/contract'
import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { rosters, sexes, stages } from '@zhixing/contract/words.ts'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import type { Day } from '../../../kernel/calendar.ts'
import { objectOf } from '../../../kernel/object-of.ts'
import type { Cell } from '../../../kernel/sheets/index.ts'
import { cohortsOf, rosterOf, subjectColumns, subjectOf } from '../../audience/index.ts'
import { maskAddress, maskIdNumber, maskPhone } from '../rules/mask.ts'
import { members } from '../table.ts'

type Everything = ReturnType<typeof everything>
type Need = keyof Everything

export type ExportRow = SelectResultFields<Everything>

type Showing = {
  readonly day: Day
  readonly open: (sealed: string) => string
  readonly isPlain: boolean
}

/** What a column is made of, and how: the database is asked for nothing else. */
type Shown = {
  readonly needs: readonly Need[]
  readonly cell: (row: ExportRow, showing: Showing) => Cell
}

const asked = <Key extends Need>(key: Key, cell: (value: ExportRow[Key]) => Cell): Shown => ({
  needs: [key],
  cell: (row) => cell(row[key]),
})

const sealed = (
  key: 'idNumberSealed' | 'phoneSealed' | 'addressSealed',
  mask: (plain: string) => string,
): Shown => ({
  needs: [key],
  cell: ({ [key]: text }, { open, isPlain }) => {
    const plain = text === null ? '' : open(text)
    return isPlain ? plain : mask(plain)
  },
})

const shown: Readonly<Record<ExportColumn, Shown>> = {
  name: asked('name', (name) => name),
  sex: asked('sex', (sex) => sexes[sex]),
  ethnicity: asked('ethnicity', (code) => ethnicities[code] ?? code),
  idNumber: sealed('idNumberSealed', maskIdNumber),
  bornOn: asked('bornOn', (day) => day),
  education: asked('education', (code) => educations[code] ?? code),
  stage: asked('stage', (stage) => stages[stage]),
  organization: asked('organizationName', (name) => name),
  joinedOn: asked('joinedOn', (day) => day),
  confirmedOn: asked('confirmedOn', (day) => day),
  occupation: asked('occupation', (words) => words),
  phone: sealed('phoneSealed', maskPhone),
  address: sealed('addressSealed', maskAddress),
  membership: asked('isSuspended', (isSuspended) => (isSuspended ? '停止党籍' : '正常')),
  lostSince: asked('lostSince', (day) => day),
  floating: asked('floatingSince', (day) => (day ? '是' : '否')),
  floatingTo: asked('floatingTo', (place) => place),
  roster: {
    needs: ['floatingSince', 'floatingTo', 'posts', 'employment', 'excuse'],
    cell: (row, { day }) => rosters[rosterOf(subjectOf(row), day).roster],
  },
  cohorts: {
    needs: keysOf(subjectColumns('2000-01-01')),
    cell: (row, { day }) =>
      cohortsOf(subjectOf(row), day)
        .map(({ word }) => word)
        .join('、'),
  },
  tags: asked('tags', (tags) => tags.join('、')),
}

/** Of everything that may be asked for, what these columns need, and what the rows are ordered by. */
export function columnsFor(columns: readonly ExportColumn[], day: Day): Everything {
  const all = everything(day)
  const needed: ReadonlySet<Need> = new Set([
    ...(['nameKey', 'memberId'] as const),
    ...columns.flatMap((column) => shown[column].needs),
  ])
  // Typed as if all were there: `needs` says what a cell may look at.
  return objectOf<Everything>(
    keysOf(all).flatMap((key) => (needed.has(key) ? [[key, all[key]] as const] : [])),
  )
}

/** The cells of a row, in the order of the columns. */
export function cellsOf(columns: readonly ExportColumn[], showing: Showing) {
  const cells = columns.map((column) => shown[column].cell)
  return (row: ExportRow): Cell[] => cells.map((cell) => cell(row, showing))
}

/** What of a row must be opened before it is shown. */
export function sealedIn(row: ExportRow): string[] {
  return [row.idNumberSealed, row.phoneSealed, row.addressSealed].filter((text) => text != null)
}

function everything(day: Day) {
  return {
    ...subjectColumns(day),
    nameKey: members.nameKey,
    occupation: members.occupation,
    idNumberSealed: members.idNumberSealed,
    phoneSealed: members.phoneSealed,
    addressSealed: members.addressSealed,
  }
}
