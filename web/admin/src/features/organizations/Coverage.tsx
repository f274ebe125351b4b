import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './Organizations.module.css'

type Props = { organizationId: string; choose: (id: string) => void }
type Covered = Output<EntryOf<'organizations.coverage'>>

/** Where there are members there is an organization; who and what is left out, by name. */
export function Coverage({ organizationId, choose }: Props) {
  const answer = useAnswer('organizations.coverage', { organizationId })
  return (
    <Answered answer={answer}>
      {(covered) => (
        <Section title="组织覆盖" aside={covered.least.clause}>
          <p>{sentenceOf(covered)}</p>
          <ul>
            {covered.units.map(({ employer, full, members }) => (
              <li key={employer} className={styles.below}>
                <b>{employer}</b>
                <span>
                  {members} 名党员在此工作（正式 {full} 名），还没有党组织
                </span>
              </li>
            ))}
            {covered.outside.rows.map((row) => (
              <li key={row.memberId} className={styles.below}>
                <b>{row.name}</b>
                <span>
                  直接挂在
                  <button type="button" onClick={() => choose(row.organizationId)}>
                    {row.organizationName}
                  </button>
                  ，没有编入支部
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Answered>
  )
}

function sentenceOf({ outside, units, least }: Covered): string {
  if (outside.total === 0 && units.length === 0)
    return `每名党员都编入了支部；没有满 ${least.value} 名正式党员而未建支部的单位。`
  const parts = [
    outside.total > 0 ? `${outside.total} 名党员没有编入支部` : '',
    units.length > 0 ? `${units.length} 个单位满 ${least.value} 名正式党员而没有党组织` : '',
  ].filter(Boolean)
  return `${parts.join('，')}：`
}
