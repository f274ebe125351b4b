import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Form, Input } from 'antd'
import { daySaid } from '../../../format/day-said.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Organizations.module.css'
import type { FormProps } from '../types.ts'

type Values = { extendedTo: string; reason: string }

export function ExtendForm({ shown, close }: FormProps) {
  const { organization, term } = shown
  if (!term) return <Empty title="没有登记本届班子">先登记换届，才能登记延期。</Empty>
  return (
    <ActForm
      act="committees.extend"
      draft={`extend:${organization.id}`}
      initial={{}}
      submit="登记延期"
      input={(values: Values) => ({ ...values, organizationId: organization.id })}
      done={close}
      cancel={close}
    >
      <p className={styles.effect}>
        本届任期{daySaid(term.endsOn)}届满。延期须经上级批准，一般不超过一年。
      </p>
      <Form.Item
        name="extendedTo"
        label="延期到"
        rules={[{ required: true, message: '选一个日期' }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="上级批复"
        rules={[{ required: true, min: 2, message: '写明批复的机关和文号' }]}
      >
        <Input />
      </Form.Item>
    </ActForm>
  )
}
