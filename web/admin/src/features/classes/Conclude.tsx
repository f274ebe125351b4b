import { Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { keyOf, type ClassState, type Session } from './class.ts'

/** What came out of a discussion. */
export function Conclude({ state, session }: { state: ClassState; session: Session }) {
  const { sessionId, version, summary, topic, groups } = session
  return (
    <ActForm
      act="timetables.conclude"
      draft={`class-summary:${sessionId}`}
      initial={{ summary }}
      input={(values: { summary: string }) => ({ ...keyOf(state), sessionId, version, ...values })}
      submit="保存小结"
      done={() => undefined}
    >
      {topic ? (
        <p>
          题目：{topic}；分组：{groups}
        </p>
      ) : null}
      <Form.Item name="summary" label="讨论小结" rules={[{ required: true, message: '写上小结' }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </ActForm>
  )
}
