import type { EntryOf, Output } from '@zhixing/contract'
import { lecturerRoles, requestStates } from '@zhixing/contract/tour-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { WhenFields, momentsOf, type When } from './fields.tsx'
import details from '../../ui/Details.module.css'

type Shown = Output<EntryOf<'tours.matches'>>
type Row = Shown['rows'][number]

const size = 20

/** Who could go for one request, the best first, and why. */
export function MatchPanel({ open, close }: { open: string | undefined; close: () => void }) {
  const [unitId = '', requestId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="配送课人" open={open !== undefined} onClose={close}>
      {open ? <Matches key={open} unitId={unitId} requestId={requestId} close={close} /> : null}
    </DetailPanel>
  )
}

type Props = { unitId: string; requestId: string; close: () => void }

function Matches({ close, ...key }: Props) {
  const may = useMay()
  const [page, setPage] = useState(1)
  const answer = useAnswer('tours.matches', { ...key, page, size })
  const { mutate, isPending } = useAct('tours.withdrawRequest')
  return (
    <Answered answer={answer}>
      {(shown) => (
        <>
          <h2>
            {shown.topic} <small>{requestStates[shown.state]}</small>
          </h2>
          <p>
            {shown.organizationName}，约 {shown.people} 人。{shown.note}
          </p>
          {shown.rows.length === 0 ? <p>还没有送课人可点，请上级在“送课人”里登记。</p> : null}
          <ul className={details.log}>
            {shown.rows.map((row) => (
              <Candidate key={row.offerId} row={row} shown={shown} close={close} />
            ))}
          </ul>
          {shown.total > size ? (
            <Pager page={page} size={size} total={shown.total} turn={setPage} />
          ) : null}
          {may('tours.manage') && shown.state === 'open' ? (
            <Button loading={isPending} onClick={() => mutate(key, { onSuccess: close })}>
              撤回点课
            </Button>
          ) : null}
        </>
      )}
    </Answered>
  )
}

function Candidate({ row, shown, close }: { row: Row; shown: Shown; close: () => void }) {
  const { offerId, lecturerName, lecturerRole, organizationName, fits, because, common } = row
  const { unitId, requestId, state } = shown
  const may = useMay()
  const [isTaking, setIsTaking] = useState(false)
  const canTake = may('tours.manage') && state === 'open' && common.length > 0
  return (
    <li>
      <span className={details.mark}>
        <Shape name={fits ? 'check' : 'ring'} />
        {lecturerName}，{lecturerRoles[lecturerRole]}
      </span>
      <small>
        {organizationName}；{because.join('；')}
      </small>
      {canTake && !isTaking ? (
        <Button
          size="small"
          aria-label={`请去讲：${lecturerName}`}
          onClick={() => setIsTaking(true)}
        >
          请去讲
        </Button>
      ) : null}
      {isTaking ? (
        <ActForm
          act="tours.match"
          draft=""
          initial={{ day: common[0]?.from ?? '', from: '09:00', until: '11:00' }}
          input={({ place, ...when }: When & { place: string }) => ({
            unitId,
            requestId,
            offerId,
            place,
            ...momentsOf(when),
          })}
          submit="排定"
          done={close}
          cancel={() => setIsTaking(false)}
        >
          <WhenFields />
        </ActForm>
      ) : null}
    </li>
  )
}
