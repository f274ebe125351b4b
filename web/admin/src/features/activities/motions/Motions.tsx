import { motionStates } from '@zhixing/contract/life-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { BallotPanel } from '../../ballots/BallotPanel.tsx'
import { AskReason } from '../record/AskReason.tsx'
import recordStyles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'
import { BallotForm } from './BallotForm.tsx'
import { MotionForm } from './MotionForm.tsx'
import styles from './Motions.module.css'
import { VoteForm } from './VoteForm.tsx'

export type Motion = Activity['motions'][number]
type Open = { what: 'words' | 'vote' | 'ballot' | 'count' | 'defer'; motion?: Motion }

const shapes: Record<Motion['state'], ShapeName> = {
  open: 'ring',
  voting: 'half',
  passed: 'check',
  failed: 'cross',
  deferred: 'dashed',
}

/** What is put to the vote: who may vote, what was said, the count, and what became of it. */
export function Motions({ activity }: { activity: Activity }) {
  const [open, setOpen] = useState<Open>()
  const { kind, motions, can, stage } = activity
  const canChange = can.organize && stage !== 'closed'
  if (!kind.deliberates || (motions.length === 0 && !canChange)) return null
  return (
    <section aria-label="民主议事">
      <h3 className={recordStyles.heading}>
        民主议事
        <small>{electorateWords(activity)}</small>
      </h3>
      <ol className={styles.motions}>
        {motions.map((motion) => (
          <MotionLine
            key={motion.motionId}
            activity={activity}
            motion={motion}
            canChange={canChange}
            open={setOpen}
          />
        ))}
      </ol>
      {canChange ? <Button onClick={() => setOpen({ what: 'words' })}>提出议题</Button> : null}
      <Opened open={open} activity={activity} go={setOpen} close={() => setOpen(undefined)} />
    </section>
  )
}

function electorateWords({ electorate, stage }: Activity): string {
  if (!electorate || stage === 'closed') return ''
  const { entitled, present, needed, toPass, isMet, clause } = electorate
  const enough = isMet ? `赞成 ${toPass} 人通过` : `至少到会 ${needed} 人才能表决`
  return `应到会有表决权 ${entitled} 人，已到 ${present} 人，${enough}（${clause}；预备党员和留党察看的没有表决权）`
}

type LineProps = {
  activity: Activity
  motion: Motion
  canChange: boolean
  open: (open: Open) => void
}

function MotionLine({ activity, motion, canChange, open }: LineProps) {
  const { text, proposerName, discussion, state, result, publishedAt } = motion
  const canTouch = canChange && !publishedAt
  const isVoting = motion.vote?.state === 'open'
  return (
    <li>
      <p>
        <Shape name={shapes[state]} /> <b>{text}</b>
        <small>
          {motionStates[state]}
          {proposerName ? ` · ${proposerName}提议` : ''}
        </small>
      </p>
      {discussion ? <p className={styles.discussion}>{discussion}</p> : null}
      {state === 'open' ? null : <p>{result}</p>}
      {canTouch || motion.vote ? (
        <div className={styles.tools}>
          {canTouch && !isVoting ? <Choices motion={motion} open={open} /> : null}
          {motion.vote ? (
            <Button
              size="small"
              type={isVoting ? 'primary' : 'default'}
              onClick={() => open({ what: 'count', motion })}
            >
              {isVoting ? '看投票、计票' : '看投票情况'}
            </Button>
          ) : null}
          {canTouch && isVoting ? <LateComers activity={activity} motion={motion} /> : null}
        </div>
      ) : null}
      <Publish activity={activity} motion={motion} />
    </li>
  )
}

/** How the motion is decided, or that it is not yet. */
function Choices({ motion, open }: Pick<LineProps, 'motion' | 'open'>) {
  const isCounted = motion.vote?.state === 'closed'
  return (
    <>
      <Button size="small" onClick={() => open({ what: 'words', motion })}>
        改文字
      </Button>
      {isCounted ? null : (
        <Button size="small" onClick={() => open({ what: 'vote', motion })}>
          {motion.ballot ? '更正举手表决' : '登记举手表决'}
        </Button>
      )}
      <Button size="small" type="primary" onClick={() => open({ what: 'ballot', motion })}>
        {isCounted ? '重新投票' : '无记名投票'}
      </Button>
      {isCounted ? null : (
        <Button size="small" onClick={() => open({ what: 'defer', motion })}>
          暂缓表决
        </Button>
      )}
    </>
  )
}

function LateComers({ activity, motion }: { activity: Activity; motion: Motion }) {
  const { mutate, isPending, error } = useAct('motions.openBallot')
  const { motionId, version } = motion
  const form = { way: 'electronic', ballotKind: 'motion' } as const
  return (
    <>
      <Button
        size="small"
        loading={isPending}
        onClick={() => mutate({ ...keyOf(activity), motionId, version, ...form })}
      >
        后到的人也发票
      </Button>
      <span role="alert">{error?.message}</span>
    </>
  )
}

function Publish({ activity, motion }: { activity: Activity; motion: Motion }) {
  const { mutate, isPending, error } = useAct('motions.publish')
  const { publishedAt, state, motionId } = motion
  if (publishedAt) return <small>{moment(publishedAt)} 已向支部全体党员公开</small>
  const isDecided = state === 'passed' || state === 'failed'
  if (activity.stage !== 'closed' || !activity.can.close || !isDecided) return null
  return (
    <div className={styles.tools}>
      <Button
        size="small"
        loading={isPending}
        onClick={() => mutate({ ...keyOf(activity), motionId })}
      >
        向支部公开结果
      </Button>
      <span role="alert">{error?.message}</span>
    </div>
  )
}

type OpenedProps = {
  open: Open | undefined
  activity: Activity
  go: (open: Open) => void
  close: () => void
}

function Opened({ open, activity, go, close }: OpenedProps) {
  const { mutate, isPending, error, reset } = useAct('motions.defer')
  if (!open) return null
  const { what, motion } = open
  if (what === 'words' || !motion)
    return <MotionForm activity={activity} motion={motion} close={close} />
  if (what === 'ballot' || what === 'count')
    return <Secret open={{ what, motion }} activity={activity} go={go} close={close} />
  if (what === 'vote') return <VoteForm activity={activity} motion={motion} close={close} />
  const { motionId, version } = motion
  const leave = () => {
    reset()
    close()
  }
  return (
    <AskReason
      question="暂缓表决这个议题？"
      verb="暂缓表决"
      label="为什么暂缓"
      pending={isPending}
      problem={error?.message}
      confirm={(reason) =>
        mutate({ ...keyOf(activity), motionId, version, reason }, { onSuccess: leave })
      }
      close={leave}
    >
      {motion.text}
    </AskReason>
  )
}

type SecretProps = Omit<OpenedProps, 'open'> & { open: Required<Open> }

/** The form that opens a ballot, and the panel of the one that is open or counted. */
function Secret({ open: { what, motion }, activity, go, close }: SecretProps) {
  const current = activity.motions.find(({ motionId }) => motionId === motion.motionId) ?? motion
  const { vote } = current
  if (what === 'ballot')
    return (
      <BallotForm
        activity={activity}
        motion={current}
        close={close}
        opened={() => go({ what: 'count', motion: current })}
      />
    )
  return (
    <DetailPanel title="投票与计票" open onClose={close}>
      {vote ? <BallotPanel unitId={activity.unitId} ballotId={vote.ballotId} /> : null}
    </DetailPanel>
  )
}
