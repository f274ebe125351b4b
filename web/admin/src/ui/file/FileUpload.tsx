import type { Uploaded } from '@zhixing/kit/upload.ts'
import { Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import styles from './FileUpload.module.css'
import { useUpload } from './use-upload.ts'

type Props = {
  purpose: 'document' | 'table' | 'package' | 'video'
  /** The endings to offer: ".xlsx,.csv". The server looks at the content. */
  accept: string
  /** What the button says: "选择文件". */
  label: string
  primary?: boolean
  done: (file: Uploaded) => void
}

/**
 * Takes one file, by hand or by dropping it, shows how far it has come, and says why one was refused.
 *
 *     <FileUpload purpose="table" accept=".xlsx,.csv" label="选择文件" done={({ fileId }) => start(fileId)} />
 */
export function FileUpload({ purpose, accept, label, primary = false, done }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { sending, problem, send, stop } = useUpload(purpose, done)
  const take = (files: FileList | null) => {
    if (files?.[0]) void send(files[0])
    // The same file may be chosen again once it has been mended.
    if (input.current) input.current.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  if (sending)
    return (
      <div className={styles.drop}>
        <span>正在上传 {sending.name}</span>
        <Progress
          percent={Math.round(sending.part * 100)}
          status="normal"
          strokeLinecap="butt"
          aria-label="上传进度"
        />
        <Button onClick={stop}>取消</Button>
      </div>
    )
  return (
    <div
      className={over ? styles.over : styles.drop}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button type={primary ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span>或把文件拖到这里</span>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ target }) => take(target.files)}
      />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  )
}
