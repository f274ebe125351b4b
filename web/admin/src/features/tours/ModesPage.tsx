import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes } from '@zhixing/contract/tour-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Parts } from './Parts.tsx'

type Row = Output<EntryOf<'tours.modes'>>['rows'][number]

const advices = { suits: '适合', hardly: '不大适合', possible: '可以' } as const
const say = (keys: Row['suits']) => keys.map((key) => cohorts[key]).join('、') || '—'

const columns: Column<Row>[] = [
  {
    key: 'mode',
    title: '方式',
    width: '7rem',
    narrow: true,
    cell: ({ mode }) => deliveryModes[mode],
  },
  { key: 'suits', title: '适合谁', width: 'minmax(10rem, 2fr)', cell: ({ suits }) => say(suits) },
  {
    key: 'hardly',
    title: '不大适合',
    width: 'minmax(8rem, 1fr)',
    cell: ({ hardly }) => say(hardly),
  },
  {
    key: 'advice',
    title: '对所选人群',
    width: '7rem',
    narrow: true,
    cell: ({ advice }) => (advice ? advices[advice] : '—'),
  },
  {
    key: 'times',
    title: '今年人次',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ times }) => times,
  },
]

/** Which way of teaching suits whom, and whether people are mainly taught face to face. */
export function ModesPage() {
  const { organizationId } = useOrganization()
  const { cohort: chosen = null } = useSearch({ from: '/shell/tours/modes' })
  const change = useSearchChange()
  const answer = useAnswer('tours.modes', { organizationId, cohort: chosen })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ year, faceToFace, delivered, rows }) => (
          <>
            <Sentence note="面对面授课为主、送课上门为辅">
              {year} 年面对面授课 <Count of={faceToFace} /> 人次，送课送学上门{' '}
              <Count of={delivered} /> 人次。
            </Sentence>
            <Filters>
              <Select
                style={{ minWidth: '12rem' }}
                aria-label="对哪些人"
                allowClear
                placeholder="选一类人，看哪些方式适合"
                value={chosen}
                options={choicesOf(cohorts)}
                onChange={(next) => change({ cohort: next ?? undefined })}
              />
            </Filters>
            <DataList label="培训方式" columns={columns} rows={rows} keyOf={({ mode }) => mode} />
          </>
        )}
      </Answered>
    </Page>
  )
}
