import type { EntryOf, Output } from '@zhixing/contract'
import { transferStates } from '@zhixing/contract/transfer-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { AskForm } from './AskForm.tsx'

type Mine = Output<EntryOf<'transfers.mine'>>
type Row = Mine['rows'][number]

const running = new Set<Row['state']>(['draft', 'issued', 'inTransit'])

/** Where my membership is, what the letter says, and who has it in hand now. */
export function TransfersPage() {
  const answer = useAnswer('transfers.mine', {})
  return (
    <SubPage title="组织关系转接" back="/me">
      <Answered answer={answer}>
        {(mine) =>
          mine.isMember ? (
            <Own mine={mine} />
          ) : (
            <Empty title="这里办理本人的组织关系转接">这个账号没有党员身份。</Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Own({ mine }: { mine: Mine }) {
  const [isAsking, setIsAsking] = useState(false)
  const now = mine.rows.find(({ state }) => running.has(state))
  if (isAsking) return <AskForm done={() => setIsAsking(false)} />
  return (
    <>
      <Headline now={now} home={mine.organizationName} />
      {now ? null : (
        <Button block color="primary" onClick={() => setIsAsking(true)}>
          申请转接组织关系
        </Button>
      )}
      {mine.rows.map((row) => (
        <OneTransfer key={row.transferId} row={row} />
      ))}
    </>
  )
}

function Headline({ now, home }: { now: Row | undefined; home: string }) {
  if (!now)
    return (
      <Sentence note="工作单位或居住地变了，组织关系应当跟着转">您的组织关系在{home}。</Sentence>
    )
  return (
    <Sentence note={`接收以前，您仍是${now.fromName}的党员，照常参加组织生活、交纳党费`}>
      正在转往{now.toName}
      {now.daysLeft === null ? null : (
        <>
          ，介绍信还有 <Count of={now.daysLeft} stress={now.daysLeft <= 3} /> 天
        </>
      )}
      。
    </Sentence>
  )
}

function OneTransfer({ row }: { row: Row }) {
  const { unitId, transferId, fromName, toName, state, letter, stepName, deciders, events } = row
  return (
    <section aria-label={`转往${toName}`}>
      <h2 className={rows.title}>
        {fromName} → {toName}
      </h2>
      <div className={rows.row}>
        <h3>{transferStates[state]}</h3>
        {stepName ? (
          <p>
            现在等{deciders}办理“{stepName}”
          </p>
        ) : null}
        {letter ? (
          <small>
            介绍信 {letter.number}，有效期至 {letter.validUntil}，党费交至 {letter.duesPaidTo}
          </small>
        ) : null}
      </div>
      {letter && running.has(state) ? (
        <a href={`/api/transfers/${unitId}/${transferId}/letter.docx`}>下载介绍信</a>
      ) : null}
      {[...events].reverse().map(({ on, stepName: step, outcomeName, reason }) => (
        <div key={`${on}${step}${outcomeName}`} className={rows.row}>
          <p>
            {step}：{outcomeName}
            {reason ? `，${reason}` : ''}
          </p>
          <small>{on}</small>
        </div>
      ))}
    </section>
  )
}
