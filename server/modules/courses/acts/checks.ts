import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { refuseChecks } from '../rules/checks.ts'
import { holdEditable } from '../steps/hold.ts'
import { changeItem, itemsOf } from '../store/library.ts'

/** What a recording asks while it is watched; when, is thrown for each viewer anew. */
export const setChecks = act(
  contract.courses.setChecks,
  async ({ tx, reach }, { courseId, itemId, checks }) => {
    const { place } = await holdEditable(tx, reach, courseId)
    const item = (await itemsOf(tx, [courseId])).find(({ id }) => id === itemId)
    if (!item) throw missing('courses.itemUnknown')
    if (item.kind !== 'video') throw conflict('courses.checksOfVideo', { 名称: item.title })
    const ids = new Set(checks.map(({ checkId }) => checkId))
    if (ids.size !== checks.length) throw conflict('courses.checkTwice')
    const fault = refuseChecks(checks)
    if (fault) throw conflict('courses.checkFault', { 题号: fault.number, 原因: fault.why })
    await changeItem(tx, itemId, { checks })
    const subject = `course:${courseId}`
    const [before, after] = [{ checks: item.checks }, { itemId, checks }]
    return { value: {}, place, change: { subject, before, after } }
  },
)
