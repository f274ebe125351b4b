import { visitStates, witnessRelations } from '@zhixing/contract/outreach-words.ts'
import { fullDay, moment } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useSearch } from '@tanstack/react-router'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Outreach.module.css'
import type { Round } from './RoundPage.tsx'
import { Settle } from './Settle.tsx'

export type Visit = Round['stops'][number]['visits'][number]

/** One door with all that was said about it, from every side. */
export function StopPanel({ round }: { round: Round }) {
  const { open } = useSearch({ from: '/shell/outreach/rounds/$unitId/$roundId' })
  const change = useSearchChange()
  const stop = round.stops.find(({ memberId }) => memberId === open)
  return (
    <DetailPanel
      title={stop?.name ?? ''}
      open={stop !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {stop?.visits.length === 0 ? <p>还没有上门记录。上门的人在手机“送学上门”里登记。</p> : null}
      {stop?.visits.map((visit) => (
        <VisitView key={`${visit.visitId}:${String(visit.version)}`} round={round} visit={visit} />
      ))}
    </DetailPanel>
  )
}

function VisitView({ round, visit }: { round: Round; visit: Visit }) {
  const { day, state, because, creditedMinutes, problem, evidence, confirmations } = visit
  return (
    <>
      <h2 className={details.title}>
        {fullDay(day)}：{visitStates[state]}
      </h2>
      <p>
        {because}。记 {hours(creditedMinutes)} 学时。
        {problem ? `学时没有记上：${problem}` : ''}
      </p>
      {evidence.map((one) => (
        <Evidence key={one.captureId} round={round} told={one} />
      ))}
      {confirmations.map(({ name, as, isTrue, note, at }) => (
        <div key={`${name}${at}`} className={styles.evidence}>
          {as === 'member' ? '党员本人' : '同去的'}
          {name}说{isTrue ? '属实' : '不属实'}
          {note ? `：${note}` : ''}
          <small>{moment(at)}</small>
        </div>
      ))}
      {round.may.manage ? <Settle visit={visit} /> : null}
    </>
  )
}

function Evidence({ round, told }: { round: Round; told: Visit['evidence'][number] }) {
  const { byName, isMet, minutes, delivered, note, witness, photoId, at, receivedAt, revision } =
    told
  const given = (round.pack?.items ?? []).filter(({ id }) => delivered.includes(id))
  const words = [
    isMet ? `见到本人，${String(minutes)} 分钟` : '没有见到本人',
    given.length > 0 ? `送到${given.map(({ title }) => title).join('、')}` : '',
    note,
  ]
  return (
    <div className={styles.evidence}>
      <b>{byName}登记</b>：{words.filter(Boolean).join('；')}
      {witness ? (
        <p>
          {witnessRelations[witness.relation]}
          {witness.name}签字
          <svg viewBox="0 0 300 120" role="img" aria-label={`${witness.name}的签字`}>
            <path d={witness.signature} fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </p>
      ) : null}
      {photoId ? <a href={fileAddress({ unitId: round.unitId, fileId: photoId })}>看照片</a> : null}
      <small>
        {moment(at)} 上门，{moment(receivedAt)} 上交
        {revision > 0 ? `，上交后改过 ${String(revision)} 次，原来的也留着` : ''}
      </small>
    </div>
  )
}
