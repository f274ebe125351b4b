import type { EntryOf, Output } from '@zhixing/contract'
import { duesCategories, duesKinds, duesStages, duesWays } from '@zhixing/contract/dues-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import details from '../../ui/Details.module.css'
import styles from './Dues.module.css'
import { HardshipForm } from './HardshipForm.tsx'
import { PayForm } from './PayForm.tsx'
import { yuan } from './fen.ts'

type One = Output<EntryOf<'dues.member'>>
type Props = { open: string | undefined; year: number; close: () => void }

export function MemberPanel({ open, year, close }: Props) {
  const [unitId = '', memberId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="党费记录" open={open !== undefined} onClose={close}>
      {open ? <Member key={open} unitId={unitId} memberId={memberId} year={year} /> : null}
    </DetailPanel>
  )
}

type Key = { unitId: string; memberId: string }

function Member({ unitId, memberId, year }: Key & { year: number }) {
  const answer = useAnswer('dues.member', { unitId, memberId, year })
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Answered answer={answer}>
      {(one) => (
        <>
          <h2>
            {one.name} <small>{one.organizationName}</small>
          </h2>
          <p className={one.standing.fen > 0 ? styles.late : undefined}>
            {one.standing.fen > 0
              ? `${duesStages[one.standing.stage]}：共 ${yuan(one.standing.fen)} 元，连续 ${String(one.standing.months)} 个月，从 ${one.standing.since ?? ''} 起`
              : '没有欠交'}
          </p>
          {one.mayRecord ? <PayForm unitId={unitId} memberId={memberId} cells={one.cells} /> : null}
          <Payments one={one} />
          <Bases one={one} />
          {one.mayRecord && !isAsking ? (
            <Button onClick={() => setIsAsking(true)}>代为申请困难减免</Button>
          ) : null}
          {isAsking ? (
            <HardshipForm unitId={unitId} memberId={memberId} done={() => setIsAsking(false)} />
          ) : null}
          <Entries one={one} />
        </>
      )}
    </Answered>
  )
}

function Payments({ one: { payments, maySettle } }: { one: One }) {
  const [reversing, setReversing] = useState<string>()
  return (
    <>
      <h3>缴纳</h3>
      {payments.length === 0 ? <p>还没有缴纳记录。</p> : null}
      <ul className={details.log}>
        {payments.map(
          ({ unitId, paymentId, paidOn, fen, way, months, text, byName, isReversed }) => (
            <li key={paymentId}>
              {yuan(fen)} 元，{duesWays[way]}
              {isReversed ? <b>（已冲销）</b> : null}
              <small>
                {paidOn}，抵 {months.join('、')}，{byName}登记{text ? `，${text}` : ''}
              </small>
              {maySettle && !isReversed && reversing !== paymentId ? (
                <Button type="link" size="small" onClick={() => setReversing(paymentId)}>
                  冲销 {yuan(fen)} 元
                </Button>
              ) : null}
              {reversing === paymentId && !isReversed ? (
                <ActForm
                  act="dues.reverse"
                  draft=""
                  initial={{}}
                  input={({ reason }: { reason: string }) => ({ unitId, paymentId, reason })}
                  submit="冲销"
                  done={() => setReversing(undefined)}
                  cancel={() => setReversing(undefined)}
                >
                  <Form.Item name="reason" label="为什么冲销" rules={needed('写明原因')}>
                    <Input maxLength={200} />
                  </Form.Item>
                </ActForm>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </>
  )
}

function Bases({ one: { bases } }: { one: One }) {
  return (
    <>
      <h3>基数</h3>
      {bases.length === 0 ? <p>还没有核定。</p> : null}
      <ul className={details.log}>
        {bases.map(({ from, category, baseFen, note, byName, at }) => (
          <li key={`${from}${at}`}>
            {from} 起，{duesCategories[category]}
            {baseFen > 0 ? `，每月固定收入 ${yuan(baseFen)} 元` : ''}
            <small>
              {byName}核定，{at.slice(0, 10)}
              {note ? `，${note}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Entries({ one: { entries } }: { one: One }) {
  return (
    <details>
      <summary>明细账 {entries.length} 笔</summary>
      <ul className={details.log}>
        {entries.map(({ entryId, kind, month, fen, text, clause, at, isReversal, isReversed }) => (
          <li key={entryId}>
            {month} {duesKinds[kind]} {yuan(fen)} 元{isReversal ? '（冲销）' : ''}
            {isReversed ? '（已被冲销）' : ''}
            <small>
              {at.slice(0, 10)} {[text, clause].filter(Boolean).join('，')}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
