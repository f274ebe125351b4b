import type { EntryOf, Output } from '@zhixing/contract'
import { ageGroups, applicantStages, educationGroups } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import { reserveColumns } from './candidate-columns.tsx'

type Shown = Output<EntryOf<'development.reserve'>>

const size = 50
const reserved = ['applicant', 'activist', 'target'] as const

/** Everybody in reserve, sorted by schooling, age and what they can do. */
export function ReservePage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/development/reserve' })
  const { stage = null, education = null, age = null, ability = '', text = '', page = 1 } = search
  const chosen = { stage, education, age, ability, text }
  const answer = useAnswer('development.reserve', { organizationId, ...chosen, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="申请人、积极分子、发展对象按学历、年龄、能力分类；数字是本级和下级的人数。">
              后备人员{' '}
              <Count of={reserved.reduce((all, key) => all + (shown.stages[key] ?? 0), 0)} />{' '}
              名，其中大专以上{' '}
              <Count
                of={
                  (shown.educations.graduate ?? 0) +
                  (shown.educations.bachelor ?? 0) +
                  (shown.educations.college ?? 0)
                }
              />{' '}
              名，35岁及以下 <Count of={(shown.ages.under30 ?? 0) + (shown.ages.under36 ?? 0)} />{' '}
              名。
            </Sentence>
            <DevelopmentBar />
            <Chooser shown={shown} />
            {shown.total === 0 ? (
              <Empty title="没有这样的后备人员" example="林新禾，大学本科，28 岁，产业带富。">
                登记入党申请人后在这里分类；能力分类在“更正信息”里填写，分哪几类由本地做法规定。
              </Empty>
            ) : (
              <>
                <DataList
                  label="后备人员"
                  columns={reserveColumns}
                  rows={shown.rows}
                  keyOf={({ applicantId }) => applicantId}
                />
                <Pager page={page} size={size} total={shown.total} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Chooser({ shown }: { shown: Shown }) {
  const search = useSearch({ from: '/shell/development/reserve' })
  const change = useSearchChange()
  const choose = (key: 'education' | 'age' | 'ability') => (value: string | undefined) =>
    change({ [key]: value, page: undefined })
  return (
    <Filters
      choices={
        <FilterChoices
          choices={[
            {
              key: undefined,
              word: '全部',
              count: reserved.reduce((all, key) => all + (shown.stages[key] ?? 0), 0),
            },
            ...reserved.map((key) => ({
              key,
              word: applicantStages[key],
              count: shown.stages[key] ?? 0,
            })),
          ]}
          chosen={search.stage}
          choose={(stage) => change({ stage, page: undefined })}
        />
      }
    >
      <Facet
        label="学历"
        value={search.education}
        choose={choose('education')}
        options={keysOf(educationGroups).map((key) => ({
          value: key,
          label: `${educationGroups[key]}（${shown.educations[key] ?? 0}）`,
        }))}
      />
      <Facet
        label="年龄"
        value={search.age}
        choose={choose('age')}
        options={keysOf(ageGroups).map((key) => ({
          value: key,
          label: `${ageGroups[key]}（${shown.ages[key] ?? 0}）`,
        }))}
      />
      <Facet
        label="能力"
        value={search.ability}
        choose={choose('ability')}
        options={shown.abilities.map(({ name, count }) => ({
          value: name,
          label: `${name}（${count}）`,
        }))}
      />
      <SearchText label="按姓名找" placeholder="姓名或拼音" text={search.text ?? ''} />
    </Filters>
  )
}

type FacetProps = {
  label: string
  value: string | undefined
  choose: (value: string | undefined) => void
  options: { value: string; label: string }[]
}

function Facet({ label, value, choose, options }: FacetProps) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={options}
      onChange={(next: string | null | undefined) => choose(next ?? undefined)}
    />
  )
}
