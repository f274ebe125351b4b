import type { EntryOf, Output } from '@zhixing/contract'
import { heartTalkKinds } from '@zhixing/contract/appraisal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox, Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AppraisalBar } from './AppraisalBar.tsx'
import { Matrix } from './Matrix.tsx'

export type Talks = Output<EntryOf<'heartTalks.matrix'>>
type Row = Talks['rows'][number]

const size = 50

/** Who has talked with whom in a branch this year, and who still owes which talk. */
export function HeartTalksPage() {
  const { organizationId } = useOrganization()
  const { owing = false, page = 1, ...search } = useSearch({ from: '/shell/appraisal/talks' })
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const asked = { organizationId, year, onlyOwing: owing, page, size }
  const answer = useAnswer('heartTalks.matrix', asked)
  const change = useSearchChange()
  return (
    <Page>
      <Answered answer={answer}>
        {(talks) => (
          <>
            <Headline talks={talks} year={year} />
            <AppraisalBar>
              <YearSelect year={year} />
            </AppraisalBar>
            {talks.isBranch ? (
              <>
                <Checkbox
                  checked={owing}
                  onChange={({ target }) =>
                    change({ owing: target.checked ? true : undefined, page: undefined })
                  }
                >
                  只看没有谈够的
                </Checkbox>
                <People talks={talks} />
                <Pager page={page} size={size} total={talks.total} />
                <Section title="谁和谁谈过">
                  <Matrix talks={talks} />
                </Section>
                {talks.mayHold ? <Enter talks={talks} organizationId={organizationId} /> : null}
              </>
            ) : (
              <Empty title="谈心谈话在支部看">
                左上角选一个党支部，这里看谁和谁谈过、谁还没有谈够。
              </Empty>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({
  talks: { people, done, times, clause, isBranch },
  year,
}: {
  talks: Talks
  year: number
}) {
  if (!isBranch) return <Sentence note={clause}>{year} 年谈心谈话。</Sentence>
  return (
    <Sentence note={`班子成员之间、班子成员和党员、党员之间每年各不少于规定次数；依据：${clause}`}>
      {year} 年谈心谈话 {times} 次，
      <Count of={done} />/{people.length} 人谈够了，还差{' '}
      <Count of={people.length - done} stress={people.length > done} /> 人。
    </Sentence>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '8rem',
    narrow: true,
    cell: ({ name, isOfficer }) => `${name}${isOfficer ? '（班子）' : ''}`,
  },
  {
    key: 'state',
    title: '谈够没有',
    width: '7rem',
    narrow: true,
    cell: ({ isDone }) => (
      <>
        <Shape name={isDone ? 'check' : 'ring'} /> {isDone ? '谈够了' : '还没有'}
      </>
    ),
  },
  {
    key: 'owed',
    title: '还差',
    width: 'minmax(14rem, 1fr)',
    cell: ({ owed }) =>
      owed
        .map(
          ({ kind, done, needed: all, withNames }) =>
            `${heartTalkKinds[kind]} ${String(done)}/${String(all)}：可和${withNames.slice(0, 4).join('、')}${withNames.length > 4 ? '等' : ''}谈`,
        )
        .join('；'),
  },
]

function People({ talks: { rows } }: { talks: Talks }) {
  return rows.length === 0 ? (
    <Empty title="都谈够了">各种谈心谈话都达到了规定次数。</Empty>
  ) : (
    <DataList label="谈心谈话" columns={columns} rows={rows} keyOf={({ memberId }) => memberId} />
  )
}

type Values = { oneId: string; otherId: string; day: string; note?: string }

/** For two who have no phone. */
function Enter({ talks, organizationId }: { talks: Talks; organizationId: string }) {
  const options = talks.people.map(({ memberId, name }) => ({ value: memberId, label: name }))
  const search = { showSearch: true, optionFilterProp: 'label' } as const
  return (
    <Section title="代录一次谈心谈话">
      <ActForm
        isSecond
        act="heartTalks.enter"
        draft=""
        initial={{ day: thisDay() }}
        input={(values: Values) => ({ ...values, note: values.note ?? '', organizationId })}
        submit="记下并告知两人"
        done={() => undefined}
      >
        <Form.Item name="oneId" label="谁" rules={needed('选一个人')}>
          <Select {...search} options={options} />
        </Form.Item>
        <Form.Item name="otherId" label="和谁" rules={needed('选一个人')}>
          <Select {...search} options={options} />
        </Form.Item>
        <Form.Item name="day" label="哪天谈的">
          <Input type="date" max={thisDay()} />
        </Form.Item>
        <Form.Item name="note" label="在哪里谈的（不写谈话内容）">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </Section>
  )
}
