import { organizerLevels } from '@zhixing/contract/learning-words.ts'
import { contentCategories, hourSources } from '@zhixing/contract/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'

const handSources = ['class', 'external', 'online', 'teaching', 'writing'] as const

type Values = {
  source: (typeof handSources)[number]
  title: string
  from: string
  until: string
  clockHours: number
  category: keyof typeof contentCategories
  level: keyof typeof organizerLevels
  verifier: string
}

type Props = { unitId: string; memberId: string; close: () => void }

/** Study that the platform did not see: what it was, how long by the clock, who checked it, and the paper. */
export function PostHours({ unitId, memberId, close }: Props) {
  const { message } = App.useApp()
  const [requestId] = useState(newId)
  const [file, setFile] = useState<Uploaded>()
  const today = thisDay()
  return (
    <ActForm
      act="ledgers.post"
      draft={`hours:${memberId}`}
      initial={{ source: 'class', level: 'county', category: 'theory', from: today, until: today }}
      input={({ clockHours, ...values }: Values) => ({
        ...values,
        clockMinutes: Math.round((clockHours ?? 0) * 60),
        unitId,
        memberIds: [memberId],
        requestId,
        fileId: file?.fileId ?? '',
      })}
      submit="补记"
      done={({ postedMinutes }) => {
        void message.success(`已记入 ${hours(postedMinutes)} 学时`)
        close()
      }}
      cancel={close}
    >
      <Fields today={today} />
      <Form.Item label="证明材料" required>
        {file ? file.name : null}
        <FileUpload
          purpose="document"
          accept=".pdf,.png,.jpg,.jpeg,.webp,.docx"
          label={file ? '换一份' : '上传证明'}
          done={setFile}
        />
      </Form.Item>
    </ActForm>
  )
}

function Fields({ today }: { today: string }) {
  return (
    <>
      <Form.Item name="source" label="来源">
        <Select options={handSources.map((value) => ({ value, label: hourSources[value] }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label="学习内容"
        rules={[{ required: true, message: '请写明学习内容' }]}
      >
        <Input placeholder="如：县委党校新党员培训班" maxLength={200} />
      </Form.Item>
      <Form.Item name="from" label="开始日期">
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="until" label="结束日期">
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="clockHours" label="实际用时（小时）" extra="按规则换算成学时；发表文章不填">
        <InputNumber min={0} max={300} step={0.5} />
      </Form.Item>
      <Form.Item name="level" label="举办单位层级">
        <Select options={choicesOf(organizerLevels)} />
      </Form.Item>
      <Form.Item name="category" label="内容类别">
        <Select options={choicesOf(contentCategories)} />
      </Form.Item>
      <Form.Item
        name="verifier"
        label="核实人"
        rules={[{ required: true, message: '请写明核实人' }]}
      >
        <Input placeholder="如：镇党委组织委员" maxLength={200} />
      </Form.Item>
    </>
  )
}
