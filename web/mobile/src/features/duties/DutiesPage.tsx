import { monthDay } from '@zhixing/kit/format/day.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { dutySignings, dutyStates } from '@zhixing/contract/duty-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { ReportForm } from './ReportForm.tsx'

type Row = Output<EntryOf<'duties.mine'>>['rows'][number]
type Item = Row['items'][number]

/** What goes with my posts: sign it, do it in time, say how it was done. */
export function DutiesPage() {
  const answer = useAnswer('duties.mine', {})
  return (
    <SubPage title="我的责任清单" back="/me">
      <Answered answer={answer}>
        {({ year, day, rows: seats }) => {
          const open = seats.flatMap(({ items }) => items.filter(isOpen))
          return seats.length === 0 ? (
            <Empty title="您现在没有任职">担任党内职务后，岗位责任在这里签收、办理。</Empty>
          ) : (
            <>
              <Sentence note={`${year} 年 · 责任到岗到人`}>
                您有 <Count of={open.length} stress={open.length > 0} /> 项责任要办。
              </Sentence>
              {seats.map((seat) => (
                <Seat key={`${seat.organizationId}:${seat.post}`} seat={seat} today={day} />
              ))}
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function isOpen({ state }: Item): boolean {
  return state === 'overdue' || state === 'returned' || state === 'due'
}

function shapeOf(item: Item): ShapeName {
  if (item.state === 'overdue') return 'triangle'
  return isOpen(item) || item.state === 'ahead' ? 'ring' : 'check'
}

function Seat({ seat, today }: { seat: Row; today: string }) {
  const { organizationId, organizationName, post, signing, items, mayReport } = seat
  const { mutate, isPending, error } = useAct('duties.sign')
  return (
    <section>
      <h2 className={rows.title}>
        {organizationName}
        {posts[post]} · {dutySignings[signing]}
      </h2>
      {signing === 'signed' ? null : (
        <>
          <Button
            block
            color="primary"
            loading={isPending}
            onClick={() => mutate({ organizationId, post })}
          >
            {signing === 'handover' ? '办理交接并签收' : '签收清单'}
          </Button>
          <p role="alert">{error?.message}</p>
        </>
      )}
      {items.map((item) => (
        <div key={`${item.templateId}:${item.period}`} className={rows.row}>
          <h3>{item.title}</h3>
          <p>{item.statement}</p>
          <p className={rows.state}>
            <span>
              <Shape name={shapeOf(item)} />
              {dutyStates[item.state]}
            </span>
            <span>{monthDay(item.dueOn)}前</span>
          </p>
          {item.record?.returned ? <p>退回：{item.record.returned}</p> : null}
          {isOpen(item) && mayReport ? (
            <ReportForm organizationId={organizationId} item={item} today={today} />
          ) : null}
        </div>
      ))}
    </section>
  )
}
