import { talkStates } from '@zhixing/contract/talk-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

/** When and where I am asked to a talk, and what I said I would do. */
export function TalksPage() {
  const answer = useAnswer('talks.mine', {})
  return (
    <SubPage title="谈心谈话" back="/me">
      <Answered answer={answer}>
        {({ rows: talks }) =>
          talks.length === 0 ? (
            <Empty title="没有约您的谈话">党组织约您谈心谈话时，时间和地点会出现在这里。</Empty>
          ) : (
            <>
              <Sentence note="谈话内容由党组织保密；您的表态您自己看得到。">
                待谈话 <Count of={talks.filter(({ state }) => state === 'planned').length} /> 次。
              </Sentence>
              {talks.map(({ talkId, state, talkerName, plannedOn, heldOn, place, promise }) => (
                <div key={talkId} className={rows.row}>
                  <h2>{talkerName}同志</h2>
                  <p>
                    {heldOn ?? plannedOn}，{place}
                  </p>
                  {promise ? <p>我的表态：{promise}</p> : null}
                  <small>{talkStates[state]}</small>
                </div>
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}
