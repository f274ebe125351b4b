import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireRole } from '../steps/require.ts'
import { changeRole } from '../store.ts'
import type { RoleRow } from '../store.ts'

/** The branch says yes to a claim, or no and why. */
export const decide = act(
  contract.roles.decide,
  async ({ tx, reach }, { agrees, reason, ...form }) => {
    const role = await requireRole({ tx, reach }, form, 'decide')
    if (!agrees && reason.length < 2) throw conflict('roles.reason')
    const state = agrees ? ('held' as const) : ('declined' as const)
    const version = await changeRole(tx, role, { state, reason })
    return { value: { version }, place: role, change: changeOf(role, { state, reason }) }
  },
)

/** How it was done, in the branch's judgement; nobody judges themself. */
export const assess = act(
  contract.roles.assess,
  async ({ tx, reach, actor }, { grade, comment, ...form }) => {
    const role = await requireRole({ tx, reach }, form, 'assess')
    if (role.memberId === actor.memberId) throw conflict('roles.self')
    const version = await changeRole(tx, role, { state: 'assessed', grade, comment })
    return { value: { version }, place: role, change: changeOf(role, { grade, comment }) }
  },
)

export const end = act(contract.roles.end, async ({ tx, reach }, { reason, ...form }) => {
  const role = await requireRole({ tx, reach }, form, 'end')
  const version = await changeRole(tx, role, { state: 'ended', reason })
  return { value: { version }, place: role, change: changeOf(role, { state: 'ended', reason }) }
})

function changeOf(role: RoleRow, after: Readonly<Record<string, string>>) {
  const { id, state, grade } = role
  return { subject: `role:${id}`, before: { state, grade }, after }
}
