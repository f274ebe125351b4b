import type { EntryOf, Output } from '@zhixing/contract'
import { sayRule } from '@zhixing/contract/rule-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { RuleForm } from './RuleForm.tsx'
import { RuleHistory } from './RuleHistory.tsx'
import styles from './Rules.module.css'
import { markSaid, ownerSaid, spanSaid, tighterSaid } from './say.ts'

type Props = { organizationId: string; ruleKey: string }
type Shown = Output<EntryOf<'rules.show'>>

/** One rule: what holds, why, since when, and what was before. */
export function RulePanel({ organizationId, ruleKey }: Props) {
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const answer = useAnswer('rules.show', { organizationId, key: ruleKey })
  return (
    <DetailPanel title={answer.data?.rule.name ?? '规则参数'} open onClose={close}>
      <Answered answer={answer}>{(shown) => <RuleDetail shown={shown} />}</Answered>
    </DetailPanel>
  )
}

function RuleDetail({ shown }: { shown: Shown }) {
  const [setting, setSetting] = useState<'tighten' | 'correct'>()
  const { rule, current, can, organization } = shown
  return (
    <>
      <p className={styles.value}>{sayRule(current.value, rule.unit)}</p>
      <dl className={styles.facts}>
        <dt>依据</dt>
        <dd>
          {current.clause}
          {current.mark ? `（${markSaid[current.mark]}）` : ''}
        </dd>
        <dt>施行</dt>
        <dd>{spanSaid(current.from, current.until)}</dd>
        <dt>谁定的</dt>
        <dd>{ownerSaid(current)}</dd>
        <dt>下级</dt>
        <dd>{tighterSaid(rule)}</dd>
      </dl>
      {setting ? (
        <RuleForm shown={shown} setting={setting} close={() => setSetting(undefined)} />
      ) : (
        <div className={styles.steps}>
          {can.tighten ? (
            <Button type="primary" onClick={() => setSetting('tighten')}>
              为{organization.name}从严设定
            </Button>
          ) : null}
          {can.correct ? <Button onClick={() => setSetting('correct')}>更正全国参数</Button> : null}
        </div>
      )}
      <div className={styles.past}>
        <RuleHistory shown={shown} />
      </div>
    </>
  )
}
