import { newId } from '@zhixing/kit/new-id.ts'
import { keepCaptures, type Kept, type KeptRound } from '@zhixing/kit/outreach/kept.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import { CaptureForm, type Facts } from './CaptureForm.tsx'
import { useDoors } from './use-doors.ts'

/** Written on the phone at once, whatever the network; the server hears of it when it can be reached. */
export function CapturePage() {
  const { roundId } = useParams({ from: '/outreach/$roundId/capture' })
  const { members = '', edit } = useSearch({ from: '/outreach/$roundId/capture' })
  const { answer } = useDoors()
  return (
    <SubPage title="登记上门" back="/outreach">
      <Answered answer={answer}>
        {({ hasOwner, rounds, captures }) => {
          const round = rounds.find((one) => one.roundId === roundId)
          const wanted = members.split('.')
          const stops = round?.stops.filter(({ memberId }) => wanted.includes(memberId)) ?? []
          if (!round || !hasOwner || stops.length === 0)
            return <Empty title="手机里没有这一户">这轮送学可能已经结束，或者换了人登录。</Empty>
          const before = captures.find(({ captureId }) => captureId === edit)
          return (
            <>
              <Sentence note="先存在手机里，有网络时自动上交">
                给{stops.map(({ name }) => name).join('、')}送学上门。
              </Sentence>
              <Writing
                key={edit ?? members}
                round={round}
                memberIds={stops.map(({ memberId }) => memberId)}
                before={before}
              />
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

type WritingProps = {
  round: KeptRound
  memberIds: string[]
  before: Kept | undefined
}

function Writing({ round, memberIds, before }: WritingProps) {
  const navigate = useNavigate()
  const { unitId, roundId, items } = round
  const keep = async (facts: Facts) => {
    const written = before
      ? [{ ...before, ...facts, state: 'waiting' as const, problem: '' }]
      : memberIds.map((memberId): Kept => ({
          ...facts,
          ...fresh,
          unitId,
          roundId,
          memberId,
          captureId: newId(),
        }))
    await keepCaptures(written)
    await navigate({ to: '/outreach' })
  }
  return <CaptureForm items={items} before={before} keep={keep} />
}

const fresh = {
  state: 'waiting',
  isKnown: false,
  photoId: null,
  problem: '',
  theirs: null,
  visit: null,
} as const
