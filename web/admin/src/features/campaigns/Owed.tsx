import type { EntryOf, Output } from '@zhixing/contract'
import { returnStates } from '@zhixing/contract/campaign-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Campaigns.module.css'
import { countedText } from './campaign.ts'
import type { Campaign } from './campaign.ts'
import { ReturnPanel } from './ReturnPanel.tsx'

type Shown = Output<EntryOf<'campaigns.owed'>>

/** What this organization itself owes: activities, returns, readings, findings; each with the way to do it. */
export function Owed({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const { campaignId } = campaign
  const answer = useAnswer('campaigns.owed', { campaignId, organizationId })
  return (
    <Answered answer={answer}>
      {({ asks, returns, readings, findings, open: left }) => (
        <div className={styles.part}>
          <p>{left === 0 ? '现在没有欠着的。' : `还有 ${String(left)} 件要办。`}</p>
          <Asks asks={asks} mayPlan={campaign.can.answer} />
          <Returns returns={returns} />
          <Readings readings={readings} />
          {findings.length > 0 ? <h2>没有销号的整改问题 {findings.length} 个</h2> : null}
          <ReturnPanel
            campaignId={campaignId}
            organizationId={organizationId}
            returnFormId={open}
            close={() => change({ open: undefined })}
          />
        </div>
      )}
    </Answered>
  )
}

function Asks({ asks, mayPlan }: { asks: Shown['asks']; mayPlan: boolean }) {
  if (asks.length === 0) return null
  return (
    <>
      <h2>要开展的活动</h2>
      <ul>
        {asks.map((ask) => (
          <li key={ask.askId}>
            <div className={styles.line}>
              <span className={ask.isOverdue ? details.late : undefined}>
                {ask.title}：{ask.held}/{ask.count} 次{ask.isOverdue ? '，已过期，请补开' : ''}
              </span>
              {ask.held < ask.count && mayPlan ? (
                <LinkButton to={`/meetings/new?kind=${ask.kind}&askId=${ask.askId}`}>
                  去安排
                </LinkButton>
              ) : null}
            </div>
            <small>
              {ask.phaseName}，{ask.until} 前；{ask.rule}
            </small>
            {ask.sessions.map((one) => (
              <small key={one.activityId}>
                <Link
                  to="/activities/$unitId/$activityId"
                  params={{ unitId: one.unitId, activityId: one.activityId }}
                >
                  {one.day} {one.title}
                </Link>
                ：{countedText(one)}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Returns({ returns }: { returns: Shown['returns'] }) {
  const change = useSearchChange()
  if (returns.length === 0) return null
  return (
    <>
      <h2>要报的回执</h2>
      <ul>
        {returns.map(({ returnFormId, title, dueOn, state }) => (
          <li key={returnFormId} className={styles.line}>
            <span className={isUrgent(state) ? details.late : undefined}>
              {title}（{dueOn} 前）：{returnStates[state]}
            </span>
            <Button onClick={() => change({ open: returnFormId })}>
              {state === 'due' || state === 'overdue' ? '填报' : '查看或更正'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Readings({ readings }: { readings: Shown['readings'] }) {
  if (readings.length === 0) return null
  return (
    <>
      <h2>阅读书目</h2>
      <ul>
        {readings.map(({ taskId, title, dueOn, people, done }) => (
          <li key={taskId} className={styles.line}>
            <span>
              《{title}》（{dueOn} 前）：读完 {done}/{people} 人
            </span>
            <LinkButton to="/reading">谁读到哪里</LinkButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function isUrgent(state: keyof typeof returnStates): boolean {
  return state === 'overdue' || state === 'sentBack'
}
