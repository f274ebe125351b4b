import { classPapers } from '@zhixing/contract/class-words.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Section } from '../../ui/Page.tsx'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { GoalReport } from './GoalReport.tsx'
import { Credit } from './Credit.tsx'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

/** The end of a class: who graduates, its papers, and the archive to take away. */
export function Closing({ state }: { state: ClassState }) {
  const { files, can, graduates, beneficiaries } = state
  const aside = state.completedAt ? `结业 ${graduates} 人，共 ${beneficiaries} 人` : '还没有结业'
  return (
    <Section title="结业与归档" aside={aside}>
      {state.origin !== 'own' && can.keep ? <Credit state={state} /> : null}
      <GoalReport state={state} />
      {files.length > 0 ? (
        <ul className={styles.checks} aria-label="办班材料">
          {files.map(({ unitId, fileId, name, paper }) => (
            <li key={fileId}>
              <a href={fileAddress({ unitId, fileId })}>{name}</a>{' '}
              <small>{classPapers[paper]}</small>
            </li>
          ))}
        </ul>
      ) : (
        <p>还没有办班材料；总结要附上，有考试的附试卷，外出考察的附考察报告。</p>
      )}
      {can.keep && state.state !== 'archived' ? <Attach state={state} /> : null}
      <Steps state={state} />
    </Section>
  )
}

function Steps({ state }: { state: ClassState }) {
  const { message } = App.useApp()
  const complete = useAct('classes.complete')
  const archive = useAct('classes.archive')
  const key = keyOf(state)
  return (
    <>
      <div className={styles.actions}>
        {state.can.keep && state.state === 'announced' ? (
          <Button
            loading={complete.isPending}
            onClick={() =>
              complete.mutate(key, {
                onSuccess: ({ passed, failed }) =>
                  void message.success(`结业 ${passed} 人，不予结业 ${failed} 人`),
              })
            }
          >
            办理结业
          </Button>
        ) : null}
        {state.can.keep && state.state === 'settled' ? (
          <Button type="primary" loading={archive.isPending} onClick={() => archive.mutate(key)}>
            归档
          </Button>
        ) : null}
        {state.completedAt ? (
          <LinkButton to={`/classes/${key.unitId}/${key.classId}/certificates`}>
            结业证书
          </LinkButton>
        ) : null}
        <Button href={`/api/classes/${key.unitId}/${key.classId}/archive`}>下载档案</Button>
      </div>
      <p className={styles.problem} role="alert">
        {complete.error?.message ?? archive.error?.message}
      </p>
    </>
  )
}

const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt'

function Attach({ state }: { state: ClassState }) {
  const { mutate, error } = useAct('classes.attach')
  const [paper, setPaper] = useState<keyof typeof classPapers>('summary')
  return (
    <>
      <Select
        aria-label="哪一类材料"
        style={{ minWidth: '8rem' }}
        value={paper}
        options={choicesOf(classPapers)}
        onChange={setPaper}
      />
      <FileUpload
        purpose="document"
        accept={accept}
        label="附上材料"
        done={({ fileId }) => mutate({ ...keyOf(state), fileId, paper })}
      />
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
