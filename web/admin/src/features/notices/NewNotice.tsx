import type { Audience } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { NoticeAudience } from './NoticeAudience.tsx'
import { NoticeParts, type Part } from './NoticeParts.tsx'
import details from '../../ui/Details.module.css'
import styles from './Notices.module.css'

type Values = {
  title: string
  body: string
  audience: Audience
  parts: Part[]
  files: Uploaded[]
}

const empty: Values = {
  title: '',
  body: '',
  audience: {},
  parts: [],
  files: [],
}

const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt,.mp3,.mp4'

/** To all members of the organization and below, or to some of them; the same form sent twice says it once. */
export function NewNotice({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  const [values, setValues] = useState(empty)
  const set = (next: Partial<Values>) => setValues((before) => ({ ...before, ...next }))
  const { mutate, isPending, error } = useAct('notices.send')
  const send = () =>
    mutate(
      {
        organizationId,
        formId,
        title: values.title,
        body: values.body,
        audience: values.audience,
        parts: values.parts.filter(({ body }) => body.trim() !== ''),
        fileIds: values.files.map(({ fileId }) => fileId),
      },
      { onSuccess: close },
    )
  return (
    <Modal
      open
      width="44rem"
      title="写学习通知"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          不发了
        </Button>,
        <Button
          key="send"
          type="primary"
          loading={isPending}
          disabled={values.title.trim() === '' || values.body.trim() === ''}
          onClick={send}
        >
          发出
        </Button>,
      ]}
    >
      <Words values={values} set={set} />
      <NoticeAudience audience={values.audience} change={(audience) => set({ audience })} />
      <NoticeParts parts={values.parts} change={(parts) => set({ parts })} />
      <Files files={values.files} change={(files) => set({ files })} />
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
    </Modal>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // The field is whatever is inside.
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control
    <label className={styles.field}>
      {label}
      {children}
    </label>
  )
}

type WordsProps = { values: Values; set: (next: Partial<Values>) => void }

function Words({ values: { title, body }, set }: WordsProps) {
  return (
    <>
      <Field label="标题">
        <Input
          autoFocus
          maxLength={100}
          value={title}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Field>
      <Field label="内容">
        <Input.TextArea
          autoSize={{ minRows: 5 }}
          value={body}
          onChange={({ target }) => set({ body: target.value })}
        />
      </Field>
    </>
  )
}

type FilesProps = { files: Uploaded[]; change: (files: Uploaded[]) => void }

function Files({ files, change }: FilesProps) {
  return (
    <>
      <ul className={styles.files}>
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
