import type { EntryOf, Output } from '@zhixing/contract'
import { issueStates, titleKinds } from '@zhixing/contract/material-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import { usePlace } from '../resources/use-place.ts'

type Issue = Output<EntryOf<'materials.issues'>>['rows'][number]

/** What came for the branch: count it, and say what is missing. */
export function ParcelsPage() {
  const { organizationId } = usePlace()
  return (
    <SubPage title="签收书刊教材" back="/me">
      {organizationId ? <Parcels organizationId={organizationId} /> : null}
    </SubPage>
  )
}

function Parcels({ organizationId }: { organizationId: string }) {
  const asked = { organizationId, side: 'incoming', size: 50 } as const
  const answer = useAnswer('materials.issues', asked)
  return (
    <Answered answer={answer}>
      {({ rows: parcels, waiting }) =>
        parcels.length === 0 ? (
          <Empty title="还没有发来的书刊教材" example="红溪故事读本 12 册，县委发来，待签收。">
            上级发来书刊、光碟，点清册数在这里签收，就进支部的库存。
          </Empty>
        ) : (
          <>
            <Sentence note="点清再签收；少了写明情况，照实收数进库存。">
              待签收 <Count of={waiting} stress={waiting > 0} /> 批。
            </Sentence>
            {parcels.map((one) => (
              <Parcel key={`${one.issueId}${String(one.version)}`} parcel={one} />
            ))}
          </>
        )
      }
    </Answered>
  )
}

function Parcel({ parcel }: { parcel: Issue }) {
  const { titleName, kind, copies, received, fromName, on, state } = parcel
  return (
    <div className={rows.row}>
      <h2>{titleName}</h2>
      <p>
        {issueStates[state]}：{titleKinds[kind]} {copies} 册，{fromName} {monthDay(on)}发
      </p>
      {received === null ? null : (
        <small>
          {parcel.receivedBy}签收 {received} 册{parcel.answer ? `：${parcel.answer}` : ''}
        </small>
      )}
      {parcel.may.includes('confirm') ? <Receipt parcel={parcel} /> : null}
    </div>
  )
}

function Receipt({ parcel: { unitId, issueId, version, copies } }: { parcel: Issue }) {
  const { mutate, isPending, error } = useAct('materials.confirm')
  const [count, setCount] = useState(String(copies))
  const [answer, setAnswer] = useState('')
  const isShort = Number(count) < copies
  return (
    <>
      <label className={form.field}>
        实收多少册
        <input
          inputMode="numeric"
          value={count}
          onChange={({ target }) => setCount(target.value.replace(/\D/g, '').slice(0, 6))}
        />
      </label>
      {isShort ? (
        <label className={form.field}>
          少了的情况
          <input
            maxLength={200}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
          />
        </label>
      ) : null}
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={count === ''}
        onClick={() => mutate({ unitId, issueId, version, copies: Number(count), answer })}
      >
        签收
      </Button>
    </>
  )
}
