import { upload, type Uploaded } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

type Props = {
  organizationId: string
  item: { templateId: string; period: string; needsEvidence: boolean }
  today: string
}

/** Folded away until it is done; a photograph of the record is proof enough to begin with. */
export function ReportForm({ organizationId, item, today }: Props) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const { files, problem, take } = useFiles()
  const { mutate, isPending, error } = useAct('duties.report')
  const { templateId, period, needsEvidence } = item
  const fileIds = files.map(({ fileId }) => fileId)
  if (!open)
    return (
      <button type="button" className={form.quiet} onClick={() => setOpen(true)}>
        报告完成
      </button>
    )
  return (
    <>
      <label className={form.field}>
        怎么完成的
        <textarea
          rows={3}
          maxLength={200}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <label className={form.field}>
        佐证材料{needsEvidence ? '（必附）' : ''}
        <input
          type="file"
          accept="image/*,.pdf,.docx"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </label>
      {files.map(({ fileId, name }) => (
        <p key={fileId}>{name}</p>
      ))}
      <p className={form.problem} role="alert">
        {problem || error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={note.trim().length < 2 || (needsEvidence && files.length === 0)}
        onClick={() => mutate({ organizationId, templateId, period, doneOn: today, note, fileIds })}
      >
        报告完成
      </Button>
    </>
  )
}

function useFiles() {
  const [files, setFiles] = useState<Uploaded[]>([])
  const [problem, setProblem] = useState('')
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem('')
    const { signal } = new AbortController()
    await upload(file, { purpose: 'document', onProgress: () => undefined, signal }).then(
      (sent) => setFiles((all) => [...all, sent]),
      (error: unknown) => setProblem(error instanceof Error ? error.message : '上传失败'),
    )
  }
  return { files, problem, take }
}
