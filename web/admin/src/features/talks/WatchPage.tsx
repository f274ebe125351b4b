import type { EntryOf, Output } from '@zhixing/contract'
import { talkSigns, talkStates } from '@zhixing/contract/talk-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Reasons } from './Reasons.tsx'
import { TalkBar } from './TalkBar.tsx'

type Shown = Output<EntryOf<'talks.watchlist'>>
type Row = Shown['rows'][number]

const size = 50

/** Whom the data suggest to talk with, each with the reasons; one press asks them to a talk. */
export function WatchPage() {
  const { organizationId } = useOrganization()
  const { sign, all = false, page = 1, open } = useSearch({ from: '/shell/talks' })
  const change = useSearchChange()
  const asked = { organizationId, all, page, size, ...(sign ? { sign } : {}) }
  const answer = useAnswer('talks.watchlist', asked)
  const [unitId, memberId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <TalkBar>
              <Checkbox
                checked={all}
                onChange={({ target }) => change({ all: target.checked || undefined })}
              >
                已约谈的也列出
              </Checkbox>
            </TalkBar>
            <Choices shown={shown} chosen={sign} />
            <Watched shown={shown} page={page} />
            <DetailPanel
              title={shown.rows.find((row) => row.memberId === memberId)?.name ?? '为什么在名单上'}
              open={memberId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && memberId ? (
                <Reasons
                  key={memberId}
                  unitId={unitId}
                  memberId={memberId}
                  mayHold={shown.mayHold}
                />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  return (
    <Sentence note="与本人以前的几个月相比，不与别人比；免硬性要求的党员不列入。谈话内容只有书记和上级党委看得到。">
      {shown.waiting === 0 ? (
        '目前没有需要谈话提醒的党员。'
      ) : (
        <>
          <Count of={shown.waiting} stress /> 名党员近来学习或到会明显落后，还没有谈话。
        </>
      )}
    </Sentence>
  )
}

type Sign = keyof typeof talkSigns

function Choices({ shown, chosen }: { shown: Shown; chosen: Sign | undefined }) {
  const change = useSearchChange()
  const choices = keysOf(talkSigns).map((key) => ({
    key,
    word: talkSigns[key],
    count: shown.counts[key],
  }))
  return (
    <FilterChoices<Sign>
      choices={[{ key: undefined, word: '全部', count: shown.total || shown.waiting }, ...choices]}
      chosen={chosen}
      choose={(key) => change({ sign: key, page: undefined })}
    />
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`${unitId}:${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'reasons',
    title: '为什么',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ reasons }) => reasons.map(({ sentence }) => sentence).join('；'),
  },
  {
    key: 'talk',
    title: '谈话',
    width: '6rem',
    cell: ({ talk }) => (talk ? talkStates[talk.state] : '未约'),
  },
]

function Watched({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty
        title="名单是空的"
        example="“近 3 个月到会率 40%，此前 6 个月为 92%”，点开看逐月数字，一键约谈。"
      >
        系统每天按规则参数核对学时、到会和无故缺席；有人明显下滑时列在这里，并写明依据。
      </Empty>
    )
  return (
    <>
      <DataList
        label="关注名单"
        columns={columns}
        rows={shown.rows}
        keyOf={({ memberId }) => memberId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
