import { sayFault } from '@zhixing/contract/faults.ts'
import { ahead } from '../../../kernel/ahead.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { SystemScene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import type { SheetRow, SheetRows } from '../../../kernel/sheets/index.ts'
import type { BranchEntry, BranchFinder } from '../rules/branches.ts'
import { finderOf } from '../rules/branches.ts'
import { isFooter } from '../rules/footer.ts'
import type { GuessedColumn } from '../rules/headings.ts'
import { planOf, readRow } from '../rules/read-row.ts'
import type { Plan, ReadRow, RowFault } from '../rules/read-row.ts'
import type { ImportRecord } from '../store/imports.ts'
import { findKnown, isRollEmpty, keepRows } from '../store/rows.ts'
import type { NewRow } from '../store/rows.ts'
import { judge } from './judge.ts'
import { sealRows } from './seal-rows.ts'
import type { Judged } from './seal-rows.ts'

type Staging = {
  readonly record: ImportRecord
  readonly columns: readonly GuessedColumn[]
  readonly branches: readonly BranchEntry[]
  readonly first: readonly SheetRow[]
  readonly rest: SheetRows
  readonly report: JobTools['report']
}

/** All that judging a row needs, besides the row. */
type Desk = {
  readonly record: ImportRecord
  readonly plan: Plan
  readonly today: Day
  readonly finder: BranchFinder
  readonly names: ReadonlyMap<string, string>
  /** The branch for which the whole file is, when it is for one. */
  readonly ownBranchId: string | undefined
  /** By number, the line where it stood first. */
  readonly seen: Map<string, number>
}

const chunkRows = 1_000

/** Judges every row and lays it down: while one heap is written, the next is being sealed, and the one after judged. */
export async function stageRows(scene: SystemScene, staging: Staging): Promise<void> {
  const { tx, now, vault } = scene
  const { record, columns, branches, report } = staging
  const own = branches.find(({ id, isBranch }) => isBranch && id === record.organizationId)
  const desk: Desk = {
    record,
    plan: planOf(columns),
    today: dayOf(now),
    finder: finderOf(branches),
    names: new Map(branches.map(({ id, name }) => [id, name])),
    ownBranchId: own?.id,
    seen: new Map(),
  }
  const hasRoll = !(await isRollEmpty(tx, record.unitId))

  let count = 0
  for await (const judged of ahead(sealRows(ahead(judgeRows(staging, desk)), vault))) {
    count += judged.length
    await report(count, count + 1)
    if (hasRoll) await markDuplicates(scene, record, judged)
    for (const { row, cells } of judged)
      if (mayComeBack(row)) row.rawSealed = vault.seal(JSON.stringify(cells))
    await keepRows(
      tx,
      judged.map(({ row }) => row),
    )
  }
}

async function* judgeRows({ first, rest }: Staging, desk: Desk): AsyncGenerator<Judged[]> {
  for await (const rows of chunksOf(first, rest))
    yield rows.filter(({ cells }) => !isFooter(cells)).map((row) => rowOf(row, desk))
}

