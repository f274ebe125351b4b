import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'

type Mine = Output<EntryOf<'enrolments.mine'>>['rows'][number]
type Certificate = Output<EntryOf<'certificates.mine'>>['rows'][number]

/** Where I am going, where I may go, and what I have to show for it. */
export function ClassesPage() {
  const answer = useAnswer('enrolments.mine', {})
  const certificates = useAnswer('certificates.mine', {})
  return (
    <SubPage title="我的培训班" back="/me">
      <Answered answer={answer}>
        {({ rows: all }) => {
          const own = all.filter(({ state }) => state === 'enrolled' || state === 'waiting')
          const open = all.filter((one) => one.isOpen && !own.includes(one))
          return (
            <>
              <Sentence note="名额满了先候补，有人退出就依次补上，会通知您。">
                参加 <Count of={own.length} /> 个班，可以报名{' '}
                <Count of={open.length} stress={open.length > 0} /> 个。
              </Sentence>
              {own.map((one) => (
                <OwnClass key={one.classId} one={one} />
              ))}
              {open.length > 0 ? <h2 className={rows.title}>可以报名的</h2> : null}
              {open.map((one) => (
                <OpenClass key={one.classId} one={one} />
              ))}
              {own.length + open.length === 0 ? (
                <Empty title="还没有培训班">给了您所在党组织名额的培训班，会出现在这里。</Empty>
              ) : null}
            </>
          )
        }}
      </Answered>
      {certificates.data && certificates.data.rows.length > 0 ? (
        <>
          <h2 className={rows.title}>我的结业证书</h2>
          {certificates.data.rows.map((one) => (
            <CertificateRow key={one.certificateId} one={one} />
          ))}
        </>
      ) : null}
    </SubPage>
  )
}

function spanOf({ from, until }: { from: string; until: string }): string {
  return from === until ? monthDay(from) : `${monthDay(from)}—${monthDay(until)}`
}

function OwnClass({ one }: { one: Mine }) {
  const { unitId, classId, title, place, organizationName, state, position } = one
  const facts = (
    <>
      <h2>{title}</h2>
      <p>
        {spanOf(one)} · {place || organizationName}
      </p>
    </>
  )
  if (state === 'waiting')
    return (
      <div className={rows.row}>
        {facts}
        <small>候补第 {position} 位</small>
        <LeaveClass unitId={unitId} classId={classId} />
      </div>
    )
  return (
    <Link to="/classes/$unitId/$classId" params={{ unitId, classId }} className={rows.row}>
      {facts}
      <small>已录取 · 看课程表 ›</small>
    </Link>
  )
}

function LeaveClass({ unitId, classId }: { unitId: string; classId: string }) {
  const { mutate, isPending, error } = useAct('enrolments.step')
  return (
    <>
      <button
        type="button"
        className={form.quiet}
        disabled={isPending}
        onClick={() => mutate({ unitId, classId, reason: '本人不再候补' })}
      >
        不再候补
      </button>
      <p role="alert">{error?.message}</p>
    </>
  )
}

function OpenClass({ one }: { one: Mine }) {
  const { unitId, classId, title, place, organizationName, purpose, seats, taken, enrolBy } = one
  const { mutate, isPending, error } = useAct('enrolments.signUp')
  const isFull = taken >= seats
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <p>
        {spanOf(one)} · {place || organizationName}
      </p>
      <p>{purpose}</p>
      <small>
        {monthDay(enrolBy)}截止，名额 {seats}，已录取 {taken}
      </small>
      <Button
        block
        color={isFull ? 'default' : 'primary'}
        loading={isPending}
        onClick={() => mutate({ unitId, classId })}
      >
        {isFull ? '名额已满，候补' : '我要报名'}
      </Button>
      <p role="alert">{error?.message}</p>
    </div>
  )
}

function CertificateRow({ one }: { one: Certificate }) {
  const { unitId, certificateId, className, number, minutes, path, revokedOn, revokeReason } = one
  return (
    <div className={rows.row}>
      <h3>{className}</h3>
      <p>
        {number} · {hours(minutes)} 学时
      </p>
      {revokedOn ? (
        <small>
          {monthDay(revokedOn)}已撤销：{revokeReason}
        </small>
      ) : (
        <p className={rows.state}>
          <a href={`/api/certificates/${unitId}/${certificateId}/certificate.pdf`}>下载证书</a>
          <a href={path}>看核验页</a>
        </p>
      )}
    </div>
  )
}
