import {
  classKinds,
  classLevels,
  classOrigins,
  classRoutes,
  classTracks,
  feeClasses,
} from '@zhixing/contract/class-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Goals, Itinerary, Lecturers } from './ApplyLists.tsx'
import { FromPlan } from './FromPlan.tsx'
import { Choices } from '../../ui/form/Choices.tsx'
import { needed } from '../../ui/form/needed.ts'

/** What a class is, when, for whom and for how much. */
export function ApplyFields() {
  return (
    <>
      <FromPlan />
      <Form.Item name="title" label="班次名称" rules={needed('写上班次名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <What />
      <When />
      <Form.Item name="purpose" label="目的" rules={needed('写明目的')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Goals />
      <Form.Item name="compulsory" label="必修课（排课时必须有）">
        <Select mode="tags" open={false} placeholder="写一门，按回车" />
      </Form.Item>
      <Form.Item name="requirements" label="有关要求">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="contactName" label="联系人">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contactPhone" label="联系电话">
        <Input maxLength={40} />
      </Form.Item>
      <Money />
      <Lecturers />
      <Itinerary />
    </>
  )
}

function What() {
  return (
    <>
      <Form.Item name="kind" label="类型">
        <Select options={choicesOf(classKinds)} />
      </Form.Item>
      <Form.Item name="level" label="层级">
        <Select options={choicesOf(classLevels)} />
      </Form.Item>
      <Form.Item name="origin" label="谁办">
        <Select options={choicesOf(classOrigins)} />
      </Form.Item>
      <Partner />
      <Form.Item name="routes" label="办班路径" rules={needed('至少选一种')}>
        <Choices options={choicesOf(classRoutes)} />
      </Form.Item>
      <Form.Item name="tracks" label="内容" rules={needed('至少选一轨')}>
        <Choices options={choicesOf(classTracks)} />
      </Form.Item>
      <Form.Item name="hasExam" valuePropName="checked">
        <Checkbox>结业考试（发展对象、入党积极分子班必须有）</Checkbox>
      </Form.Item>
      <Form.Item name="isOpenToObservers" valuePropName="checked">
        <Checkbox>开放旁听（不占名额）</Checkbox>
      </Form.Item>
    </>
  )
}

function When() {
  return (
    <>
      <Form.Item name="from" label="开始" rules={needed('选开始日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="结束" rules={needed('选结束日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="enrolBy" label="报名截止" rules={needed('选截止日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="travelDays" label="报到和撤离合计几天">
        <InputNumber min={0} max={2} precision={0} />
      </Form.Item>
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="people" label="计划人数" rules={needed('写上人数')}>
        <InputNumber min={1} max={5000} precision={0} />
      </Form.Item>
      <Form.Item name="audience" label="对象">
        <Input maxLength={200} placeholder="如：各党支部书记" />
      </Form.Item>
    </>
  )
}

const amounts = [
  ['lodging', '住宿费（元）'],
  ['food', '伙食费（元）'],
  ['venue', '场地、资料、交通费（元）'],
  ['other', '其他费用（元）'],
  ['tour', '外出考察费（元）'],
] as const

function Money() {
  return (
    <>
      <Form.Item name="feeClass" label="经费标准">
        <Select options={choicesOf(feeClasses)} />
      </Form.Item>
      {amounts.map(([key, label]) => (
        <Form.Item key={key} name={['amounts', key]} label={label}>
          <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
        </Form.Item>
      ))}
    </>
  )
}

function Partner() {
  const { organizationId } = useOrganization()
  const isPartnered = Form.useWatch('origin') === 'partner'
  const { data } = useAnswer(
    'partners.list',
    { organizationId, size: 200 },
    { enabled: isPartnered },
  )
  if (!isPartnered) return null
  return (
    <Form.Item name="partnerId" label="合作部门" rules={needed('选一个合作部门')}>
      <Select
        options={(data?.rows ?? []).map(({ partnerId, name }) => ({
          value: partnerId,
          label: name,
        }))}
      />
    </Form.Item>
  )
}
