import { filingStates } from '@zhixing/contract/study-words.ts'
import { dayOf } from '@zhixing/kit/format/clock.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import type { Group } from './GroupPage.tsx'
import styles from './StudyGroups.module.css'

/** Each January upwards: who sits there, the plan, and what was done the year before. */
export function FilingPart({ group }: { group: Group }) {
  const [isFiling, setIsFiling] = useState(false)
  const { mutate, isPending, error } = useAct('studyGroups.receive')
  const { unitId, groupId, year, filing, standing, mayManage } = group
  const { dueOn, filedAt, isLate, receivedAt, receivedBy, summary, mayReceive } = filing
  const step =
    mayManage && !filedAt ? <Button onClick={() => setIsFiling(true)}>报备</Button> : null
  return (
    <Section title={`${String(year)} 年报备：${filingStates[standing.filing]}`} aside={step}>
      {filedAt ? (
        <>
          <p>
            {dayOf(filedAt)} 报备{isLate ? '（迟报）' : ''}
            {receivedAt ? `，${dayOf(receivedAt)} ${receivedBy}收到` : '，等上级收'}。
          </p>
          <p>{summary}</p>
        </>
      ) : (
        <p>成员名单、已审定的年度计划和上一年总结，{dueOn} 前向上级报备。</p>
      )}
      {mayReceive ? (
        <Button
          type="primary"
          loading={isPending}
          onClick={() => mutate({ unitId, groupId, year })}
        >
          收备
        </Button>
      ) : null}
      <p className={styles.late} role="alert">
        {error?.message}
      </p>
      {isFiling ? <FilingForm group={group} close={() => setIsFiling(false)} /> : null}
    </Section>
  )
}

function FilingForm({ group, close }: { group: Group; close: () => void }) {
  const { unitId, groupId, year } = group
  return (
    <DetailPanel title={`${String(year)} 年报备`} open onClose={close}>
      <ActForm
        act="studyGroups.file"
        draft={`study-filing:${groupId}:${String(year)}`}
        initial={{}}
        input={({ summary }: { summary: string }) => ({ unitId, groupId, year, summary })}
        submit="报备"
        done={close}
        cancel={close}
      >
        <p>现在的成员名单和已审定的计划随报备一起定下来。</p>
        <Form.Item
          name="summary"
          label={`${String(year - 1)} 年学习总结`}
          rules={needed('写上总结')}
        >
          <Input.TextArea autoSize={{ minRows: 6 }} maxLength={10_000} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
