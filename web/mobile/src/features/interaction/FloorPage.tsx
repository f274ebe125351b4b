import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import type { Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import { useParams } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import { AskedPart } from './AskedPart.tsx'
import { GroupsPart } from './GroupsPart.tsx'
import { PollsPart } from './PollsPart.tsx'

export type FloorKey = { unitId: string; about: 'activity' | 'course'; aboutId: string }

const lookAgainMs = 3_000

export function MeetingFloorPage() {
  const { unitId, aboutId } = useParams({ from: '/floor/activity/$unitId/$aboutId' })
  return <FloorPage floorKey={{ unitId, about: 'activity', aboutId }} />
}

export function CourseFloorPage() {
  const { unitId, aboutId } = useParams({ from: '/floor/course/$unitId/$aboutId' })
  return <FloorPage floorKey={{ unitId, about: 'course', aboutId }} />
}

/** In the hand of everybody there: what is asked now on top, then questions, then the group. */
function FloorPage({ floorKey }: { floorKey: FloorKey }) {
  const { unitId, about, aboutId } = floorKey
  const answer = useAnswer('interaction.floor', floorKey, {
    every: (floor) => (floor?.isOpen === false ? false : lookAgainMs),
  })
  const back = about === 'activity' ? `/activities/${unitId}/${aboutId}` : `/learn/${aboutId}`
  return (
    <SubPage title="现场互动" back={back}>
      <Answered answer={answer}>
        {(floor) => (
          <>
            <Sentence note={floor.title}>{sentenceOf(floor)}</Sentence>
            <PollsPart floorKey={floorKey} floor={floor} />
            <GroupsPart floorKey={floorKey} floor={floor} />
            <AskedPart floorKey={floorKey} floor={floor} />
            {floor.isOpen || floor.polls.length + floor.asked.length > 0 ? null : (
              <Empty title="这次没有互动" example="“下次主题党日去哪里？”，42 人投票。">
                主持人发起的投票和大家的提问会留在这里。
              </Empty>
            )}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function sentenceOf({ isOpen, polls, asked }: Floor): string {
  if (!isOpen) return `已结束：${polls.length} 次投票，${asked.length} 个提问。`
  const open = polls.find(({ state }) => state === 'open')
  if (open) return open.mine ? '您已投票，结束以前可以改。' : '正在投票，请您选一选。'
  return '现在没有投票，可以提问。'
}
