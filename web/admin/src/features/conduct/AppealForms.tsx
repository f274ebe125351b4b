import { Form, Input, Select } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { File } from './CaseView.tsx'

/** Of somebody who comes by or writes. */
export function AppealForm({
  file: { unitId, caseId, version },
  day,
}: {
  file: File
  day: string
}) {
  return (
    <>
      <h3>登记申诉</h3>
      <ActForm
        act="conduct.recordAppeal"
        draft=""
        isSecond
        initial={{ on: day }}
        input={(values: { on: string; text: string }) => ({ ...values, unitId, caseId, version })}
        submit="登记申诉"
        done={() => undefined}
      >
        <Form.Item name="on" label="收到日期">
          <Input type="date" max={day} />
        </Form.Item>
        <Form.Item name="text" label="申诉内容" rules={[{ required: true, message: '写明内容' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
        </Form.Item>
      </ActForm>
    </>
  )
}

export function AnswerForm({ file: { unitId, caseId, version } }: { file: File }) {
  return (
    <>
      <h3>复议申诉</h3>
      <ActForm
        act="conduct.answerAppeal"
        draft=""
        initial={{ state: 'upheld' }}
        input={(values: { state: 'upheld' | 'revoked'; answer: string }) => ({
          ...values,
          unitId,
          caseId,
          version,
        })}
        submit="作出复议"
        done={() => undefined}
      >
        <Form.Item name="state" label="结果">
          <Select
            options={[
              { value: 'upheld', label: '维持原决定' },
              { value: 'revoked', label: '撤销原决定，恢复原状' },
            ]}
          />
        </Form.Item>
        <Form.Item name="answer" label="理由" rules={[{ required: true, message: '写明理由' }]}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
