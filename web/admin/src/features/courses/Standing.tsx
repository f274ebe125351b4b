import { courseHonours } from '@zhixing/contract/course-words.ts'
import { organizerLevels } from '@zhixing/contract/learning-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from '../topics/Topics.module.css'
import type { Course } from './CoursePanel.tsx'

type Level = keyof typeof organizerLevels
const levels = keysOf(organizerLevels).map((value) => ({ value, label: organizerLevels[value] }))

/** What it won, and where people outside saw it. */
export function Standing({ course }: { course: Course }) {
  const may = useMay()
  const [form, setForm] = useState<'honour' | 'air'>()
  const { honours, broadcasts, genre, courseId } = course
  const close = () => setForm(undefined)
  return (
    <Section title="称号与播出">
      <p>{honours.map((honour) => courseHonours[honour]).join('、') || '还没有称号。'}</p>
      <ul className={styles.list}>
        {broadcasts.map(({ outlet, level, airedOn, link }) => (
          <li key={`${outlet}:${airedOn}`}>
            <a href={link} target="_blank" rel="noreferrer">
              {outlet}
            </a>
            <small>
              {organizerLevels[level]}，{airedOn} 播出
            </small>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {may('courses.review') ? <Button onClick={() => setForm('honour')}>授予称号</Button> : null}
        {genre === 'film' && may('courses.edit') ? (
          <Button onClick={() => setForm('air')}>登记播出</Button>
        ) : null}
      </div>
      {form === 'honour' ? <HonourForm courseId={courseId} close={close} /> : null}
      {form === 'air' ? <AirForm courseId={courseId} close={close} /> : null}
    </Section>
  )
}

type Props = { courseId: string; close: () => void }
type Won = { honour: keyof typeof courseHonours; level: Level; on: string; basis: string }

function HonourForm({ courseId, close }: Props) {
  return (
    <Modal open title="授予称号" onCancel={close} footer={null}>
      <ActForm
        act="courses.honour"
        draft=""
        initial={{ honour: 'fineClass', level: 'county', on: thisDay() }}
        input={(values: Won) => ({ courseId, ...values })}
        submit="授予"
        done={close}
        cancel={close}
      >
        <Form.Item name="honour" label="称号">
          <Select
            options={keysOf(courseHonours).map((value) => ({
              value,
              label: courseHonours[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="level" label="级别">
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="on" label="日期">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="basis" label="依据" rules={[{ required: true, message: '请写明依据' }]}>
          <Input maxLength={200} placeholder="例：县委组织部第三届评选" />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}

type Aired = { outlet: string; level: Level; airedOn: string; link: string }

function AirForm({ courseId, close }: Props) {
  const [airingId] = useState(newId)
  return (
    <Modal open title="登记播出" onCancel={close} footer={null}>
      <ActForm
        act="courses.air"
        draft=""
        initial={{ level: 'province', airedOn: thisDay() }}
        input={(values: Aired) => ({ courseId, airingId, ...values })}
        submit="登记"
        done={close}
        cancel={close}
      >
        <Form.Item
          name="outlet"
          label="播出平台"
          rules={[{ required: true, message: '请写播出平台' }]}
        >
          <Input maxLength={100} placeholder="例：“共产党员”公众号" />
        </Form.Item>
        <Form.Item name="level" label="级别">
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="airedOn" label="播出日期">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="link" label="链接" rules={[{ required: true, message: '请写链接' }]}>
          <Input placeholder="https://" />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}
