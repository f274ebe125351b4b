import { ballotStates } from '@zhixing/contract/ballot-words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { BallotPanel } from '../../ballots/BallotPanel.tsx'
import recordStyles from '../record/Record.module.css'
import type { Activity } from '../state.ts'
import styles from './Motions.module.css'

/** What else was voted on at this meeting: an election, an appraisal. It is opened on a page of its own, counted here too. */
export function OtherBallots({ activity: { unitId, ballots } }: { activity: Activity }) {
  const [ballotId, setBallotId] = useState<string>()
  if (ballots.length === 0) return null
  return (
    <section aria-label="选举和测评">
      <h3 className={recordStyles.heading}>选举和测评</h3>
      <ol className={styles.motions}>
        {ballots.map((one) => (
          <li key={one.ballotId}>
            <p>
              <b>{one.title}</b>
              <small>{ballotStates[one.state]}</small>
            </p>
            {one.sentence ? <p>{one.sentence}</p> : null}
            <div className={styles.tools}>
              <Button size="small" onClick={() => setBallotId(one.ballotId)}>
                {one.state === 'open' ? '看投票、计票' : '看投票情况'}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <DetailPanel
        title="投票与计票"
        open={ballotId !== undefined}
        onClose={() => setBallotId(undefined)}
      >
        {ballotId ? <BallotPanel unitId={unitId} ballotId={ballotId} /> : null}
      </DetailPanel>
    </section>
  )
}
