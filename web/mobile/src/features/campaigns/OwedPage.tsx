import type { EntryOf, Output } from '@zhixing/contract'
import { findingLights, findingStates, returnStates } from '@zhixing/contract/campaign-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import styles from './Campaigns.module.css'
import { useFiles } from './use-files.ts'

type Owed = Output<EntryOf<'campaigns.owed'>>

/** What my branch owes in one campaign. */
export function OwedPage() {
  const at = useParams({ from: '/campaigns/$campaignId/$organizationId' })
  const answer = useAnswer('campaigns.owed', at)
  return (
    <SubPage title="本组织要做的" back="/campaigns">
      <Answered answer={answer}>
        {({ asks, returns, readings, findings, open }) => (
          <>
            <Sentence note="活动在电脑上或“活动”里安排，关闭记录后自动计入">
              {open === 0 ? (
                '现在没有欠着的。'
              ) : (
                <>
                  还有 <Count of={open} stress /> 件要办。
                </>
              )}
            </Sentence>
            {asks.length > 0 ? <h2 className={rows.title}>要开展的活动</h2> : null}
            {asks.map((ask) => (
              <div key={ask.askId} className={rows.row}>
                <h3 className={ask.isOverdue ? styles.late : undefined}>
                  {ask.title} {ask.held}/{ask.count} 次
                </h3>
                <small>
                  {ask.phaseName}，{monthDay(ask.until)}前{ask.isOverdue ? '，已过期，请补开' : ''}
                </small>
              </div>
            ))}
            {returns.length > 0 ? <h2 className={rows.title}>要报的回执</h2> : null}
            {returns.map((one) => (
              <ReturnLine key={one.returnFormId} at={at} line={one} />
            ))}
            {readings.map(({ taskId, title, people, done }) => (
              <div key={taskId} className={rows.row}>
                <h3>《{title}》</h3>
                <small>
                  读完 {done}/{people} 人
                </small>
              </div>
            ))}
            {findings.length > 0 ? <h2 className={rows.title}>检视整改</h2> : null}
            {findings.map((finding) => (
              <Finding key={`${finding.findingId}${String(finding.version)}`} finding={finding} />
            ))}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

type At = { campaignId: string; organizationId: string }

function ReturnLine({ at, line }: { at: At; line: Owed['returns'][number] }) {
  const { returnFormId, title, dueOn, state } = line
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <small>
        {monthDay(dueOn)}前，{returnStates[state]}
      </small>
      <div className={form.acts}>
        <LinkButton to={`/campaigns/${at.campaignId}/${at.organizationId}/${returnFormId}`}>
          {state === 'due' || state === 'overdue' ? '填报' : '查看或更正'}
        </LinkButton>
      </div>
    </div>
  )
}

function Finding({ finding }: { finding: Owed['findings'][number] }) {
  const { unitId, findingId, version, problem, measure, ownerName, dueOn, state, light } = finding
  const [isTelling, setIsTelling] = useState(false)
  const [result, setResult] = useState('')
  const { files, problem: trouble, take } = useFiles()
  const { mutate, isPending, error } = useAct('campaigns.resolve')
  const fileIds = files.map(({ fileId }) => fileId)
  return (
    <div className={rows.row}>
      <h3>{problem}</h3>
      <p>{measure}</p>
      <small className={light === 'overdue' ? styles.late : undefined}>
        {ownerName}，{monthDay(dueOn)}前，{findingStates[state]}（{findingLights[light]}）
        {finding.verdict ? `；上级意见：${finding.verdict}` : ''}
      </small>
      {isTelling ? (
        <>
          <label className={form.field}>
            整改了什么
            <textarea
              rows={3}
              maxLength={2000}
              value={result}
              onChange={({ target }) => setResult(target.value)}
            />
          </label>
          <label className={form.field}>
            佐证材料（必附）
            <input
              type="file"
              accept="image/*,.pdf,.docx"
              onChange={({ target }) => void take(target.files?.[0])}
            />
          </label>
          {files.map(({ fileId, name }) => (
            <p key={fileId}>{name}</p>
          ))}
          <p className={form.problem} role="alert">
            {trouble || error?.message}
          </p>
          <Button
            block
            color="primary"
            loading={isPending}
            disabled={result.trim().length < 5}
            onClick={() => mutate({ unitId, findingId, version, result, fileIds })}
          >
            报告整改结果
          </Button>
        </>
      ) : null}
      {!isTelling && state !== 'reported' ? (
        <div className={form.acts}>
          <Button onClick={() => setIsTelling(true)}>报告整改结果</Button>
        </div>
      ) : null}
    </div>
  )
}