async function* chunksOf(first: readonly SheetRow[], rest: SheetRows): SheetRows {
  let chunk = [...first]
  for await (const rows of rest) {
    chunk.push(...rows)
    if (chunk.length < chunkRows) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function rowOf({ line, cells, imprecise }: SheetRow, desk: Desk): Judged {
  const read = readRow({ cells, imprecise: imprecise ?? [] }, desk.plan, desk.today, judge)
  const organizationId = findBranch(read, desk, read.faults)
  const { idNumber, phone, address } = read.facts
  if (idNumber !== '') {
    const earlier = desk.seen.get(idNumber)
    if (earlier === undefined) desk.seen.set(idNumber, line)
    else read.faults.push({ field: 'idNumber', message: sayFault('idRepeated', { 行: earlier }) })
  }
  const row = columnsOf(line, read, organizationId, desk)
  return { row, cells, plain: { idNumber, phone, address } }
}

/** Every column by its name, what is sealed still empty: a hundred thousand rows pass here, and copying what is there takes longest. */
function columnsOf(
  line: number,
  { facts, branch, more, faults }: ReadRow,
  organizationId: string | null,
  { record }: Desk,
): NewRow {
  const { name } = facts
  return {
    unitId: record.unitId,
    id: newId(),
    importId: record.id,
    line,
    organizationId,
    branch: branch.slice(0, 200),
    name,
    nameKey: nameKeyOf(name),
    sex: facts.sex,
    ethnicity: facts.ethnicity,
    idNumberSealed: null,
    idNumberIndex: null,
    bornOn: facts.bornOn || null,
    education: facts.education,
    stage: facts.stage,
    joinedOn: facts.joinedOn,
    confirmedOn: facts.confirmedOn,
    occupation: facts.occupation,
    employment: facts.employment,
    phoneSealed: null,
    phoneIndex: null,
    addressSealed: null,
    isSuspended: facts.isSuspended,
    lostSince: facts.lostSince,
    floatingSince: facts.floatingSince,
    floatingTo: facts.floatingTo,
    more,
    faults: faults.length > 0 ? faults : null,
    duplicateOf: null,
    duplicateHow: null,
    rawSealed: null,
    before: null,
    keptBecause: null,
  }
}

/** The branch a row speaks of; what speaks against it is added to the faults. */
function findBranch(
  { branch, code, parent }: ReadRow,
  desk: Desk,
  faults: RowFault[],
): string | null {
  const { record, finder, ownBranchId } = desk
  if (branch === '' && code === '') {
    if (ownBranchId) return ownBranchId
    faults.push({ field: 'branch', message: sayFault('branchMissing', {}) })
    return null
  }
  const chosen = record.branches[branch]
  if (chosen && desk.names.has(chosen)) return chosen

  const found = finder.find(branch, { code, parent })
  if (found.kind === 'found') return found.id
  faults.push({ field: 'branch', message: refusalOf(found.kind, branch || code, finder) })
  return null
}

function refusalOf(
  kind: 'many' | 'notBranch' | 'unknown',
  spelling: string,
  finder: BranchFinder,
): string {
  const words = { 支部: spelling }
  if (kind === 'many') return sayFault('branchMany', words)
  if (kind === 'notBranch') return sayFault('branchOutside', words)
  const [nearest] = finder.suggest(spelling, 1)
  return nearest
    ? sayFault('branchMaybe', { ...words, 应为: nearest.name })
    : sayFault('branchUnknown', words)
}

/** What is wrong or doubtful is handed back as it was; what becomes a member needs no copy. */
function mayComeBack({ faults, duplicateHow }: NewRow): boolean {
  return Boolean(faults) || Boolean(duplicateHow)
}

async function markDuplicates(
  { tx, vault }: SystemScene,
  { unitId, path }: ImportRecord,
  judged: readonly Judged[],
): Promise<void> {
  // All under which a number may be kept on the roll.
  const sought = judged.map(({ row, plain }) => ({
    row,
    indexes: plain.idNumber === '' ? [] : vault.indexes(plain.idNumber),
    name: row.name,
    nameKey: row.nameKey,
    bornOn: row.bornOn,
  }))
  const known = await findKnown(tx, [path], unitId, sought)
  const byNumber = new Map(known.map((one) => [one.idNumberIndex, one]))
  const byPerson = new Map(
    known.filter(({ isReachable }) => isReachable).map((one) => [`${one.name} ${one.bornOn}`, one]),
  )
  for (const { row, indexes } of sought) {
    const same = indexes.map((index) => byNumber.get(index)).find((one) => one !== undefined)
    const alike = byPerson.get(`${row.name} ${row.bornOn}`)
    if (same?.isReachable) Object.assign(row, { duplicateOf: same.id, duplicateHow: 'sameId' })
    // Out of reach: that it is taken can be said, by whom cannot.
    else if (same)
      row.faults = [...(row.faults ?? []), { field: 'idNumber', message: sayFault('idTaken', {}) }]
    else if (alike) Object.assign(row, { duplicateOf: alike.id, duplicateHow: 'samePerson' })
  }
}
