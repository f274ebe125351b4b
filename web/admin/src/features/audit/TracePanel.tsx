import { moment } from '@zhixing/kit/format/day.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import styles from './Audit.module.css'
import type { Trace } from './TraceList.tsx'

/** One trace: everything that is kept of it, and what became different. */
export function TracePanel({ trace, close }: { trace: Trace; close: () => void }) {
  const { at, actorName, commandName, command, subject, subjectName, placeName, seal, id } = trace
  return (
    <DetailPanel title={commandName} open onClose={close}>
      <dl className={styles.facts}>
        <dt>时间</dt>
        <dd>{moment(at)}</dd>
        <dt>办理人</dt>
        <dd>{actorName}</dd>
        <dt>对象</dt>
        <dd title={subject}>{subjectName}</dd>
        <dt>所在组织</dt>
        <dd>{placeName || '不详'}</dd>
        <dt>接口</dt>
        <dd>{command}</dd>
        <dt>编号</dt>
        <dd>{id}</dd>
        <dt>封存</dt>
        <dd>{seal === null ? '等待封存' : `第 ${seal} 号`}</dd>
      </dl>
      <Differences trace={trace} />
    </DetailPanel>
  )
}

function Differences({ trace: { differences } }: { trace: Trace }) {
  if (differences.length === 0) return <p>没有记录改前改后的内容。</p>
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">内容</th>
          <th scope="col">改前</th>
          <th scope="col">改后</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field || '内容'}</th>
            <td>{before || '无'}</td>
            <td>{after || '无'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
