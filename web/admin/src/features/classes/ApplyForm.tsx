import {
  classKinds,
  classLevels,
  classOrigins,
  classRoutes,
  classTracks,
  feeClasses,
  lecturerRanks,
} from '@zhixing/contract/class-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { inputOf, valuesOf, type ApplyValues } from './apply-values.ts'
import { FromPlan } from './FromPlan.tsx'
import { keyOf, type ClassState } from './class.ts'

const needed = (message: string) => [{ required: true, message }]

/** A new application, or one that was returned; what it may cost is judged by the server, line by line. */
export function ApplyForm({ state, close }: { state?: ClassState; close: () => void }) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [classId] = useState(newId)
  const done = () => {
    void message.success('已保存，预算在规定之内')
    close()
  }
  const initial = valuesOf(state?.application)
  if (state)
    return (
      <ActForm
        act="classes.change"
        draft={`class:${state.classId}:${state.version}`}
        initial={initial}
        input={(values: ApplyValues) => ({
          ...inputOf(values, state.application),
          ...keyOf(state),
          version: state.version,
        })}
        submit="保存修改"
        done={done}
        cancel={close}
      >
        <Fields />
      </ActForm>
    )
  return (
    <ActForm
      act="classes.apply"
      draft={`class-apply:${organizationId}`}
      initial={initial}
      input={(values: ApplyValues) => ({ ...inputOf(values), classId, organizationId })}
      submit="保存申请"
      done={done}
      cancel={close}
    >
      <Fields />
    </ActForm>
  )
}

function Fields() {
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
        <Checkbox.Group options={choicesOf(classRoutes)} />
      </Form.Item>
      <Form.Item name="tracks" label="内容" rules={needed('至少选一轨')}>
        <Checkbox.Group options={choicesOf(classTracks)} />
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

function Lecturers() {
  return (
    <Form.List name="lecturers">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>讲课费</legend>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'name']} label="姓名" rules={needed('写上姓名')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'rank']} label="职称">
                <Select options={choicesOf(lecturerRanks)} />
              </Form.Item>
              <Form.Item name={[name, 'hours']} label="学时">
                <InputNumber min={0} max={200} />
              </Form.Item>
              <Form.Item name={[name, 'halfDays']} label="几个半天">
                <InputNumber min={1} max={100} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'amount']} label="金额（元，税后）">
                <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这一位</Button>
            </div>
          ))}
          <Button onClick={() => add({ rank: 'associate', hours: 3, halfDays: 1, amount: 0 })}>
            加一位授课人
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function Itinerary() {
  return (
    <Form.List name="itinerary">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>外出考察行程</legend>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'day']} label="日期" rules={needed('选日期')}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'place']} label="去哪里" rules={needed('写明去哪里')}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'purpose']} label="看什么" rules={needed('写明看什么')}>
                <Input maxLength={200} />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这一天</Button>
            </div>
          ))}
          <Button onClick={() => add({})}>加一天行程</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

/** What a class is to bring about, and how much of its time belongs to it. */
function Goals() {
  return (
    <Form.List name="goals">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>培训目标</legend>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'goal']} label="目标" rules={needed('写明目标')}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'category']} label="内容分类">
                <Select options={choicesOf(contentCategories)} />
              </Form.Item>
              <Form.Item name={[name, 'percent']} label="至少占课时的百分之几">
                <InputNumber min={0} max={100} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'measure']} label="怎么衡量">
                <Input maxLength={200} placeholder="如：闭卷考试，九成合格" />
              </Form.Item>
              <Form.Item name={[name, 'planGoalId']} hidden>
                <Input />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这个目标</Button>
            </div>
          ))}
          <Button
            onClick={() => add({ category: 'theory', percent: 30, measure: '', planGoalId: null })}
          >
            加一个目标
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function Partner() {
  const { organizationId } = useOrganization()
  const isPartnered = Form.useWatch('origin') === 'partner'
  const { data } = useAnswer('partners.list', { organizationId }, { enabled: isPartnered })
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
