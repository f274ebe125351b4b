import { studyPapers } from '@zhixing/contract/study-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { SessionForm } from './SessionForm.tsx'
import type { Session } from './SessionPanel.tsx'
import details from '../../ui/Details.module.css'
import styles from './StudyGroups.module.css'

const stay = () => undefined
const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.txt'

/** What can be done about it now: moved or called off before, reported afterwards, papers at any time. */
export function SessionActs({ session }: { session: Session }) {
  const { state } = session
  if (state === 'cancelled') return null
  return (
    <>
      {state === 'owed' || state === 'overdue' ? <Reporting session={session} /> : null}
      <Attach session={session} />
      {state === 'reported' ? null : <Moving session={session} />}
    </>
  )
}

type Words = { points: string; resolutions?: string; followUp?: string }

function Reporting({ session }: { session: Session }) {
  const { unitId, sessionId, version, hasRecord, isClosed } = session
  if (hasRecord && !isClosed) return <p>先在“点名与记录”里办结，再上报。</p>
  return (
    <ActForm
      act="studyGroups.report"
      draft={`study-report:${sessionId}`}
      initial={{}}
      input={(values: Words) => ({ unitId, sessionId, version, ...values })}
      submit="上报"
      done={stay}
    >
      <p>时间、到会、主讲和材料由记录自动带出。</p>
      <Form.Item name="points" label="研讨要点" rules={needed('写上研讨要点')}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="resolutions" label="形成的决议">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="followUp" label="怎样落实">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
    </ActForm>
  )
}

function Attach({ session: { unitId, sessionId } }: { session: Session }) {
  const { mutate, error } = useAct('studyGroups.attach')
  const [paper, setPaper] = useState<keyof typeof studyPapers>('outline')
  return (
    <>
      <h3 className={details.title}>存材料，归入年度档案</h3>
      <Select
        aria-label="哪一类材料"
        style={{ minWidth: '9rem' }}
        value={paper}
        options={choicesOf(studyPapers)}
        onChange={setPaper}
      />
      <FileUpload
        purpose="document"
        accept={accept}
        label="附上材料"
        done={({ fileId }) => mutate({ unitId, sessionId, fileId, paper })}
      />
      <p className={styles.late} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function Moving({ session }: { session: Session }) {
  const [isChanging, setIsChanging] = useState(false)
  const { unitId, sessionId, version, state } = session
  return (
    <>
      {state === 'planned' ? <Button onClick={() => setIsChanging(true)}>改时间地点</Button> : null}
      {isChanging ? <SessionForm session={session} close={() => setIsChanging(false)} /> : null}
      <ActForm
        act="studyGroups.cancelSession"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({ unitId, sessionId, version, reason })}
        submit="取消这次学习"
        done={stay}
        isSecond
      >
        <Form.Item name="reason" label="不开了，为什么" rules={needed('写明原因')}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
