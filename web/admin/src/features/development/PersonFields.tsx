import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { employments } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Checkbox, Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { needed } from '../../ui/form/needed.ts'

export type PersonValues = {
  name: string
  idNumber?: string
  ethnicity: string
  education: string
  employment: keyof typeof employments
  occupation?: string
  phone?: string
  address?: string
  isFrontline?: boolean
  abilities?: string[]
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is known of somebody on the way; what is sealed may stay empty where it is not to change. */
export function PersonFields({ isKnown = false }: { isKnown?: boolean }) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('development.practice', { organizationId })
  const keep = isKnown ? '留空表示不变' : ''
  return (
    <>
      <Form.Item name="name" label="姓名" rules={needed('填姓名')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label="公民身份证号"
        extra={keep || '出生日期和性别由号码读出；加密保存'}
        {...(isKnown ? {} : { rules: needed('填身份证号') })}
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
      <Form.Item name="abilities" label="能力分类">
        <Select
          mode="multiple"
          options={(data?.abilities ?? []).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="phone" label="联系电话" extra={keep}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="address" label="家庭住址" extra={keep}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}
