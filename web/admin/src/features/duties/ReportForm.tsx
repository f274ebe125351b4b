import type { Uploaded } from '@zhixing/kit/upload.ts'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Item } from './duty.ts'

type Props = { item: Item; today: string; done: () => void }

/** When it was done, how, and what proves it. */
export function ReportForm({ item, today, done }: Props) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [files, setFiles] = useState<Uploaded[]>([])
  const { templateId, period, title, needsEvidence } = item
  return (
    <ActForm
      act="duties.report"
      draft={`duty:${organizationId}:${templateId}:${period}`}
      initial={{ doneOn: today, note: '' }}
      input={(values: { doneOn: string; note: string }) => ({
        ...values,
        organizationId,
        templateId,
        period,
        fileIds: files.map(({ fileId }) => fileId),
      })}
      submit="报告完成"
      done={() => {
        void message.success(`“${title}”已报告完成`)
        done()
      }}
    >
      <Form.Item name="doneOn" label="完成日期">
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item
        name="note"
        label="怎么完成的"
        rules={[{ required: true, message: '写明怎么完成的' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={200} />
      </Form.Item>
      <Form.Item label={needsEvidence ? '佐证材料（必附）' : '佐证材料'} required={needsEvidence}>
        <ul>
          {files.map(({ fileId, name }) => (
            <li key={fileId}>
              {name}
              <Button
                type="link"
                size="small"
                onClick={() => setFiles((all) => all.filter((one) => one.fileId !== fileId))}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
        <FileUpload
          purpose="document"
          accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx"
          label="上传材料"
          done={(file) => setFiles((all) => [...all, file])}
        />
      </Form.Item>
    </ActForm>
  )
}
