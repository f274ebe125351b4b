import { addDays } from '@zhixing/kit/format/day.ts'
import { activityKinds } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from './Topics.module.css'

type Values = {
  title: string
  body?: string
  links?: string
  audience?: string[]
  minutes: number
  dueOn: string
  holdOn?: string
  holdKind: keyof typeof activityKinds
}

const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt,.mp3,.mp4'
const usualDays = 30

/** What, with which material, for whom below, by when. */
export function PushTopic({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [topicId] = useState(newId)
  const [files, setFiles] = useState<Uploaded[]>([])
  return (
    <Modal open width="44rem" title="布置学习内容" onCancel={close} footer={null}>
      <ActForm
        act="topics.push"
        draft="push-topic"
        initial={{ minutes: 30, holdKind: 'themeDay', dueOn: addDays(thisDay(), usualDays) }}
        input={({ title, body = '', links = '', audience = [], ...asked }: Values) => ({
          topicId,
          organizationId,
          title,
          body,
          links: links.split(/\s+/).filter(Boolean),
          fileIds: files.map(({ fileId }) => fileId),
          audience,
          minutes: asked.minutes,
          dueOn: asked.dueOn,
          hold: asked.holdOn ? { on: asked.holdOn, kind: asked.holdKind } : null,
        })}
        submit="布置下去"
        done={close}
        cancel={close}
      >
        <Form.Item name="title" label="题目" rules={[{ required: true, message: '请写明题目' }]}>
          <Input maxLength={100} placeholder="例：学习贯彻全会精神" />
        </Form.Item>
        <Form.Item name="body" label="要求">
          <Input.TextArea autoSize={{ minRows: 3 }} placeholder="学什么、怎么学" />
        </Form.Item>
        <Form.Item name="links" label="材料链接（一行一个）">
          <Input.TextArea autoSize={{ minRows: 1 }} placeholder="https://" />
        </Form.Item>
        <Audience organizationId={organizationId} />
        <Form.Item name="dueOn" label="学完的期限">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="holdOn" label="统一在哪天开展（不填由各支部自定）">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="holdKind" label="开展形式">
          <Select options={choicesOf(activityKinds)} />
        </Form.Item>
        <Form.Item name="minutes" label="大约要学多少分钟">
          <InputNumber min={5} max={240} step={5} />
        </Form.Item>
        <Files files={files} change={setFiles} />
      </ActForm>
    </Modal>
  )
}

function Audience({ organizationId }: { organizationId: string }) {
  const answer = useAnswer('organizations.children', { parentId: organizationId })
  const rows = answer.data?.rows ?? []
  return (
    <Form.Item name="audience" label="布置给（不选就是全部下级）">
      <Select
        mode="multiple"
        optionFilterProp="label"
        placeholder="全部下级党组织"
        options={rows.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </Form.Item>
  )
}

type FilesProps = { files: Uploaded[]; change: (files: Uploaded[]) => void }

function Files({ files, change }: FilesProps) {
  return (
    <>
      <ul className={styles.list}>
        {files.map(({ fileId, name }) => (
          <li key={fileId}>
            {name}
            <Button
              type="link"
              size="small"
              onClick={() => change(files.filter((one) => one.fileId !== fileId))}
            >
              移除
            </Button>
          </li>
        ))}
      </ul>
      <FileUpload
        purpose="document"
        accept={accept}
        label="附上材料"
        done={(file) => change([...files, file])}
      />
    </>
  )
}
