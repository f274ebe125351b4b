import { Form, Input, InputNumber } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { keyOf, type ClassState, type Learner } from './class.ts'

type Props = { state: ClassState; learner: Learner; close: () => void }
type Values = { score?: number | null; missed?: number | null; outcome?: string }

/** The exam, what somebody on no roll missed, and what came of it. */
export function GradeForm({ state, learner, close }: Props) {
  const { enrolmentId, version, score, missedMinutes, outcome } = learner
  const isFixed = state.state === 'completed'
  return (
    <ActForm
      act="enrolments.grade"
      draft=""
      initial={{ score, missed: missedMinutes === null ? null : missedMinutes / 60, outcome }}
      input={(values: Values) => ({
        ...keyOf(state),
        enrolmentId,
        version,
        score: values.score ?? null,
        missedMinutes: values.missed == null ? null : Math.round(values.missed * 60),
        outcome: values.outcome ?? '',
      })}
      submit="保存"
      done={close}
      cancel={close}
    >
      {state.application.hasExam ? (
        <Form.Item name="score" label="考试成绩（百分制）">
          <InputNumber min={0} max={100} precision={0} disabled={isFixed} />
        </Form.Item>
      ) : null}
      {learner.memberId === null ? (
        <Form.Item name="missed" label="缺课多少小时（党员按点名计）">
          <InputNumber min={0} max={1000} disabled={isFixed} />
        </Form.Item>
      ) : null}
      <Form.Item name="outcome" label="取得的证书、就业创业情况">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
