import type { EntryOf, Input } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Radio } from 'antd'
import type { ReactNode } from 'react'
import styles from './Development.module.css'
import { keyOf, type Shown } from './shown.ts'

export type Motion = NonNullable<Input<EntryOf<'development.decide'>>['motion']>

type Props = {
  shown: Shown
  motion: Motion | null
  choose: (motion: Motion | null, on?: string) => void
  /** The fields for a vote that no record has. */
  children: ReactNode
}

/** The vote as the record of the branch meeting has it; typed only where there is none. */
export function MeetingVote({ shown, motion, choose, children }: Props) {
  const answer = useAnswer('development.meetings', keyOf(shown))
  return (
    <Answered answer={answer}>
      {({ rows }) => {
        const pick = (id: string) => {
          const found = rows.find(({ motionId }) => motionId === id)
          if (!found) return choose(null)
          const { activityId, motionId, on } = found
          return choose({ activityId, motionId }, on)
        }
        return (
          <>
            <div className={styles.field}>
              <span>
                {rows.length === 0
                  ? '没有办结的支部党员大会记录写有对本人的无记名表决；办结以后可以直接读取，或者照纸质记录填写。'
                  : '表决结果从支部党员大会记录读取'}
              </span>
              {rows.length === 0 ? null : (
                <Radio.Group
                  value={motion?.motionId ?? ''}
                  onChange={({ target }) => pick(String(target.value))}
                  options={[
                    ...rows.map((one) => ({
                      value: one.motionId,
                      label: `${one.on} ${one.text}：应到 ${one.entitled}，实到 ${one.present}，赞成 ${one.inFavour}，反对 ${one.against}，弃权 ${one.abstained}`,
                    })),
                    { value: '', label: '不在平台上，照纸质记录填写' },
                  ]}
                />
              )}
            </div>
            {motion === null ? children : null}
          </>
        )
      }}
    </Answered>
  )
}
