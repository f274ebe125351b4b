import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import styles from './Quizzes.module.css'
import { roundColumns } from './round-columns.tsx'
import { QuizBar } from './QuizBar.tsx'
import { RoundForm } from './RoundForm.tsx'
import { RoundPanel } from './RoundPanel.tsx'

const size = 20

export type Contest = Output<EntryOf<'contests.list'>>['rows'][number]

/** Contests with their rounds; places are for those who hold them until they are made known. */
export function ContestsPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/quizzes/contests' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const [page] = usePage()
  const answer = useAnswer('contests.list', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, mayKeep }) => {
          const extended = rows.find(({ contestId }) => contestId === open)
          const today = thisDay()
          const running = rows
            .flatMap(({ rounds }) => rounds)
            .filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn).length
          const round = rows.flatMap(({ rounds }) => rounds).find(({ quizId }) => quizId === open)
          return (
            <>
              <Sentence
                note="一轮截止以后，按名次取前几名进下一轮；名次公布以后党员在手机上看得到。"
                step={
                  mayKeep ? (
                    <Button type="primary" onClick={() => change({ open: 'new' })}>
                      举办竞赛
                    </Button>
                  ) : null
                }
              >
                竞赛 <Count of={total} /> 个，正在进行 <Count of={running} /> 轮。
              </Sentence>
              <QuizBar />
              {total === 0 ? (
                <NoContests />
              ) : (
                <>
                  {rows.map((contest) => (
                    <ContestSection key={contest.contestId} contest={contest} mayKeep={mayKeep} />
                  ))}
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel
                title={round?.title ?? extended?.title ?? '举办竞赛'}
                open={open !== undefined}
                onClose={close}
              >
                {open === 'new' ? <NewContest close={close} /> : null}
                {extended ? <RoundForm contest={extended} close={close} /> : null}
                {round ? <RoundPanel round={round} mayMark={mayKeep} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function NoContests() {
  return (
    <Empty title="还没有竞赛" example="“党史知识竞赛”，初赛、决赛两轮，决赛取前 20 名。">
      知识竞赛从题库抽题，演讲比赛由评委打分，可以放在一个竞赛的几轮里。
    </Empty>
  )
}

function ContestSection({ contest, mayKeep }: { contest: Contest; mayKeep: boolean }) {
  const { unitId, contestId, title, organizationName, isRankingShown, version, rounds } = contest
  const change = useSearchChange()
  const { mutate, isPending } = useAct('contests.showRanking')
  return (
    <Section title={title} aside={`${organizationName}，名次${isRankingShown ? '已' : '未'}公布`}>
      {rounds.length > 0 ? (
        <DataList
          label={`${title}的各轮`}
          columns={roundColumns}
          rows={rounds}
          keyOf={({ quizId }) => quizId}
        />
      ) : null}
      {mayKeep ? (
        <p className={styles.after}>
          <Button onClick={() => change({ open: contestId })}>加一轮</Button>
          <Button
            loading={isPending}
            onClick={() => mutate({ unitId, contestId, version, isShown: !isRankingShown })}
          >
            {isRankingShown ? '收起名次' : '公布名次'}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

function NewContest({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [contestId] = useState(newId)
  return (
    <ActForm
      act="contests.create"
      draft={`contest:${organizationId}`}
      initial={{}}
      input={({ title }: { title: string }) => ({ organizationId, contestId, title })}
      submit="举办"
      done={close}
      cancel={close}
    >
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
