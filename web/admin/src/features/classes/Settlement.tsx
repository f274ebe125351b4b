import { budgetLines, lecturerRanks } from '@zhixing/contract/class-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { CapTable } from './CapTable.tsx'
import { fenOf, keyOf, yuan, type ClassState } from './class.ts'
import styles from './Classes.module.css'

/** What was paid, beside what the rules allow for those who came. */
export function Settlement({ state }: { state: ClassState }) {
  const { open } = useSearch({ from: '/shell/classes/$unitId/$classId' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const answer = useAnswer('settlements.show', keyOf(state))
  const settle = useAct('settlements.settle')
  const isOpen = state.can.keep && ['announced', 'completed'].includes(state.state)
  return (
    <Answered answer={answer}>
      {({ people, days, lines, bills, totalFen, budgetFen }) => (
        <Section title="经费" aside={`实支 ${yuan(totalFen)}，预算 ${yuan(budgetFen)}`}>
          <CapTable label={`${people} 人 ${days} 天`} lines={lines} />
          {bills.length > 0 ? (
            <PlainTable
              columns={['日期', '项目', '收款人', '金额', '说明']}
              rows={bills.map((one) => [
                one.day,
                budgetLines[one.line],
                one.payee,
                yuan(one.fen),
                one.note,
              ])}
            />
          ) : null}
          {isOpen ? (
            <div className={styles.actions}>
              <Button onClick={() => change({ open: 'bill' })}>登记开支</Button>
              {state.state === 'completed' ? (
                <Button
                  type="primary"
                  loading={settle.isPending}
                  onClick={() => settle.mutate(keyOf(state))}
                >
                  结算
                </Button>
              ) : null}
            </div>
          ) : null}
          <p className={styles.problem} role="alert">
            {settle.error?.message}
          </p>
          <DetailPanel title="登记开支" open={open === 'bill' && isOpen} onClose={close}>
            <BillForm state={state} close={close} />
          </DetailPanel>
        </Section>
      )}
    </Answered>
  )
}

type Values = {
  line: keyof typeof budgetLines
  amount: number
  day: string
  payee: string
  note?: string
  rank?: keyof typeof lecturerRanks
  hours?: number
  halfDays?: number
}

function BillForm({ state, close }: { state: ClassState; close: () => void }) {
  const [billId] = useState(newId)
  return (
    <ActForm
      act="settlements.keep"
      draft={`class-bill:${state.classId}`}
      initial={{ line: 'food' as const, day: state.until, rank: 'none' as const }}
      input={({ amount, note = '', rank = 'none', hours = 0, halfDays = 0, ...said }: Values) => ({
        ...said,
        ...keyOf(state),
        billId,
        fen: fenOf(amount),
        note,
        rank,
        hours,
        halfDays,
      })}
      submit="登记"
      done={close}
      cancel={close}
    >
      <BillFields />
    </ActForm>
  )
}

function BillFields() {
  const line: Values['line'] | undefined = Form.useWatch('line')
  return (
    <>
      <Form.Item name="line" label="项目">
        <Select options={choicesOf(budgetLines)} />
      </Form.Item>
      <Form.Item name="amount" label="金额（元）" rules={[{ required: true, message: '写上金额' }]}>
        <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
      </Form.Item>
      <Form.Item name="day" label="日期">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="payee" label="收款人" rules={[{ required: true, message: '写上收款人' }]}>
        <Input maxLength={200} />
      </Form.Item>
      {line === 'lecturer' ? (
        <>
          <Form.Item name="rank" label="职称">
            <Select options={choicesOf(lecturerRanks)} />
          </Form.Item>
          <Form.Item name="hours" label="学时">
            <InputNumber min={0} max={200} />
          </Form.Item>
          <Form.Item name="halfDays" label="几个半天">
            <InputNumber min={1} max={100} precision={0} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}
