import { fullDay } from '@zhixing/kit/format/day.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useSearch } from '@tanstack/react-router'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import type { Item, Shown } from './duty.ts'
import { DutyState } from './DutyState.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import styles from './Duties.module.css'

/** One duty of one period: what it is, how it was done, and what can be done about it. */
export function DutyPanel({ shown }: { shown: Shown }) {
  const { open = '' } = useSearch({ from: '/shell/duties' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const all = shown.sheets.flatMap(({ items }) => items)
  const item =
    all.find(({ templateId, period }) => `${templateId}:${period}` === open) ??
    all.find(({ templateId, state }) => templateId === open && state !== 'done' && state !== 'late')
  return (
    <DetailPanel title={item?.title ?? ''} open={item !== undefined} onClose={close}>
      {item ? <Detail key={open} item={item} shown={shown} close={close} /> : null}
    </DetailPanel>
  )
}

type Props = { item: Item; shown: Shown; close: () => void }

function Detail({ item, shown, close }: Props) {
  const { statement, clause, periodLabel, dueOn, state, record } = item
  const isDone = state === 'done' || state === 'late'
  return (
    <>
      <dl className={styles.facts}>
        <dt>内容</dt>
        <dd>{statement}</dd>
        <dt>依据</dt>
        <dd>{clause}</dd>
        <dt>时段</dt>
        <dd>
          {periodLabel}，{fullDay(dueOn)}前
        </dd>
        <dt>状态</dt>
        <dd>
          <DutyState state={state} />
        </dd>
      </dl>
      {record ? <Record record={record} /> : null}
      {!isDone && state !== 'ahead' && shown.mayReport ? (
        <ReportForm item={item} today={shown.day} done={close} />
      ) : null}
      {isDone && record && shown.mayReturn ? <ReturnForm record={record} done={close} /> : null}
    </>
  )
}

function Record({ record }: { record: NonNullable<Item['record']> }) {
  const { doneOn, note, byName, files, returned } = record
  return (
    <dl className={styles.facts}>
      <dt>完成日期</dt>
      <dd>{doneOn}</dd>
      <dt>完成情况</dt>
      <dd>
        {note}（{byName}报告）
      </dd>
      <dt>佐证材料</dt>
      <dd>
        {files.length === 0 ? '—' : null}
        {files.map((file) => (
          <div key={file.fileId}>
            <a href={fileAddress(file)}>{file.name}</a>
          </div>
        ))}
      </dd>
      {returned ? (
        <>
          <dt>退回原因</dt>
          <dd className={styles.late}>{returned}</dd>
        </>
      ) : null}
    </dl>
  )
}
