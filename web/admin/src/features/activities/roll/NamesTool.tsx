import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { FileUpload } from '../../../ui/file/FileUpload.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import { keyOf, type Activity } from '../state.ts'
import styles from './Tool.module.css'

/** A list from elsewhere: pasted, or a file. Lines that mean nobody come back with the reason. */
export function NamesTool({ activity }: { activity: Activity }) {
  const [text, setText] = useState('')
  const { mutate, isPending, data, error } = useAct('activities.markByFile')
  const key = keyOf(activity)
  return (
    <section className={styles.tool} aria-label="按名单记到会">
      <Input.TextArea
        aria-label="到会名单"
        placeholder={'每行一人，姓名或身份证号，也可以用顿号分开'}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.line}>
        <Button
          disabled={text.trim() === ''}
          loading={isPending}
          onClick={() => mutate({ ...key, text })}
        >
          按名单记为到会
        </Button>
        <FileUpload
          purpose="table"
          accept=".xlsx,.csv,.txt"
          label="选择名单文件"
          done={({ fileId }) => mutate({ ...key, fileId })}
        />
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      {data ? (
        <p role="status">
          新记到会 {data.marked} 人，原已到会 {data.known} 人
          {data.faults.length > 0 ? `，${data.faults.length} 行没有对上：` : '，全部对上。'}
        </p>
      ) : null}
      {data && data.faults.length > 0 ? (
        <PlainTable
          columns={['行', '内容', '原因']}
          rows={data.faults.map(({ line, text: shown, fault }) => [String(line), shown, fault])}
        />
      ) : null}
    </section>
  )
}
