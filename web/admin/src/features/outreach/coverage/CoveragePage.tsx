import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { Parts } from '../Parts.tsx'
import details from '../../../ui/Details.module.css'

type Row = Output<EntryOf<'outreach.coverage'>>['rows'][number]

/** One tile for each organization below, filled as far as study has reached; pressing it opens who is behind it. */
export function CoveragePage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('outreach.coverage', { organizationId })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ quarter, rows }) =>
          rows.length === 0 ? (
            <Empty title="下面没有免硬性要求的党员" example="东河镇党委：12 人中送到 9 人。">
              登记了免硬性要求的党员后，这里按组织画出本季度送学上门的覆盖。
            </Empty>
          ) : (
            <>
              <Headline quarter={quarter} rows={rows} />
              <ul className={details.tiles}>
                {rows.map((row) => (
                  <Tile key={row.organizationId} row={row} />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Headline({ quarter, rows }: { quarter: { from: string; until: string }; rows: Row[] }) {
  const full = rows.filter(({ due }) => due === 0).length
  const worst = rows.reduce((one, other) => (other.due > one.due ? other : one))
  return (
    <Sentence
      note={`${monthDay(quarter.from)}至${monthDay(quarter.until)}，格子的颜色高度是送到的比例`}
    >
      {rows.length} 个组织中 <Count of={full} /> 个已全部送到
      {worst.due > 0 ? (
        <>
          ，{worst.name}还差 <Count of={worst.due} stress /> 人
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Tile({ row }: { row: Row }) {
  const { organizationId, name, hasBelow, excused, due } = row
  const { choose } = useOrganization()
  const navigate = useNavigate()
  const part = Math.round(((excused - due) / excused) * 100)
  const background = `linear-gradient(to top, var(--steel-wash) ${String(part)}%, var(--sheet) ${String(part)}%)`
  const open = () => {
    choose(organizationId)
    void navigate({ to: hasBelow ? '/outreach/coverage' : '/outreach' })
  }
  return (
    <li>
      <button
        type="button"
        className={details.tile}
        style={{ background }}
        data-late={due > 0}
        onClick={open}
      >
        {name}
        <small>
          {excused} 人中送到 {excused - due} 人{due > 0 ? `，差 ${String(due)} 人` : ''}
        </small>
      </button>
    </li>
  )
}
