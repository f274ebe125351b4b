import { courseStates } from '@zhixing/contract/course-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'

/** A course that something may still be put into: not one that is being reviewed or learned from. */
export function CourseSelect() {
  const { organizationId } = useOrganization()
  const [text, setText] = useState('')
  const { data } = useAnswer('courses.list', { organizationId, text, size: 50 })
  const options = (data?.rows ?? [])
    .filter(({ state }) => state !== 'published' && state !== 'inReview')
    .map(({ courseId, title, state }) => ({
      value: courseId,
      label: `${title}（${courseStates[state]}）`,
    }))
  return (
    <Form.Item
      name="courseId"
      label="放进哪门课程（草稿、退回或下架的）"
      rules={[{ required: true, message: '选一门课程' }]}
    >
      <Select showSearch filterOption={false} onSearch={setText} options={options} />
    </Form.Item>
  )
}
