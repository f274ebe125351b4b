import { feedbackKinds } from '@zhixing/contract/class-words.ts'
import { surveyStates } from '@zhixing/contract/survey-words.ts'
import { addDays, monthDay } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Section } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

type Kind = keyof typeof feedbackKinds

const verbs: Record<Kind, string> = { class: '请学员评估', workResult: '请学员反馈学用' }
/** People answer while they remember; what became of it they are given longer to write. */
const daysFor: Record<Kind, number> = { class: 14, workResult: 30 }

/** What the learners say of it: how good it was, and later what they did with it. */
export function Feedback({ state }: { state: ClassState }) {
  const answer = useAnswer('classFeedback.show', keyOf(state))
  return (
    <Answered answer={answer}>
      {({ rows, can }) => (
        <Section title="学员的话" aside={rows.length === 0 ? '还没有请学员评估' : ''}>
          {rows.length > 0 ? (
            <PlainTable
              columns={['问什么', '进展', '答了', '得分率']}
              rows={rows.map(({ kind, isAnonymous, share, ...row }) => [
                `${feedbackKinds[kind]}${isAnonymous ? '（匿名）' : ''}`,
                `${surveyStates[row.state]}，${monthDay(row.until)}截止`,
                `${row.answered} / ${row.asked} 人`,
                shareWords(share, isAnonymous),
              ])}
            />
          ) : (
            <p>开班以后可以请学员评估这个班；结业几个月以后，再请他们说说学的用上没有。</p>
          )}
          <div className={styles.actions}>
            {rows.map(({ kind, unitId, surveyId }) => (
              <Link key={surveyId} to="/surveys/$unitId/$surveyId" params={{ unitId, surveyId }}>
                看{feedbackKinds[kind]}的答卷
              </Link>
            ))}
            {keysOf(feedbackKinds).map((kind) =>
              (kind === 'class' ? can.ask : can.follow) ? (
                <Ask key={kind} state={state} kind={kind} />
              ) : null,
            )}
          </div>
        </Section>
      )}
    </Answered>
  )
}

function shareWords(share: number | null, isAnonymous: boolean): string {
  if (share !== null) return `${share}%`
  return isAnonymous ? '结束后看' : '—'
}

function Ask({ state, kind }: { state: ClassState; kind: Kind }) {
  const { message } = App.useApp()
  const { mutate, isPending } = useAct('classFeedback.ask')
  const until = addDays(thisDay(), daysFor[kind])
  return (
    <Button
      loading={isPending}
      onClick={() =>
        mutate(
          { ...keyOf(state), kind, until },
          { onSuccess: () => void message.success(`已发给学员，${monthDay(until)}前作答`) },
        )
      }
    >
      {verbs[kind]}
    </Button>
  )
}
