import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict } from '../../../kernel/problem.ts'
import { readSheet } from '../../../kernel/sheets/index.ts'
import { readFile } from '../../files/index.ts'
import { readIdNumber } from '../../members/index.ts'
import { listedOf, listedWords, rowsOfText } from '../rules/list.ts'
import type { Listed } from '../rules/list.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { findKnown, findLearners, keepEnrolments } from '../store/enrolments.ts'
import { findByIdNumbers } from '../store/people.ts'

const linesMax = 2000

/** A list that a partner or an organization above handed in; whoever is known by their ID number is a member. */
export const addList = act(
  contract.enrolments.addList,
  async (scene, { unitId, classId, fileId, text }) => {
    const { tx, now, actor, reach } = scene
    const key = { unitId, classId }
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['approved', 'announced'], '登记学员')
    if (kept.origin === 'own') throw conflict('enrolments.listOwn')
    const listed = listedOf(fileId ? await rowsOfFile(scene, fileId) : rowsOfText(text))
    if (listed.length === 0) throw conflict('enrolments.listEmpty')
    if (listed.length > linesMax) throw conflict('enrolments.listMany', { 上限: linesMax })

    const { sound, faults } = judged(listed)
    const before = await findLearners(tx, key)
    const strangers = before.filter(({ memberId }) => memberId === null).map(sameOutsider)
    const people = await peopleOf(scene, unitId, sound)
    const memberIds = people.flatMap(({ member }) => member?.memberId ?? [])
    const seen = new Set([...strangers, ...(await findKnown(tx, key, memberIds))])
    const counts = { members: 0, outsiders: 0, known: 0 }
    const by = { state: 'enrolled', way: 'list', byId: actor.accountId, at: now } as const
    const rows = people.flatMap(({ member, name, organizationName }) => {
      const who = member?.memberId ?? sameOutsider({ name, organizationName })
      const kind = member ? 'members' : 'outsiders'
      counts[seen.has(who) ? 'known' : kind] += 1
      if (seen.has(who)) return []
      seen.add(who)
      const row = member
        ? { ...member, memberUnitId: unitId, learnerKind: 'member' as const }
        : { name, organizationName, learnerKind: 'citizen' as const }
      return [{ ...row, ...by, ...key, id: newId(), nameKey: nameKeyOf(row.name) }]
    })
    const added = counts.members + counts.outsiders
    const room = kept.people - before.length
    if (added > room)
      throw conflict('enrolments.listOver', { 人数: added, 上限: Math.max(0, room) })
    await keepEnrolments(tx, rows)
    return {
      value: { ...counts, faults },
      place: kept,
      change: added > 0 ? { subject: `class:${classId}`, after: { added: counts } } : 'none',
    }
  },
)

function judged(listed: readonly Listed[]) {
  const all = listed.map((one) => ({ one, fault: faultOf(one) }))
  return {
    sound: all.flatMap(({ one, fault }) => (fault ? [] : [one])),
    faults: all.flatMap(({ one, fault }) =>
      fault ? [{ line: one.line, text: listedWords(one), fault }] : [],
    ),
  }
}

/** Each with the member who has that ID number, if there is one. */
async function peopleOf({ tx, vault }: Scene, unitId: string, listed: readonly Listed[]) {
  const indexed = listed.map((one) => ({
    ...one,
    indexes: one.idNumber ? vault.indexes(one.idNumber) : [],
  }))
  const known = await findByIdNumbers(
    tx,
    unitId,
    indexed.flatMap(({ indexes }) => indexes),
  )
  return indexed.map(({ indexes, ...one }) => ({
    ...one,
    member: indexes.map((index) => known.get(index)).find((member) => member !== undefined),
  }))
}

function sameOutsider({ name, organizationName }: Pick<Listed, 'name' | 'organizationName'>) {
  return `${name} ${organizationName}`
}

function faultOf({ name, idNumber }: Listed): string | undefined {
  if (name === '') return '没有姓名'
  if (idNumber !== '' && 'fault' in readIdNumber(idNumber)) return '身份证号不对，请核对每一位'
  return undefined
}

async function rowsOfFile({ tx, files, actor }: Scene, fileId: string) {
  const key = { unitId: actor.unitId, fileId, accountId: actor.accountId }
  const { path } = await readFile(tx, files, key)
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const heap of readSheet(path)) {
    rows.push(...heap)
    if (rows.length > linesMax + 10) throw conflict('enrolments.listMany', { 上限: linesMax })
  }
  return rows
}
