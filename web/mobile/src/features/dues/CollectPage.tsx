import type { EntryOf, Output } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import fields from '../../ui/Form.module.css'
import { yuan } from './fen.ts'

type Row = Output<EntryOf<'dues.grid'>>['rows'][number]

/** Who owes something in this branch: one tap on the name's button, one to confirm, and it is booked. */
export function CollectPage() {
  const me = useAnswer('accounts.me', {})
  const organizationId = me.data?.appointments[0]?.organizationId ?? me.data?.organization.id
  const answer = useAnswer(
    'dues.grid',
    { organizationId: organizationId ?? '' },
    { enabled: organizationId !== undefined },
  )
  return (
    <SubPage title="收党费" back="/dues">
      <Answered answer={answer}>
        {({ isBranch, rows: people, unknown }) => {
          if (!isBranch)
            return (
              <Empty title="党费在支部收">
                您任职的党组织不是党支部，各支部的收缴情况在电脑上看。
              </Empty>
            )
          const owing = people.filter((row) => owedBy(row) > 0)
          const sum = owing.reduce((all, row) => all + owedBy(row), 0)
          return (
            <>
              <Sentence
                note={unknown > 0 ? `${String(unknown)} 人还没有核定基数，请在电脑上核定` : ''}
              >
                {owing.length === 0 ? (
                  '到本月为止都交齐了。'
                ) : (
                  <>
                    <Count of={owing.length} stress /> 人还没有交，共 <Count of={yuan(sum)} /> 元。
                  </>
                )}
              </Sentence>
              {owing.map((row) => (
                <Owing key={row.memberId} row={row} />
              ))}
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

/** What is owed until this month and can still be paid. */
function owedBy({ cells }: Row): number {
  return cells.reduce((sum, { owedFen, paidFen }) => sum + Math.max(0, owedFen - paidFen), 0)
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

function Owing({ row }: { row: Row }) {
  const { unitId, memberId, name, standing } = row
  const [formId, setFormId] = useState<string>()
  const { mutate, isPending, error } = useAct('dues.pay')
  const fen = owedBy(row)
  const paidOn = today()
  const form = { unitId, memberId, fen, paidOn, way: 'cash' } as const
  return (
    <div className={rows.row}>
      <h2>{name}</h2>
      <small>
        应交 {yuan(fen)} 元{standing.months > 0 ? `，已欠 ${String(standing.months)} 个月` : ''}
      </small>
      {formId ? (
        <Button
          block
          color="primary"
          loading={isPending}
          onClick={() => mutate({ ...form, formId }, { onSuccess: () => setFormId(undefined) })}
        >
          确认收到 {name} 现金 {yuan(fen)} 元
        </Button>
      ) : (
        <Button aria-label={`收${name}的党费`} onClick={() => setFormId(newId())}>
          收
        </Button>
      )}
      <p className={fields.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}
