import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { requireRole } from '../steps/require.ts'
import { changeRole } from '../store.ts'

/** One's own yes to what the branch asks. */
export const accept = ownAct(contract.roles.accept, async ({ tx, actor }, form) => {
  const role = await requireRole({ tx, reach: [actor.place.path] }, form, 'accept')
  if (role.memberId !== actor.memberId) throw missing('roles.unknown')
  const version = await changeRole(tx, role, { state: 'held' })
  return {
    value: { version },
    place: role,
    change: {
      subject: `role:${role.id}`,
      before: { state: role.state },
      after: { state: 'held' },
    },
  }
})
