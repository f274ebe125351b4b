import { lecturerRanks } from '@zhixing/contract/class-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { needed } from '../../ui/form/needed.ts'

/** What a class is to bring about, and how much of its time belongs to it. */
export function Goals() {
  return (
    <Lines
      name="goals"
      title="培训目标"
      add="加一个目标"
      remove="去掉这个目标"
      fresh={{ category: 'theory', percent: 30, measure: '', planGoalId: null }}
    >
      {(name) => (
        <>
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
        </>
      )}
    </Lines>
  )
}

export function Lecturers() {
  return (
    <Lines
      name="lecturers"
      title="讲课费"
      add="加一位授课人"
      remove="去掉这一位"
      fresh={{ rank: 'associate', hours: 3, halfDays: 1, amount: 0 }}
    >
      {(name) => (
        <>
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
        </>
      )}
    </Lines>
  )
}

export function Itinerary() {
  return (
    <Lines name="itinerary" title="外出考察行程" add="加一天行程" remove="去掉这一天" fresh={{}}>
      {(name) => (
        <>
          <Form.Item name={[name, 'day']} label="日期" rules={needed('选日期')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[name, 'place']} label="去哪里" rules={needed('写明去哪里')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={[name, 'purpose']} label="看什么" rules={needed('写明看什么')}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </Lines>
  )
}

type LinesProps = {
  readonly name: string
  readonly title: string
  readonly add: string
  readonly remove: string
  readonly fresh: object
  readonly children: (name: number) => ReactNode
}

/** Lines of one kind under a title, each added and taken away by a button that says what it does. */
function Lines({ name: list, title, fresh, children, ...words }: LinesProps) {
  return (
    <Form.List name={list}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{title}</legend>
          {fields.map(({ key, name }) => (
            <div key={key}>
              {children(name)}
              <Button onClick={() => remove(name)}>{words.remove}</Button>
            </div>
          ))}
          <Button onClick={() => add(fresh)}>{words.add}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
