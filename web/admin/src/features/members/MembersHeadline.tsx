import type { EntryOf, Output } from '@zhixing/contract'
import { rosters } from '@zhixing/contract/words.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = { tally: Output<EntryOf<'members.tally'>>; step: ReactNode }

const keys = ['inPost', 'noPost', 'floating'] as const

/** How many, and on which of the three rosters; every number opens its rows. */
export function MembersHeadline({ tally, step }: Props) {
  const { total, stages, cohorts } = tally
  const { probationary = 0 } = stages
  const { lost = 0 } = cohorts
  return (
    <Sentence note="三张清单互不重叠，每名党员恰在其中一张；点数字看名单" step={step}>
      名册共 <Count of={total.toLocaleString('zh-CN')} /> 人：
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 ? '、' : ''}
          {rosters[key].slice(0, 2)}{' '}
          <Link to="/members" search={{ roster: key }}>
            {(tally.rosters[key] ?? 0).toLocaleString('zh-CN')}
          </Link>
        </span>
      ))}
      {probationary > 0 ? (
        <>
          ，其中预备党员{' '}
          <Link to="/members" search={{ stage: 'probationary' }}>
            {probationary}
          </Link>{' '}
          人
        </>
      ) : null}
      {lost > 0 ? (
        <>
          ，<Count of={lost} stress /> 人失联
        </>
      ) : null}
      。
    </Sentence>
  )
}
