import type { EntryOf, Output } from '@zhixing/contract'
import { talkSigns, talkStates } from '@zhixing/contract/talk-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { TalkBar } from './TalkBar.tsx'
import { TalkView } from './TalkView.tsx'
import styles from './Talks.module.css'

type Shown = Output<EntryOf<'talks.list'>>
type Row = Shown['rows'][number]
type State = Row['state']

const size = 50

/** What is to be held, looked after, and what was settled. */
export function TalksPage() {
  const { organizationId } = useOrganization()
  const { state, page = 1, open } = useSearch({ from: '/shell/talks/list' })
  const change = useSearchChange()
  const asked = { organizationId, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('talks.list', asked)
  const [unitId, talkId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="约谈、记录、跟进直到办结；内容加密保存，只有书记和上级党委看得到。">
              待谈话 <Count of={shown.counts.planned} stress={shown.counts.planned > 0} />{' '}
              人，跟进中 <Count of={shown.counts.following} /> 人，已办结{' '}
              <Count of={shown.counts.closed} /> 人。
            </Sentence>
            <TalkBar />
            <FilterChoices<State>
              choices={[
                { key: undefined, word: '全部', count: sumOf(shown) },
                ...keysOf(talkStates).map((key) => ({
                  key,
                  word: talkStates[key],
                  count: shown.counts[key],
                })),
              ]}
              chosen={state}
              choose={(key) => change({ state: key, page: undefined })}
            />
            <Talks shown={shown} page={page} />
            <DetailPanel
              title="谈话记录"
              open={talkId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && talkId ? <TalkView key={talkId} unitId={unitId} talkId={talkId} /> : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function sumOf({ counts }: Shown): number {
  return Object.values(counts).reduce((all, one) => all + one, 0)
}

const shapes: Record<State, ShapeName> = {
  planned: 'ring',
  following: 'half',
  closed: 'check',
  cancelled: 'dashed',
}

function nextOf({ state, plannedOn, followUpOn }: Row): string {
  if (state === 'planned') return `${plannedOn} 谈`
  return followUpOn ? `${followUpOn} 跟进` : '—'
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, talkId, name }) => <LineLink open={`${unitId}:${talkId}`}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'why',
    title: '为什么谈',
    width: 'minmax(8rem, 1fr)',
    cell: ({ reasons, cause }) => reasons.map(({ sign }) => talkSigns[sign]).join('、') || cause,
  },
  { key: 'talker', title: '谁谈', width: '7rem', cell: ({ talkerName }) => talkerName },
  {
    key: 'next',
    title: '下一步',
    width: '9rem',
    cell: nextOf,
  },
  {
    key: 'state',
    title: '状态',
    width: '7rem',
    narrow: true,
    cell: ({ state, isLate }) => (
      <span className={isLate ? styles.late : styles.mark}>
        <Shape name={isLate ? 'triangle' : shapes[state]} />
        {isLate ? '已逾期' : talkStates[state]}
      </span>
    ),
  },
]

function Talks({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="没有谈话" step={<LinkButton to="/talks">看关注名单</LinkButton>}>
        从关注名单约谈，谈后记录、按期跟进，有改进再办结。
      </Empty>
    )
  return (
    <>
      <DataList label="谈话" columns={columns} rows={shown.rows} keyOf={({ talkId }) => talkId} />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
