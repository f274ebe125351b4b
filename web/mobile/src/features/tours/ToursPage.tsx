import type { EntryOf, Output } from '@zhixing/contract'
import { lecturerRoles, tripStates } from '@zhixing/contract/tour-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

type Trip = Output<EntryOf<'tours.mine'>>['teaching'][number]

/** Where I go to teach, and what comes to where I am. */
export function ToursPage() {
  const answer = useAnswer('tours.mine', {})
  return (
    <SubPage title="送课" back="/me">
      <Answered answer={answer}>
        {({ teaching, hearing }) =>
          teaching.length + hearing.length === 0 ? (
            <Empty title="还没有送课" example="6 月 1 日 9 时，宋讲师到东河村讲乡村振兴。">
              上级送课到您所在的支部，或者请您去讲课，都会列在这里。
            </Empty>
          ) : (
            <>
              <Sentence note="听过的已记学时，讲过的记授课学时">
                要去讲 <Count of={teaching.filter(({ state }) => state === 'planned').length} />{' '}
                次，要来讲 <Count of={hearing.filter(({ state }) => state === 'planned').length} />{' '}
                次。
              </Sentence>
              {teaching.length > 0 ? <h2 className={rows.title}>我去讲的</h2> : null}
              {teaching.map((trip) => (
                <Line key={trip.tripId} trip={trip} />
              ))}
              {hearing.length > 0 ? <h2 className={rows.title}>讲到我这里的</h2> : null}
              {hearing.map((trip) => (
                <Line key={trip.tripId} trip={trip} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Line({ trip }: { trip: Trip }) {
  const { topic, startsAt, organizationName, place, lecturerName, lecturerRole, state } = trip
  return (
    <div className={rows.row}>
      <h3>{topic}</h3>
      <p>
        {moment(startsAt)}，{organizationName}，{place}
      </p>
      <small>
        {lecturerName}（{lecturerRoles[lecturerRole]}），{tripStates[state]}
      </small>
    </div>
  )
}
