import type { EntryOf, Output } from '@zhixing/contract'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import { boardColumns } from './board-columns.tsx'

type Shown = Output<EntryOf<'development.board'>>
type Stage = keyof typeof applicantStages

const size = 50

/** Everybody on the way to membership and what is next, whoever is late first. */
export function BoardPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/development' })
  const { stage, late = false, text = '', page = 1, adding = false } = search
  const change = useSearchChange()
  const may = useMay()
  const asked = { organizationId, stage: stage ?? null, onlyLate: late, text, page, size }
  const answer = useAnswer('development.board', asked)
  const step = may('development.keep') ? (
    <Button type="primary" onClick={() => change({ adding: true })}>
      登记申请人
    </Button>
  ) : null
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <DevelopmentBar>{step}</DevelopmentBar>
            <Board shown={shown} page={page} isSearched={text !== '' || late || Boolean(stage)} />
          </>
        )}
      </Answered>
      <DetailPanel
        title="登记入党申请人"
        open={adding}
        onClose={() => change({ adding: undefined })}
      >
        {adding ? <RegisterForm close={() => change({ adding: undefined })} /> : null}
      </DetailPanel>
    </Page>
  )
}

function Headline({ shown: { stages, late } }: { shown: Shown }) {
  return (
    <Sentence note="二十五步按申请当日的细则办理；逾期的在前，点姓名看下一步缺什么。">
      申请人 <Count of={stages.applicant ?? 0} /> 名，积极分子 <Count of={stages.activist ?? 0} />{' '}
      名，发展对象 <Count of={stages.target ?? 0} /> 名，预备党员{' '}
      <Count of={stages.probationary ?? 0} /> 名
      {late > 0 ? (
        <>
          ，<Count of={late} stress /> 名有事项逾期
        </>
      ) : (
        '，没有逾期'
      )}
      。
    </Sentence>
  )
}

type Props = { shown: Shown; page: number; isSearched: boolean }

function Board({ shown: { rows, total, stages }, page, isSearched }: Props) {
  const { stage, late = false, text } = useSearch({ from: '/shell/development' })
  const change = useSearchChange()
  return (
    <>
      <Filters
        choices={
          <FilterChoices<Stage>
            choices={[
              { key: undefined, word: '在办', count: sumOf(stages) },
              ...keysOf(applicantStages).map((key) => ({
                key,
                word: applicantStages[key],
                count: stages[key] ?? 0,
              })),
            ]}
            chosen={stage}
            choose={(key) => change({ stage: key, page: undefined })}
          />
        }
      >
        <Checkbox
          checked={late}
          onChange={({ target }) => change({ late: target.checked || undefined, page: undefined })}
        >
          只看逾期
        </Checkbox>
        <SearchText label="按姓名找" placeholder="姓名或拼音" text={text} />
      </Filters>
      {total === 0 ? (
        <Empty
          title={isSearched ? '没有这样的对象' : '还没有登记入党申请人'}
          example="林新禾，第 6 步 培养教育考察，最早 2027-06-20 可办。"
        >
          收到入党申请书后登记；平台启用前已经办过的步骤可以补录，时间接着算。
        </Empty>
      ) : (
        <>
          <DataList
            label="发展党员进度"
            columns={boardColumns}
            rows={rows}
            keyOf={({ applicantId }) => applicantId}
          />
          <Pager page={page} size={size} total={total} />
        </>
      )}
    </>
  )
}

function sumOf(stages: Shown['stages']): number {
  return keysOf(applicantStages).reduce(
    (all, key) => all + (key === 'ended' ? 0 : (stages[key] ?? 0)),
    0,
  )
}
