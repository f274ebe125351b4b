import type { EntryOf, Output } from '@zhixing/contract'
import { observationSheet } from '@zhixing/contract/study-sheet.ts'
import { observationGrades } from '@zhixing/contract/study-words.ts'
import { isAhead } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useNavigate, useParams } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'

type Task = Output<EntryOf<'studyGroups.myObservations'>>['rows'][number]

/** The sheet of one sitting: filled in once, read afterwards. */
export function SheetPage() {
  const { observationId } = useParams({ from: '/observe/$observationId' })
  const answer = useAnswer('studyGroups.myObservations', {})
  return (
    <SubPage title="旁听记录表" back="/observe">
      <Answered answer={answer}>
        {({ rows }) => {
          const task = rows.find((one) => one.observationId === observationId)
          return task ? (
            <One task={task} />
          ) : (
            <Empty title="没有这次旁听">可能已经撤回，请回到旁听列表看一看。</Empty>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function One({ task }: { task: Task }) {
  const { groupName, title, startsAt, place, grade, score, advice } = task
  return (
    <>
      <Sentence note={`${moment(startsAt)}，${place}；${title}`}>{groupName}</Sentence>
      {grade ? (
        <p>
          已评{observationGrades[grade]}，{score} 分。{advice}
        </p>
      ) : (
        <Filling task={task} />
      )}
    </>
  )
}

function Filling({ task }: { task: Task }) {
  const navigate = useNavigate()
  const { mutateAsync } = useAct('studyGroups.observe')
  const { unitId, observationId, version, startsAt, because } = task
  if (isAhead(startsAt)) return <p>学习还没有开始，听了再填。{because}</p>
  return (
    <FormFiller
      definition={observationSheet}
      initial={{}}
      draft={`observe:${observationId}`}
      submit="交记录表"
      send={async (answers) => {
        await mutateAsync({ unitId, observationId, version, answers })
        await navigate({ to: '/observe' })
      }}
    />
  )
}
