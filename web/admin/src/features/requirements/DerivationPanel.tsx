import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { DerivationView } from '@zhixing/kit/ui/DerivationView.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './DerivationPanel.module.css'
import { PostHours } from './PostHours.tsx'
import { ReverseEntry } from './ReverseEntry.tsx'
import type { RequirementKey } from './search.ts'

type Props = { open: string | undefined; requirement: RequirementKey; year: number | undefined }

/** Its place is in the address: "back" closes it, a copied link opens it. */
export function DerivationPanel({ open, requirement, year }: Props) {
  const change = useSearchChange()
  const [unitId = '', memberId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel
      title={`${requirementNames[requirement]}是怎么算出来的`}
      open={open !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {open ? (
        <Person
          key={open}
          unitId={unitId}
          memberId={memberId}
          requirement={requirement}
          year={year}
        />
      ) : null}
    </DetailPanel>
  )
}

type PersonProps = {
  unitId: string
  memberId: string
  requirement: RequirementKey
  year: number | undefined
}

function Person({ unitId, memberId, requirement, year }: PersonProps) {
  const may = useMay()
  const [posting, setPosting] = useState(false)
  const asked = { unitId, memberId, requirement, ...(year ? { year } : {}) }
  const answer = useAnswer('requirements.derivation', asked)
  return (
    <Answered answer={answer}>
      {(derivation) => (
        <>
          <h2 className={styles.name}>
            {derivation.person.name}
            <small>{derivation.person.branchName}</small>
          </h2>
          <DerivationView
            derivation={derivation}
            renderAct={(entry) =>
              may('ledgers.reverse') && entry.minutes > 0 && !entry.isReversed ? (
                <ReverseEntry unitId={unitId} entry={entry} />
              ) : null
            }
          />
          {may('ledgers.post') && !posting ? (
            <Button onClick={() => setPosting(true)}>凭证明补记学时</Button>
          ) : null}
          {posting ? (
            <PostHours unitId={unitId} memberId={memberId} close={() => setPosting(false)} />
          ) : null}
        </>
      )}
    </Answered>
  )
}
