import type { EntryOf, Output } from '@zhixing/contract'
import { titleKinds } from '@zhixing/contract/material-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'

type Given = Output<EntryOf<'materials.mine'>>['given'][number]

/** What I was given, and its e-copies. */
export function MaterialsPage() {
  const answer = useAnswer('materials.mine', {})
  return (
    <SubPage title="发给我的书" back="/me">
      <Answered answer={answer}>
        {({ given, copies }) =>
          given.length === 0 ? (
            <Empty title="还没有发给您的书" example="红溪故事读本 1 册，5月12日发的，已确认。">
              支部发书、发学习笔记本以后，在这里确认收到，有电子版的可以直接看。
            </Empty>
          ) : (
            <>
              <Sentence note="收到了点一下确认，支部就知道发到了您手里。">
                发给您 <Count of={copies} /> 册。
              </Sentence>
              {given.map((one) => (
                <GivenView key={one.issueId} given={one} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function GivenView({ given }: { given: Given }) {
  const { unitId, issueId, titleName, kind, copies, on, organizationName, isAcknowledged } = given
  const { mutate, isPending, error } = useAct('materials.acknowledge')
  return (
    <div className={rows.row}>
      <h2>{titleName}</h2>
      <small>
        {titleKinds[kind]} {copies} 册，{organizationName} {monthDay(on)}发
        {isAcknowledged ? '，已确认收到' : ''}
        {given.note ? `，${given.note}` : ''}
      </small>
      {given.files.map((file) => (
        <p key={file.fileId}>
          <a href={fileAddress(file)}>看电子版：{file.name}</a>
        </p>
      ))}
      {isAcknowledged ? null : (
        <div className={form.acts}>
          <Button color="primary" loading={isPending} onClick={() => mutate({ unitId, issueId })}>
            确认收到
          </Button>
        </div>
      )}
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}
