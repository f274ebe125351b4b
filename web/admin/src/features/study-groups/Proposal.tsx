import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import details from '../../ui/Details.module.css'
import styles from './StudyGroups.module.css'

type Shown = Output<EntryOf<'studyGroups.proposeObservers'>>

/** Who could go where, and why; each line can be left out, and nobody is sent before this is accepted. */
export function Proposal({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('studyGroups.proposeObservers', { organizationId })
  return (
    <DetailPanel title="派旁听" open onClose={close}>
      <Answered answer={answer}>
        {(shown) => <Lines shown={shown} organizationId={organizationId} close={close} />}
      </Answered>
    </DetailPanel>
  )
}

type Props = { shown: Shown; organizationId: string; close: () => void }

function Lines({ shown, organizationId, close }: Props) {
  const { message } = App.useApp()
  const { mutate, isPending, error } = useAct('studyGroups.assignObservers')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { rows, uncovered, uncoveredCount, groups, seen, kilometres, until } = shown
  const chosen = rows.filter(({ sessionId }) => !left.has(sessionId))
  const turn = (sessionId: string) =>
    setLeft((before) => {
      const next = new Set(before)
      if (!next.delete(sessionId)) next.add(sessionId)
      return next
    })
  const send = () =>
    mutate(
      {
        organizationId,
        rows: chosen.map(({ unitId, sessionId, memberUnitId, memberId, because }) => ({
          unitId,
          sessionId,
          memberUnitId,
          memberId,
          because: because.join('；').slice(0, 200),
        })),
      },
      {
        onSuccess: ({ assigned }) => {
          void message.success(`已派 ${String(assigned)} 次并通知`)
          close()
        },
      },
    )
  return (
    <>
      <p>
        {groups} 个中心组中 {seen} 个今年已旁听或已派；到 {until} 为止建议再派 {rows.length}{' '}
        次，路程共约 {kilometres} 公里。每人一天一次，不旁听自己的中心组。
      </p>
      <Proposed rows={rows} left={left} turn={turn} />
      <Uncovered rows={uncovered} count={uncoveredCount} />
      <p className={styles.late} role="alert">
        {error?.message}
      </p>
      <Button type="primary" disabled={chosen.length === 0} loading={isPending} onClick={send}>
        派这 {chosen.length} 次并通知
      </Button>
    </>
  )
}

type ProposedProps = {
  rows: Shown['rows']
  left: ReadonlySet<string>
  turn: (sessionId: string) => void
}

function Proposed({ rows, left, turn }: ProposedProps) {
  return (
    <ul className={details.log}>
      {rows.map(({ sessionId, groupName, observerName, title, startsAt, because }) => (
        <li key={sessionId}>
          <Checkbox checked={!left.has(sessionId)} onChange={() => turn(sessionId)}>
            {observerName} → {groupName}
          </Checkbox>
          <small>
            {moment(startsAt)}，{title}
          </small>
          <small>{because.join('；')}</small>
        </li>
      ))}
    </ul>
  )
}

function Uncovered({ rows, count }: { rows: Shown['uncovered']; count: number }) {
  if (rows.length === 0) return null
  return (
    <>
      <h3 className={details.title}>派不出的 {count} 个</h3>
      <ul className={details.log}>
        {rows.map(({ groupId, groupName, because }) => (
          <li key={groupId}>
            {groupName}
            <small>{because}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
