import { studyForms } from '@zhixing/contract/study-words.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { momentsOf, type When } from '../tours/fields.tsx'
import type { Session } from './SessionPanel.tsx'
import styles from './StudyGroups.module.css'

type Group = Output<EntryOf<'studyGroups.show'>>

type Values = When & {
  title: string
  form: keyof typeof studyForms
  place?: string
  isExtended?: boolean
  topicId?: string
  bookIds?: string[]
  speakers?: string
  hearing?: string
}

function factsOf({ day, from, until, topicId, ...values }: Values) {
  return { ...values, ...momentsOf({ day, from, until }), topicId: topicId ?? null }
}

/** A sitting that is planned from the year's plan: choosing a topic fills in what it says. */
export function NewSession({ group, close }: { group: Group; close: () => void }) {
  const { unitId, groupId, plan } = group
  const [sessionId] = useState(newId)
  return (
    <DetailPanel title="安排学习" open onClose={close}>
      <ActForm
        act="studyGroups.planSession"
        draft={`study-session:${groupId}`}
        initial={{ form: 'discussion', from: '09:00', until: '11:30' }}
        input={(values: Values) => ({ unitId, groupId, sessionId, ...factsOf(values) })}
        submit="安排并通知"
        done={close}
        cancel={close}
      >
        <SessionFields plan={plan} />
      </ActForm>
    </DetailPanel>
  )
}

/** The same, changed before it begins. */
export function SessionForm({ session, close }: { session: Session; close: () => void }) {
  const { unitId, sessionId, groupId, version, startsAt, endsAt, topicId } = session
  const year = Number(dayOf(startsAt).slice(0, 4))
  const answer = useAnswer('studyGroups.show', { unitId, groupId, year })
  const { title, form, place, isExtended, bookIds, speakers, hearing } = session
  return (
    <DetailPanel title="改时间地点" open onClose={close}>
      <Answered answer={answer}>
        {({ plan }) => (
          <ActForm
            act="studyGroups.changeSession"
            draft=""
            initial={{
              title,
              form,
              place,
              isExtended,
              bookIds,
              speakers,
              hearing,
              ...(topicId ? { topicId } : {}),
              day: dayOf(startsAt),
              from: timeOf(startsAt),
              until: timeOf(endsAt),
            }}
            input={(values: Values) => ({ unitId, sessionId, version, ...factsOf(values) })}
            submit="保存"
            done={close}
            cancel={close}
          >
            <SessionFields plan={plan} />
          </ActForm>
        )}
      </Answered>
    </DetailPanel>
  )
}

function SessionFields({ plan }: Pick<Group, 'plan'>) {
  const form = Form.useFormInstance<Values>()
  const kind = Form.useWatch('form', form)
  const fill = (topicId: string | undefined) => {
    const topic = plan?.topics.find(({ id }) => id === topicId)
    if (topic) form.setFieldsValue({ title: topic.title, form: topic.form, speakers: topic.lead })
  }
  return (
    <>
      <Form.Item name="topicId" label="年度计划里的专题">
        <Select
          allowClear
          placeholder={plan ? '不选就是计划外的学习' : '还没有年度计划'}
          options={(plan?.topics ?? []).map(({ id, month, title }) => ({
            value: id,
            label: `${String(month)}月：${title}`,
          }))}
          onChange={fill}
        />
      </Form.Item>
      <Form.Item name="title" label="学习主题" rules={needed('写上主题')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="form" label="形式" rules={needed('选一种')}>
        <Select options={choicesOf(studyForms)} />
      </Form.Item>
      <Times />
      {kind === 'selfStudy' ? null : (
        <Form.Item name="place" label="地点" rules={needed('写上地点')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="isExtended" valuePropName="checked">
        <Checkbox>扩大学习，扩大人员也要参加</Checkbox>
      </Form.Item>
      <Form.Item name="bookIds" label="学哪些书目">
        <Select
          mode="multiple"
          placeholder="年度计划里的书目"
          options={(plan?.books ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item name="speakers" label="主讲、重点发言">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="hearing" label="听取谁的党员教育培训汇报（没有就不填）">
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

function Times() {
  return (
    <>
      <Form.Item name="day" label="哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="from" label="几点开始" rules={needed('写上时间')}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="until" label="几点结束" rules={needed('写上时间')}>
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  )
}
