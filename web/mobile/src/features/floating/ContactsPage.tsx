import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import form from '../../ui/Form.module.css'
import styles from './Floating.module.css'

type Row = Output<EntryOf<'floating.list'>>['rows'][number]

/** Whom to ring today: one press opens the member, the second writes the contact down. */
export function ContactsPage() {
  const me = useAnswer('accounts.me', {})
  const organizationId = me.data?.appointments[0]?.organizationId ?? ''
  const enabled = organizationId !== ''
  const answer = useAnswer('floating.list', { organizationId, size: 200 }, { enabled })
  return (
    <SubPage title="联系流动党员" back="/me">
      <Answered answer={enabled ? answer : { ...answer, error: me.error }}>
        {({ rows: people, counts, today }) =>
          counts.total === 0 ? (
            <Empty title="没有流动党员">名册上登记了外出的党员会出现在这里。</Empty>
          ) : (
            <>
              <Sentence note="超期的在前；点姓名，再点结果，就记下了">
                <Count of={counts.overdue} stress={counts.overdue > 0} /> 人超期未联系，共{' '}
                {counts.total} 人。
              </Sentence>
              {people.map((row) => (
                <Person key={row.memberId} row={row} today={today} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Person({ row, today }: { row: Row; today: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const { name, destination, lastContact, contact } = row
  return (
    <div>
      <button
        type="button"
        className={styles.host}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {name}，{destination || '去向未登记'}
        <small>
          {contact.isOverdue
            ? `${monthDay(contact.dueOn)} 已超期`
            : `${monthDay(contact.dueOn)}前联系`}
          ，最近联系 {lastContact ?? '没有记录'}
        </small>
      </button>
      {isOpen ? <Log row={row} today={today} close={() => setIsOpen(false)} /> : null}
    </div>
  )
}

type LogProps = { row: Row; today: string; close: () => void }

function Log({ row: { unitId, memberId }, today, close }: LogProps) {
  const [formId] = useState(newId)
  const { mutate, isPending, error } = useAct('floating.contact')
  const log = (way: 'phone' | 'message', isReached: boolean) =>
    mutate({ unitId, memberId, formId, on: today, way, isReached }, { onSuccess: close })
  return (
    <>
      <p className={styles.acts}>
        <Button color="primary" loading={isPending} onClick={() => log('phone', true)}>
          电话联系上
        </Button>
        <Button onClick={() => log('message', true)}>微信联系上</Button>
        <Button onClick={() => log('phone', false)}>没联系上</Button>
      </p>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
