import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { BranchSelect } from '../members/BranchSelect.tsx'
import { PersonFields, type PersonValues } from './PersonFields.tsx'

type Values = PersonValues & { organizationId: string; appliedOn: string; idNumber: string }

/** Everything that the roll will ask for on the day of admission, so that nobody types it again. */
export function RegisterForm({ close }: { close: () => void }) {
  const navigate = useNavigate()
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.register"
      draft="new-applicant"
      initial={{ ethnicity: '01', employment: 'employed', appliedOn: thisDay() }}
      input={(values: Values) => ({ ...values, formId })}
      submit="登记"
      done={(key) => void navigate({ to: '/development/$unitId/$applicantId', params: key })}
      cancel={close}
    >
      <Form.Item name="organizationId" label="接收申请的党支部" rules={needed('选党支部')}>
        <BranchSelect />
      </Form.Item>
      <Form.Item name="appliedOn" label="递交入党申请书的日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <PersonFields />
    </ActForm>
  )
}
