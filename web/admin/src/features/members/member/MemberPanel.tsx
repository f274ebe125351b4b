import { excuseReasons, leaveReasons } from '@zhixing/contract/words.ts'
import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { BranchSelect } from '../BranchSelect.tsx'
import type { Doing } from '../routes.ts'
import { ChangeFacts } from './ChangeFacts.tsx'
import type { Member } from './member.ts'
import { GrowForm, ProfileForm } from './ProfileForms.tsx'
import { today } from './today.ts'

type Props = { member: Member; doing: Doing }
type FormProps = { member: Member; done: () => void }

const titles: Record<Doing, string> = {
  change: '修改资料',
  move: '调整支部',
  leave: '移出名册',
  excuse: '免作硬性要求',
  tag: '加标签',
  profile: '学员画像',
  grow: '新型农民成长记录',
}
const forms: Record<Doing, (props: FormProps) => ReactNode> = {
  change: ChangeFacts,
  move: Move,
  leave: Leave,
  excuse: Excuse,
  tag: Tag,
  profile: ProfileForm,
  grow: GrowForm,
}

/** What is being done to this member; its place is in the address. */
export function MemberPanel({ member, doing }: Props) {
  const change = useSearchChange()
  const { message } = App.useApp()
  const close = () => change({ doing: undefined })
  const FormOf = forms[doing]
  const done = () => {
    void message.success(`${titles[doing]}：已保存`)
    close()
  }
  return (
    <DetailPanel title={`${member.facts.name} · ${titles[doing]}`} open onClose={close}>
      <FormOf member={member} done={done} />
    </DetailPanel>
  )
}

function DayItem({
  name,
  label,
  required = true,
}: {
  name: string
  label: string
  required?: boolean
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required, message: `请填写${label}` }]}>
      <Input type="date" />
    </Form.Item>
  )
}

function Move({ member: { unitId, memberId, version }, done }: FormProps) {
  return (
    <ActForm
      act="members.move"
      draft={`move:${memberId}`}
      initial={{ from: today(), reason: '' }}
      input={(values: { organizationId: string; from: string; reason: string }) => ({
        unitId,
        memberId,
        version,
        ...values,
      })}
      submit="调整"
      done={done}
    >
      <Form.Item
        name="organizationId"
        label="调到"
        rules={[{ required: true, message: '请选择党支部' }]}
      >
        <BranchSelect />
      </Form.Item>
      <DayItem name="from" label="从哪天起" />
      <Form.Item name="reason" label="原因">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

function Leave({ member: { unitId, memberId, version }, done }: FormProps) {
  const options = (['transferred', 'died', 'removed', 'expelled', 'other'] as const).map(
    (value) => ({ value, label: leaveReasons[value] }),
  )
  return (
    <ActForm
      act="members.leave"
      draft={`leave:${memberId}`}
      initial={{ on: today(), note: '' }}
      input={(values: {
        on: string
        because: (typeof options)[number]['value']
        note: string
      }) => ({
        unitId,
        memberId,
        version,
        ...values,
      })}
      submit="移出名册"
      done={done}
    >
      <p>移出后不再计入人数和应学人数；学时、会议记录和沿革保留。</p>
      <Form.Item name="because" label="原因" rules={[{ required: true, message: '请选择原因' }]}>
        <Select options={options} />
      </Form.Item>
      <DayItem name="on" label="日期" />
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type ExcuseValues = {
  reason: keyof typeof excuseReasons
  from: string
  until?: string
  approvedBy: string
  note: string
}

function Excuse({ member: { unitId, memberId }, done }: FormProps) {
  const options = Object.entries(excuseReasons).map(([value, label]) => ({ value, label }))
  return (
    <ActForm
      act="members.excuse"
      draft={`excuse:${memberId}`}
      initial={{ from: today(), note: '' }}
      input={({ until, ...values }: ExcuseValues) => ({
        unitId,
        memberId,
        ...values,
        until: until || null,
      })}
      submit="登记"
      done={done}
    >
      <p>依据《中国共产党党员教育管理工作条例》第二十三条：不作硬性要求，改为送学上门。</p>
      <Form.Item name="reason" label="情形" rules={[{ required: true, message: '请选择情形' }]}>
        <Select options={options} />
      </Form.Item>
      <DayItem name="from" label="从哪天起" />
      <DayItem name="until" label="到哪天止（长期的不填）" required={false} />
      <Form.Item
        name="approvedBy"
        label="批准人或批准的组织"
        rules={[{ required: true, message: '请写明由谁批准' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </ActForm>
  )
}

function Tag({ member: { unitId, memberId }, done }: FormProps) {
  return (
    <ActForm
      act="members.tag"
      draft={`tag:${memberId}`}
      initial={{}}
      input={({ tag }: { tag: string }) => ({ unitId, memberIds: [memberId], tag })}
      submit="加上"
      done={done}
    >
      <Form.Item name="tag" label="标签" rules={[{ required: true, message: '请填写标签' }]}>
        <Input maxLength={20} placeholder="例：宣讲员" />
      </Form.Item>
    </ActForm>
  )
}
