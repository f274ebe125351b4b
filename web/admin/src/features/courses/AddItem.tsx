import { newId } from '@zhixing/kit/new-id.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button, Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import { RichText } from './RichText.tsx'

const kinds = { video: '视频', document: '文档', article: '图文', live: '直播' } as const
type Kind = keyof typeof kinds
type Parts = {
  file: Uploaded | undefined
  captions: Uploaded | undefined
  body: string
  link: string
  startsAt: string
  minutes: number
}

const none: Parts = {
  file: undefined,
  captions: undefined,
  body: '',
  link: '',
  startsAt: '',
  minutes: 45,
}

/** One more piece, of one kind; what the server finds in the file it says here. */
export function AddItem({ courseId, close }: { courseId: string; close: () => void }) {
  const [itemId] = useState(newId)
  const [kind, setKind] = useState<Kind>('video')
  const [title, setTitle] = useState('')
  const [parts, setParts] = useState(none)
  const { mutate, isPending, error } = useAct('courses.addItem')
  const content = contentOf(kind, parts)
  const set = (some: Partial<Parts>) => setParts({ ...parts, ...some })
  return (
    <Modal open width="44rem" title="添加内容" onCancel={close} footer={null}>
      <Radio.Group
        aria-label="内容类型"
        optionType="button"
        value={kind}
        onChange={({ target }) =>
          setKind(keysOf(kinds).find((key) => key === target.value) ?? 'video')
        }
        options={keysOf(kinds).map((value) => ({ value, label: kinds[value] }))}
      />
      <p className={styles.hint}>测验和课件包在各自的页面打开，点“放进课程”，会排在最后。</p>
      <div className={styles.field}>
        题目
        <Input
          aria-label="题目"
          maxLength={100}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <Fields key={kind} kind={kind} parts={parts} set={set} />
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
      <Button
        type="primary"
        className={styles.send ?? ''}
        loading={isPending}
        disabled={title.trim() === '' || !content}
        onClick={() =>
          content ? mutate({ courseId, itemId, title, content }, { onSuccess: close }) : undefined
        }
      >
        添加
      </Button>
    </Modal>
  )
}

function contentOf(kind: Kind, { file, captions, body, link, startsAt, minutes }: Parts) {
  if (kind === 'article') return body.trim() === '' ? undefined : { kind, body }
  if (kind === 'live')
    return link === '' || startsAt === ''
      ? undefined
      : { kind, link, startsAt: new Date(`${startsAt}+08:00`).toISOString(), minutes }
  if (!file) return undefined
  const { fileId } = file
  return kind === 'document'
    ? { kind, fileId, minutes }
    : { kind, fileId, captionsId: captions?.fileId ?? null }
}

type FieldsProps = { kind: Kind; parts: Parts; set: (some: Partial<Parts>) => void }

function Fields(props: FieldsProps) {
  const { kind, set } = props
  if (kind === 'article') return <RichText change={(body) => set({ body })} />
  return kind === 'live' ? <LiveFields {...props} /> : <FileFields {...props} />
}

function LiveFields({ parts: { link, startsAt, minutes }, set }: FieldsProps) {
  return (
    <>
      <div className={styles.field}>
        直播链接
        <Input
          aria-label="直播链接"
          value={link}
          placeholder="https://"
          onChange={({ target }) => set({ link: target.value })}
        />
      </div>
      <div className={styles.field}>
        开始时间
        <Input
          aria-label="开始时间"
          type="datetime-local"
          value={startsAt}
          onChange={({ target }) => set({ startsAt: target.value })}
        />
      </div>
      <Minutes label="直播多少分钟" value={minutes} change={(value) => set({ minutes: value })} />
    </>
  )
}

function FileFields({ kind, parts: { file, captions, minutes }, set }: FieldsProps) {
  if (kind === 'document')
    return (
      <>
        <p>{file ? `已上传 ${file.name}` : ''}</p>
        <FileUpload
          purpose="document"
          accept=".pdf,.pptx,.docx"
          label="上传文档（PDF；幻灯片请先导出为 PDF）"
          done={(one) => set({ file: one })}
        />
        <Minutes
          label="读完大约多少分钟"
          value={minutes}
          change={(value) => set({ minutes: value })}
        />
      </>
    )
  return (
    <>
      <p>{file ? `已上传 ${file.name}` : ''}</p>
      <FileUpload
        purpose="video"
        accept=".mp4"
        label="上传视频（MP4，1 GB 以内）"
        done={(one) => set({ file: one })}
      />
      <p>{captions ? `已上传 ${captions.name}` : ''}</p>
      <FileUpload
        purpose="document"
        accept=".vtt"
        label="上传字幕（VTT，可不传）"
        done={(one) => set({ captions: one })}
      />
    </>
  )
}

type MinutesProps = { label: string; value: number; change: (minutes: number) => void }

function Minutes({ label, value, change }: MinutesProps) {
  return (
    <div className={styles.field}>
      {label}
      <InputNumber
        aria-label={label}
        min={1}
        max={600}
        value={value}
        onChange={(minutes) => change(minutes ?? 1)}
      />
    </div>
  )
}
