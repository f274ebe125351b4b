import { affiliationWays } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Section } from '../../../ui/Page.tsx'
import styles from './Member.module.css'

type Props = { memberKey: { unitId: string; memberId: string } }

/** Where somebody belonged, and who changed what. */
export function MemberHistory({ memberKey }: Props) {
  const answer = useAnswer('members.history', memberKey)
  return (
    <Section title="沿革">
      <Answered answer={answer}>
        {({ affiliations, changes }) => (
          <>
            {affiliations.map(({ organizationName, from, until, how }) => (
              <div key={organizationName + from} className={styles.change}>
                {organizationName}{' '}
                <small>{`${from} 至${until ?? '今'} · ${affiliationWays[how]}`}</small>
              </div>
            ))}
            {changes.map(({ at, byName, what, fields }) => (
              <div key={at + what} className={styles.change}>
                {what} <small>{`${byName} · ${moment(at)}`}</small>
                {fields.length > 0 ? (
                  <ul>
                    {fields.map(({ word, before, after }) => (
                      <li key={word}>
                        {word}：{before ? `${before} → ` : ''}
                        {after || '（清空）'}
                      </li>
                    ))}
                  </ul>
                ) : null}
              </div>
            ))}
          </>
        )}
      </Answered>
    </Section>
  )
}
