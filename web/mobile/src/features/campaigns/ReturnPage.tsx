import type { EntryOf, Output } from '@zhixing/contract'
import { returnStates } from '@zhixing/contract/campaign-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import fields from '../../ui/Form.module.css'
import styles from './Campaigns.module.css'

type Shown = Output<EntryOf<'campaigns.return'>>

/** A return filled in, or corrected, on the phone. */
export function ReturnPage() {
  const at = useParams({ from: '/campaigns/$campaignId/$organizationId/$returnFormId' })
  const answer = useAnswer('campaigns.return', at)
  return (
    <SubPage title="回执" back={`/campaigns/${at.campaignId}/${at.organizationId}`}>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence
              note={`${shown.organizationName}，${monthDay(shown.dueOn)}前，${returnStates[shown.state]}`}
            >
              {shown.form.title}
            </Sentence>
            {shown.sentBack ? <p className={styles.late}>退回更正：{shown.sentBack}</p> : null}
            {shown.mayGive ? (
              <Filling key={shown.version} at={at} shown={shown} />
            ) : (
              <p>现在不能填报，请在电脑上查看。</p>
            )}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

type At = { campaignId: string; organizationId: string; returnFormId: string }

function Filling({ at, shown }: { at: At; shown: Shown }) {
  const navigate = useNavigate()
  const { mutateAsync } = useAct('campaigns.give')
  const [reason, setReason] = useState('')
  const { version, returnId, sentBack, form, answers: initial } = shown
  const { campaignId, organizationId } = at
  return (
    <FormFiller
      definition={form}
      initial={initial}
      draft={`return:${at.returnFormId}:${organizationId}:${String(version)}`}
      submit={returnId ? '更正并报送' : '报送'}
      send={async (answers) => {
        await mutateAsync({ ...at, version, answers, reason })
        await navigate({
          to: '/campaigns/$campaignId/$organizationId',
          params: { campaignId, organizationId },
        })
      }}
    >
      {returnId !== null && sentBack === '' ? (
        <label className={fields.field}>
          为什么更正
          <input
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      ) : null}
    </FormFiller>
  )
}
