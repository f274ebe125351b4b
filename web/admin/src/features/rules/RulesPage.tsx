import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { RuleList } from './RuleList.tsx'
import { RulePanel } from './RulePanel.tsx'
import { daySaid } from '../../format/day-said.ts'

/** Which thresholds hold here today, whose they are, and what is coming. */
export function RulesPage() {
  const { organizationId } = useOrganization()
  const { day, open } = useSearch({ from: '/shell/rules' })
  const answer = useAnswer('rules.list', { organizationId, ...(day ? { day } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(list) => (
          <>
            <RulesHeadline list={list} />
            <RuleList list={list} />
          </>
        )}
      </Answered>
      {open ? <RulePanel key={open} organizationId={organizationId} ruleKey={open} /> : null}
    </Page>
  )
}

function RulesHeadline({ list }: { list: Output<EntryOf<'rules.list'>> }) {
  const { rows, organization, day } = list
  const own = rows.filter(({ current }) => current.ownerId !== null).length
  const coming = rows.filter((row) => row.coming > 0).length
  const unsure = rows.filter(({ current }) => current.mark === 'unsure').length
  return (
    <Sentence
      note={`${daySaid(day)}适用于${organization.name}。下级可以从严，不能放宽；改动都另起一条，旧的留作历史。`}
    >
      共 <Count of={rows.length} /> 项参数，
      {own > 0 ? (
        <>
          其中 <Count of={own} /> 项由党组织从严设定，
        </>
      ) : (
        '都按全国规定执行，'
      )}
      {coming > 0 ? (
        <>
          <Count of={coming} stress /> 项即将变化，
        </>
      ) : null}
      <Count of={unsure} /> 项没有统一规定、按本地参数执行。
    </Sentence>
  )
}
