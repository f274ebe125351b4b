import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Audit.module.css'
import type { AuditSearch } from './route.ts'
import { TracePanel } from './TracePanel.tsx'

type Found = Output<EntryOf<'audit.list'>>
export type Trace = Found['rows'][number]
type Cursor = NonNullable<Found['next']>

const size = 50

type Props = { filters: Omit<AuditSearch, 'unit' | 'job' | 'open'>; open: string | undefined }

/** Newest first. Further pages begin where the last one ended, so that what comes in meanwhile shifts nothing. */
export function TraceList({ filters, open }: Props) {
  const [starts, setStarts] = useState<Cursor[]>([])
  const change = useSearchChange()
  const after = starts.at(-1)
  const answer = useAnswer('audit.list', { ...filters, size, ...(after ? { after } : {}) })
  return (
    <Answered answer={answer}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 ? (
            <Empty title="没有符合条件的留痕" example="9月17日，李白杨，签到，主题党日。">
              谁在什么时候办了什么、改前改后各是什么，都在这里；换个条件再查。
            </Empty>
          ) : (
            <DataList label="操作留痕" columns={columns} rows={rows} keyOf={({ id }) => id} />
          )}
          <div className={styles.more}>
            {starts.length > 0 ? (
              <Button onClick={() => setStarts(starts.slice(0, -1))}>较新的</Button>
            ) : null}
            {next ? <Button onClick={() => setStarts([...starts, next])}>更早的</Button> : null}
          </div>
          <Opened
            trace={rows.find(({ id }) => id === open)}
            close={() => change({ open: undefined })}
          />
        </>
      )}
    </Answered>
  )
}

function Opened({ trace, close }: { trace: Trace | undefined; close: () => void }) {
  return trace ? <TracePanel trace={trace} close={close} /> : null
}

const columns: Column<Trace>[] = [
  { key: 'at', title: '时间', width: '9rem', narrow: true, cell: ({ at }) => moment(at) },
  {
    key: 'who',
    title: '办理人',
    width: '7rem',
    narrow: true,
    cell: ({ actorName }) => actorName,
  },
  {
    key: 'what',
    title: '事项',
    width: 'minmax(9rem, 1.5fr)',
    narrow: true,
    cell: ({ id, commandName }) => <LineLink open={id}>{commandName}</LineLink>,
  },
  {
    key: 'subject',
    title: '对象',
    width: 'minmax(10rem, 1.5fr)',
    cell: ({ subjectName }) => <span title={subjectName}>{subjectName}</span>,
  },
  { key: 'place', title: '所在组织', width: '10rem', cell: ({ placeName }) => placeName },
  {
    key: 'change',
    title: '变化',
    width: 'minmax(10rem, 2fr)',
    cell: ({ differences }) => (
      <span>
        {differences
          .slice(0, 3)
          .map(({ field, after }) => `${field} ${after || '无'}`)
          .join('，')}
      </span>
    ),
  },
]
