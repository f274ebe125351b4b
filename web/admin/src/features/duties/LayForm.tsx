import { dutyLevels, dutyRhythms } from '@zhixing/contract/duty-words.ts'
import { posts, sectors } from '@zhixing/contract/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Checkbox, Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Template } from './duty.ts'
import { needed } from '../../ui/form/needed.ts'

type Values = Pick<
  Template,
  | 'title'
  | 'statement'
  | 'clause'
  | 'level'
  | 'post'
  | 'tiers'
  | 'sectors'
  | 'rhythm'
  | 'needsEvidence'
  | 'from'
>

const tierChoices = [1, 2, 3, 4, 5].map((value) => ({ value, label: `${value} 级` }))

export function LayForm({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  return (
    <ActForm
      act="duties.lay"
      draft={`duty-lay:${organizationId}`}
      initial={{
        level: 'branch',
        post: 'secretary',
        rhythm: 'quarter',
        tiers: [],
        sectors: [],
        needsEvidence: true,
        from: `${thisDay().slice(0, 4)}-01-01`,
      }}
      input={(values: Values) => ({ organizationId, ...values })}
      submit="定下"
      done={({ binds }) => {
        void message.success(`已定下，适用 ${binds} 个组织`)
        close()
      }}
      cancel={close}
    >
      <Form.Item name="title" label="责任事项" rules={needed('写上责任事项')}>
        <Input maxLength={100} placeholder="如：专题研究党员教育" />
      </Form.Item>
      <Form.Item name="statement" label="做什么、做到什么程度" rules={needed('写明内容')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="clause" label="依据" rules={needed('写明依据')}>
        <Input maxLength={200} />
      </Form.Item>
      <Who />
      <Form.Item name="rhythm" label="多久一次">
        <Select options={choicesOf(dutyRhythms)} />
      </Form.Item>
      <Form.Item name="needsEvidence" valuePropName="checked">
        <Checkbox>完成时须附佐证材料</Checkbox>
      </Form.Item>
      <Form.Item name="from" label="自哪天起执行" rules={needed('选一个日期')}>
        <Input type="date" />
      </Form.Item>
    </ActForm>
  )
}

function Who() {
  return (
    <>
      <Form.Item name="level" label="哪一级组织">
        <Select options={choicesOf(dutyLevels)} />
      </Form.Item>
      <Form.Item name="post" label="哪个岗位">
        <Select options={choicesOf(posts)} />
      </Form.Item>
      <Form.Item name="tiers" label="只对这些分级（不选为全部）">
        <Select mode="multiple" options={tierChoices} />
      </Form.Item>
      <Form.Item name="sectors" label="只对这些领域（不选为全部）">
        <Select mode="multiple" options={choicesOf(sectors)} />
      </Form.Item>
    </>
  )
}
