import { roleGrades, roleKinds, roleStates } from '@zhixing/contract/role-words.ts'
import { useSearch } from '@tanstack/react-router'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AssessForm, AssignForm, Decide, EndForm } from './RoleForms.tsx'
import type { Role, Shown } from './roles.ts'
import styles from './Roles.module.css'

/** One role with what can be done about it; or somebody who has none yet. */
export function RolePanel({ shown }: { shown: Shown }) {
  const { open = '' } = useSearch({ from: '/shell/roles' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const role = shown.rows.find(({ roleId }) => roleId === open)
  const someone = shown.without.find(
    ({ unitId, memberId }) => open === `member:${unitId}:${memberId}`,
  )
  return (
    <DetailPanel
      title={role?.name ?? someone?.name ?? ''}
      open={role !== undefined || someone !== undefined}
      onClose={close}
    >
      {role ? <Detail key={`${open}:${role.version}`} role={role} may={shown.mayAssign} /> : null}
      {someone && shown.mayAssign ? <AssignForm key={open} someone={someone} /> : null}
    </DetailPanel>
  )
}

function Detail({ role, may }: { role: Role; may: boolean }) {
  const { kind, title, statement, state, promise, grade, comment, reason, since } = role
  const isUnderWay = state === 'assigned' || state === 'claimed' || state === 'held'
  return (
    <>
      <dl className={styles.facts}>
        <dt>类别</dt>
        <dd>{roleKinds[kind]}</dd>
        <dt>岗位</dt>
        <dd>{title}</dd>
        <dt>职责</dt>
        <dd>{statement}</dd>
        <dt>状态</dt>
        <dd>
          {roleStates[state]}，{since} 起
        </dd>
        {promise ? (
          <>
            <dt>本人承诺</dt>
            <dd>{promise}</dd>
          </>
        ) : null}
        {grade ? (
          <>
            <dt>评议</dt>
            <dd>
              {roleGrades[grade]}：{comment}
            </dd>
          </>
        ) : null}
        {reason ? (
          <>
            <dt>原因</dt>
            <dd>{reason}</dd>
          </>
        ) : null}
      </dl>
      {may && state === 'claimed' ? <Decide role={role} /> : null}
      {may && (state === 'held' || state === 'assessed') ? <AssessForm role={role} /> : null}
      {may && isUnderWay ? <EndForm role={role} /> : null}
    </>
  )
}
