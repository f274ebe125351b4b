import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { attachFile } from '../../files/index.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { keepPaper } from '../store/papers.ts'

/** A paper of the archive's list. */
export const attach = act(
  contract.classes.attach,
  async ({ tx, now, actor, reach }, { fileId, paper, unitId, classId }) => {
    const { kept } = await requireClass(tx, reach, { unitId, classId })
    requireState(
      kept,
      ['draft', 'returned', 'submitted', 'approved', 'announced', 'completed', 'settled'],
      '附材料',
    )
    const { accountId } = actor
    const hanging = { unitId: actor.unitId, fileId, path: kept.path, accountId }
    const { name, bytes } = await attachFile(tx, { ...hanging, subject: `class:${classId}` })
    await keepPaper(tx, { unitId, classId, fileId, paper, at: now })
    return {
      value: { unitId: actor.unitId, fileId, name, bytes },
      place: kept,
      change: { subject: `class:${classId}`, after: { fileId, name, paper } },
    }
  },
)
