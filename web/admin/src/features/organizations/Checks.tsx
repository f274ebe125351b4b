import { setupChecks } from '@zhixing/contract/words.ts'
import { Button } from 'antd'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { SeverityMark } from './SeverityMark.tsx'
import styles from './Organizations.module.css'
import type { OrganizationAct } from './route.ts'
import type { Check, Shown } from './types.ts'

/** The act that answers a check, where one form does. */
const answers: Partial<Record<Check['code'], { act: OrganizationAct; word: string }>> = {
  noSecretary: { act: 'appoint', word: '登记书记' },
  needsCommittee: { act: 'elect', word: '登记班子' },
  termUnknown: { act: 'elect', word: '登记换届' },
  termOverdue: { act: 'elect', word: '登记换届' },
  tooMany: { act: 'split', word: '分设支部' },
  tooFew: { act: 'merge', word: '并入另一支部' },
  jointUnits: { act: 'change', word: '登记覆盖单位' },
}

/** What the rules ask and is not so, with clause and next step. */
export function Checks({ shown }: { shown: Shown }) {
  const change = useSearchChange()
  const { checks, can } = shown
  if (checks.length === 0) return null
  return (
    <Section title="设置检查" aside={`${checks.length} 项`}>
      <ul>
        {checks.map(({ code, severity, sentence, clause, next }) => {
          const answer = answers[code]
          return (
            <li key={code} className={styles.check}>
              <SeverityMark severity={severity} word={setupChecks[code]} />
              <div>
                <p>{sentence}</p>
                <p className={styles.faint}>
                  {clause}。{next}。
                </p>
              </div>
              {answer && can.change ? (
                <Button onClick={() => change({ act: answer.act })}>{answer.word}</Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
