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
import { findEnrolmentOf, findLearners, keepEnrolment } from '../store/enrolments.ts'
import { findByIdNumber } from '../store/people.ts'

const linesMax = 2000

/** A list that a partner or an organization above handed in; whoever is known by their ID number is a member. */
export const addList = act(
  contract.enrolments.addList,
  async (scene, { unitId, classId, fileId, text }) => {
    const { tx, now, actor, reach, vault } = scene
    const key = { unitId, classId }
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['approved', 'announced'], '登记学员')
    if (kept.origin === 'own') throw conflict('enrolments.listOwn')
    const listed = listedOf(fileId ? await rowsOfFile(scene, fileId) : rowsOfText(text))
    if (listed.length === 0) throw conflict('enrolments.listEmpty')
    if (listed.length > linesMax) throw conflict('enrolments.listMany', { 上限: linesMax })

    const before = await findLearners(tx, key)
    const room = kept.people - before.length
    const seen = new Set(before.filter(({ memberId }) => memberId === null).map(sameOutsider))
    const counts = { members: 0, outsiders: 0, known: 0 }
    const faults: { line: number; text: string; fault: string }[] = []
    for (const one of listed) {
      const fault = faultOf(one)
      if (fault) {
        faults.push({ line: one.line, text: listedWords(one), fault })
        continue
      }
      const found = one.idNumber
        ? await findByIdNumber(tx, unitId, vault.index(one.idNumber))
        : undefined
      const isKnown = found
        ? (await findEnrolmentOf(tx, key, { memberUnitId: unitId, memberId: found.memberId })) !==
          undefined
        : seen.has(sameOutsider(one))
      if (isKnown) {
        counts.known += 1
        continue
      }
      const row = found
        ? { ...found, memberUnitId: unitId, learnerKind: 'member' as const }
        : {
            name: one.name,
            organizationName: one.organizationName,
            learnerKind: 'citizen' as const,
          }
      const by = { state: 'enrolled', way: 'list', byId: actor.accountId, at: now } as const
      await keepEnrolment(tx, { ...row, ...by, ...key, id: newId(), nameKey: nameKeyOf(row.name) })
      if (!found) seen.add(sameOutsider(one))
      counts[found ? 'members' : 'outsiders'] += 1
    }
    const added = counts.members + counts.outsiders
    if (added > room)
      throw conflict('enrolments.listOver', { 人数: added, 上限: Math.max(0, room) })
    return {
      value: { ...counts, faults },
      place: kept,
      change: added > 0 ? { subject: `class:${classId}`, after: { added: counts } } : 'none',
    }
  },
)

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
