import type { EntryOf, Output } from '@zhixing/contract'
import { addDays, fullDay } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from '../topics/Topics.module.css'
import type { Course } from './CoursePanel.tsx'

/** Who took it from the menu and what came of it, unit by unit. */
export function Usage({ course: { courseId, title } }: { course: Course }) {
  const may = useMay()
  const answer = useAnswer('courses.usage', { courseId })
  const withdraw = useAct('courses.withdrawOrder')
  const [isOrdering, setOrdering] = useState(false)
  return (
    <Section title="使用记录" aside="点课和学习都自动登记">
      <Answered answer={answer}>
        {({ orders, units }) => (
          <>
            <ul className={styles.list} aria-label="点课">
              {orders.map((one) => (
                <li key={one.orderId}>
                  <span>
                    {one.organizationName}{' '}
                    <small>
                      {fullDay(one.dueOn)}前学完{one.isWithdrawn ? '，已撤回' : ''}
                    </small>
                  </span>
                  <span>
                    {one.done}/{one.people} 人
                    {one.canWithdraw ? (
                      <Button
                        size="small"
                        type="link"
                        onClick={() => withdraw.mutate({ orderId: one.orderId })}
                      >
                        撤回
                      </Button>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
            <Units units={units} />
            {orders.length + units.length === 0 ? <p>还没有单位点课，也还没有人学。</p> : null}
          </>
        )}
      </Answered>
      {may('courses.order') ? (
        <Button onClick={() => setOrdering(true)}>为本组织点课</Button>
      ) : null}
      {isOrdering ? (
        <OrderForm courseId={courseId} title={title} close={() => setOrdering(false)} />
      ) : null}
    </Section>
  )
}

type Units = Output<EntryOf<'courses.usage'>>['units']

function Units({ units }: { units: Units }) {
  return (
    <ul className={styles.list} aria-label="各单位学习">
      {units.map((one) => (
        <li key={one.organizationName}>
          <span>
            {one.organizationName} <small>最近 {fullDay(one.lastOn)}</small>
          </span>
          <span>
            {one.learners} 人学，{one.done} 人学完，记 {one.minutes} 分钟
          </span>
        </li>
      ))}
    </ul>
  )
}

type Props = { courseId: string; title: string; close: () => void }
type Values = { dueOn: string; note?: string }
const usualDays = 30

function OrderForm({ courseId, title, close }: Props) {
  const { organizationId } = useOrganization()
  const [orderId] = useState(newId)
  return (
    <Modal open title={`点课：${title}`} onCancel={close} footer={null}>
      <ActForm
        act="courses.order"
        draft=""
        initial={{ dueOn: addDays(thisDay(), usualDays) }}
        input={({ dueOn, note = '' }: Values) => ({
          orderId,
          courseId,
          organizationId,
          dueOn,
          note,
        })}
        submit="点课并通知党员"
        done={close}
        cancel={close}
      >
        <Form.Item name="dueOn" label="学完的期限">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label="要求">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}
