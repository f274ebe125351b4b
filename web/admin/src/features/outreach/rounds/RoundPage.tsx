import type { EntryOf, Output } from '@zhixing/contract'
import { packItemKinds } from '@zhixing/contract/outreach-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Page, Section } from '../../../ui/Page.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import { Parts } from '../Parts.tsx'
import { Route } from './Route.tsx'
import { StopPanel } from './StopPanel.tsx'

export type Round = Output<EntryOf<'outreach.round'>>

/** One round: the route, what is packed for it, and what came of every door. */
export function RoundPage() {
  const key = useParams({ from: '/shell/outreach/rounds/$unitId/$roundId' })
  const answer = useAnswer('outreach.round', key)
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(round) => (
          <>
            <Headline round={round} />
            <Route key={round.version} round={round} />
            <Packing round={round} />
            <StopPanel round={round} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ round }: { round: Round }) {
  const { unitId, roundId, title, people, visited, waiting, disputed, endedOn, may } = round
  const { modal } = App.useApp()
  const { mutate } = useAct('outreach.endRound')
  const ask = () =>
    modal.confirm({
      title: `结束“${title}”？`,
      content: '手机上的名单随之清除；结束前上门、还没上交的记录仍可上交。',
      okText: '结束这一轮',
      cancelText: '取消',
      onOk: () => mutate({ unitId, roundId }),
    })
  const span = endedOn
    ? `${monthDay(endedOn)} 结束`
    : `${monthDay(round.from)}至${monthDay(round.until)}`
  return (
    <Sentence
      note={`${round.organizationName}，${span}，${round.visitors.join('、')}上门`}
      step={may.manage && endedOn === null ? <Button onClick={ask}>结束这一轮</Button> : null}
    >
      {title}：{people} 户中已确认 <Count of={visited} /> 户
      {waiting > 0 ? `，${String(waiting)} 户待第二人确认` : ''}
      {disputed > 0 ? (
        <>
          ，<Count of={disputed} stress /> 户说法不一
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Packing({ round }: { round: Round }) {
  const { unitId, roundId, pack, people, packedOn, packedBy, endedOn, may } = round
  const { mutate, isPending } = useAct('outreach.markPacked')
  if (!pack) return null
  const done = packedOn ? `${packedBy} ${monthDay(packedOn)} 打好` : null
  return (
    <Section
      title={`打包清单：${pack.title}，${String(people)} 包`}
      aside={
        done ??
        (may.manage && endedOn === null ? (
          <Button loading={isPending} onClick={() => mutate({ unitId, roundId })}>
            已按清单打包
          </Button>
        ) : (
          '还没打包'
        ))
      }
    >
      <PlainTable
        columns={['资料', '类别', '每人', '共需']}
        rows={pack.items.map(({ title, kind, copies }) => [
          title,
          packItemKinds[kind],
          String(copies),
          String(copies * people),
        ])}
      />
    </Section>
  )
}
