import { newId } from '@zhixing/kit/new-id.ts'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { PersonFields, type PersonValues } from './PersonFields.tsx'
import { keyOf, type Shown } from './shown.ts'

type Values = PersonValues & { reason: string }

/** Puts right what was written down wrong; what changed, and why, stays in the chronicle. */
export function CorrectForm({ shown, close }: { shown: Shown; close: () => void }) {
  const [formId] = useState(newId)
  const { name, ethnicity, education, employment, occupation, isFrontline, abilities } = shown
  const known = { name, ethnicity, education, employment, occupation, isFrontline, abilities }
  return (
    <ActForm
      act="development.correct"
      draft=""
      initial={known}
      input={({ idNumber = '', ...values }: Values) => ({
        ...keyOf(shown),
        ...values,
        formId,
        idNumber,
        version: shown.version,
      })}
      submit="更正"
      done={close}
      cancel={close}
    >
      <p>
        现登记：{shown.idNumber}，电话 {shown.phone || '未登记'}。
      </p>
      <PersonFields isKnown />
      <Form.Item name="reason" label="更正的依据" rules={needed('写明依据')}>
        <Input maxLength={200} placeholder="例：学历证书核对，原登记有误" />
      </Form.Item>
    </ActForm>
  )
}
