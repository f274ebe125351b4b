import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf, thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { Parts } from './Parts.tsx'
import { percent } from './Quarters.tsx'

type Bulletin = Output<EntryOf<'studyGroups.bulletins'>>['rows'][number]

const halves = { 1: '上半年', 2: '下半年' } as const
const halfWord = (half: number) => halves[half === 1 ? 1 : 2]

/** What was told to the groups, half-year by half-year, and the next one as the records have it. */
export function BulletinsPage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('studyGroups.bulletins', { organizationId })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, mayOversee }) => (
          <>
            {rows.length === 0 ? (
              <Empty
                title="还没有发过通报"
                example="2026 年上半年：12 个中心组集体研讨 26 次，2 个不足。"
              >
                半年一次：数据由各中心组的记录算出，发出后定下来，通知组长和学习秘书。
              </Empty>
            ) : (
              <Sentence note="发出后不再改动">
                发过 <Count of={rows.length} /> 次中心组学习情况通报。
              </Sentence>
            )}
            {mayOversee ? <Next organizationId={organizationId} /> : null}
            {rows.map((bulletin) => (
              <Issued key={bulletin.bulletinId} bulletin={bulletin} at={organizationId} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  )
}

/** The half-years that may be told about: this one and the three before. */
function recent(): { value: string; label: string }[] {
  const [year = 0, month = 1] = thisDay().split('-').map(Number)
  const now = year * 2 + (month > 6 ? 1 : 0)
  return [now, now - 1, now - 2, now - 3].map((at) => {
    const [of, half] = [Math.floor(at / 2), (at % 2) + 1]
    return { value: `${String(of)}-${String(half)}`, label: `${String(of)} 年${halfWord(half)}` }
  })
}

function Next({ organizationId }: { organizationId: string }) {
  const choices = recent()
  const [chosen, setChosen] = useState(choices[1]?.value ?? '')
  const [year = 0, half = 1] = chosen.split('-').map(Number)
  const answer = useAnswer('studyGroups.draftBulletin', { organizationId, year, half })
  const select = (
    <Select aria-label="哪个半年" value={chosen} options={choices} onChange={setChosen} />
  )
  return (
    <Section title="拟通报" aside={select}>
      <Answered answer={answer}>
        {({ rows, isIssued, isOver }) => (
          <>
            <Table rows={rows} />
            {isIssued ? <p>这半年的通报已经发过。</p> : null}
            {!isOver ? <p>这半年还没有过完，数据还会变。</p> : null}
            {isOver && !isIssued && rows.length > 0 ? (
              <ActForm
                act="studyGroups.issueBulletin"
                draft={`study-bulletin:${organizationId}:${chosen}`}
                initial={{}}
                input={({ opinion = '' }: { opinion?: string }) => ({
                  organizationId,
                  year,
                  half,
                  opinion,
                })}
                submit="发通报"
                done={() => undefined}
              >
                <Form.Item name="opinion" label="工作要求">
                  <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
                </Form.Item>
              </ActForm>
            ) : null}
          </>
        )}
      </Answered>
    </Section>
  )
}

function Issued({ bulletin, at }: { bulletin: Bulletin; at: string }) {
  const { bulletinId, year, half, byName, opinion, rows } = bulletin
  return (
    <Section
      title={`${String(year)} 年${halfWord(half)}通报`}
      aside={<Button href={`/api/study-groups/bulletins/${at}/${bulletinId}`}>通报 .docx</Button>}
    >
      <p>
        {dayOf(bulletin.at)} {byName}发出。{opinion}
      </p>
      <Table rows={rows} />
    </Section>
  )
}

function Table({ rows }: Pick<Bulletin, 'rows'>) {
  return (
    <PlainTable
      columns={['中心组', '情况', '研讨/要求', '学习', '到会率', '按期报', '旁听']}
      rows={rows.map((row) => [
        row.name,
        row.remark,
        `${String(row.discussions)}/${String(row.discussionsNeeded)}`,
        String(row.held),
        percent(row),
        String(row.inTime),
        String(row.observed),
      ])}
    />
  )
}
