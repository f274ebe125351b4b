import { keysOf } from '@zhixing/kit/words.ts'
import { Input, InputNumber } from 'antd'
import styles from './Development.module.css'

export type Votes = {
  excluded: number
  excludedBecause: string
  present: number
  written: number
  inFavour: number
  against: number
  abstained: number
}

export const noVotes: Votes = {
  excluded: 0,
  excludedBecause: '',
  present: 0,
  written: 0,
  inFavour: 0,
  against: 0,
  abstained: 0,
}

const fields = {
  present: '实到人数',
  written: '会前书面意见',
  inFavour: '赞成',
  against: '反对',
  abstained: '弃权',
  excluded: '不计入应到会',
} as const

type Props = { votes: Votes; change: (votes: Votes) => void; roll: number }

/** A secret ballot, counted over everybody who may vote. */
export function VoteFields({ votes, change, roll }: Props) {
  const entitled = roll - votes.excluded
  const needed = Math.floor(entitled / 2) + 1
  return (
    <fieldset>
      <p>
        名册里有表决权的正式党员 {roll} 人，应到会 {entitled} 人；实到须有 {needed} 人，赞成须有{' '}
        {needed} 票。
      </p>
      <div className={styles.votes}>
        {keysOf(fields).map((key) => (
          <div key={key} className={styles.field}>
            <span>{fields[key]}</span>
            <InputNumber
              aria-label={fields[key]}
              min={0}
              max={10_000}
              value={votes[key]}
              onChange={(value) => change({ ...votes, [key]: value ?? 0 })}
            />
          </div>
        ))}
      </div>
      {votes.excluded > 0 ? (
        <div className={styles.field}>
          <span>不计入的理由</span>
          <Input
            aria-label="不计入的理由"
            maxLength={200}
            value={votes.excludedBecause}
            onChange={({ target }) => change({ ...votes, excludedBecause: target.value })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}
