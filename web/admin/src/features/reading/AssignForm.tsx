import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Values = { title: string; courseId?: string; chapters: string; dueOn: string }
const usualDays = 60

/** Which book or document, in which chapters, by when; its text may be one of the library. */
export function AssignForm({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [taskId] = useState(newId)
  const books = useAnswer('courses.list', { organizationId, state: 'published', size: 200 })
  const texts = (books.data?.rows ?? []).filter(
    ({ genre }) => genre === 'book' || genre === 'document',
  )
  return (
    <Modal open width="40rem" title="布置阅读任务" onCancel={close} footer={null}>
      <ActForm
        act="reading.assign"
        draft="reading-task"
        initial={{ dueOn: addDays(thisDay(), usualDays) }}
        input={({ title, courseId, chapters, dueOn }: Values) => ({
          taskId,
          organizationId,
          title,
          courseId: courseId ?? null,
          dueOn,
          chapters: chapters
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
            .map((line) => ({ title: line })),
        })}
        submit="布置并通知党员"
        done={close}
        cancel={close}
      >
        <Form.Item
          name="title"
          label="书目或文件"
          rules={[{ required: true, message: '请写题目' }]}
        >
          <Input maxLength={100} placeholder="例：原著选读" />
        </Form.Item>
        <Form.Item name="courseId" label="课程库里的原文（可不选）">
          <Select
            allowClear
            options={texts.map(({ courseId: value, title: label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item
          name="chapters"
          label="章节（一行一章）"
          rules={[{ required: true, message: '至少写一章' }]}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} />
        </Form.Item>
        <Form.Item name="dueOn" label="读完的期限">
          <Input type="date" />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}
