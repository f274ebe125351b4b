import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { employments } from '@zhixing/contract/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { BranchSelect } from '../members/BranchSelect.tsx'

type Values = {
  organizationId: string
  appliedOn: string
  name: string
  idNumber: string
  ethnicity: string
  education: string
  employment: keyof typeof employments
  occupation?: string
  phone?: string
  address?: string
  isFrontline?: boolean
}

const needed = (message: string) => [{ required: true, message }]
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

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
      <Form.Item name="name" label="姓名" rules={needed('填姓名')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label="公民身份证号"
        extra="出生日期和性别由号码读出；加密保存"
        rules={needed('填身份证号')}
      >
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="ethnicity" label="民族" rules={needed('选民族')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={optionsOf(ethnicities)} />
      </Form.Item>
      <Form.Item name="education" label="学历" rules={needed('选学历')}>
        <Select options={optionsOf(educations)} />
      </Form.Item>
      <Form.Item name="employment" label="从业状况" rules={needed('选从业状况')}>
        <Select options={optionsOf(employments)} />
      </Form.Item>
      <Form.Item name="occupation" label="工作岗位">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="isFrontline" valuePropName="checked">
        <Checkbox>在生产、工作一线</Checkbox>
      </Form.Item>
      <Form.Item name="phone" label="联系电话">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="address" label="家庭住址">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
