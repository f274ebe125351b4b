import type { EntryOf, Output } from '@zhixing/contract'
import { tourLevels } from '@zhixing/contract/tour-words.ts'
import { sectors } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { Parts } from './Parts.tsx'
import details from '../../ui/Details.module.css'

type Shown = Output<EntryOf<'tours.coverage'>>
type Row = Shown['rows'][number]

/** One tile for each organization below, filled as far as lessons have reached its branches. */
export function CoveragePage() {
  const { organizationId } = useOrganization()
  const { series } = useSearch({ from: '/shell/tours/coverage' })
  const answer = useAnswer('tours.coverage', { organizationId, seriesId: series ?? null })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(shown) =>
          shown.rows.length === 0 ? (
            <Empty title="下面还没有党支部" example="东河镇党委：12 个支部中讲到 9 个。">
              设立党支部、排过送课后，这里按组织画出讲到了哪里。
            </Empty>
          ) : (
            <>
              <Headline shown={shown} />
              <ul className={details.tiles}>
                {shown.rows.map((row) => (
                  <Tile key={row.organizationId} row={row} />
                ))}
              </ul>
              <Section title="分层级、分领域">
                <PlainTable
                  columns={['领域', ...Object.values(tourLevels)]}
                  rows={cellsOf(shown)}
                />
              </Section>
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function cellsOf({ cells }: Shown): string[][] {
  return keysOf(sectors)
    .filter((sector) => cells.some((cell) => cell.sector === sector))
    .map((sector) => [
      sectors[sector],
      ...keysOf(tourLevels).map((level) =>
        String(cells.find((cell) => cell.sector === sector && cell.level === level)?.held ?? 0),
      ),
    ])
}

function Headline({ shown: { year, rows } }: { shown: Shown }) {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  const missing = sum(({ branches }) => branches) - sum(({ reached }) => reached)
  return (
    <Sentence note={`${String(year)} 年，格子的颜色高度是讲到的支部比例`}>
      送课 <Count of={sum(({ held }) => held)} /> 场，{sum(({ branches }) => branches)} 个支部中讲到{' '}
      <Count of={sum(({ reached }) => reached)} /> 个
      {missing > 0 ? (
        <>
          ，还有 <Count of={missing} stress /> 个没讲到
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Tile({ row }: { row: Row }) {
  const { organizationId, name, hasBelow, branches, reached, held, planned, present } = row
  const { choose } = useOrganization()
  const navigate = useNavigate()
  const part = branches === 0 ? 0 : Math.round((reached / branches) * 100)
  const background = `linear-gradient(to top, var(--steel-wash) ${String(part)}%, var(--sheet) ${String(part)}%)`
  const open = () => {
    choose(organizationId)
    void navigate({ to: hasBelow ? '/tours/coverage' : '/tours/trips' })
  }
  return (
    <li>
      <button type="button" className={details.tile} style={{ background }} onClick={open}>
        {name}
        <small>
          {branches} 个支部讲到 {reached} 个，{held} 场 {present} 人次
          {planned > 0 ? `，还排了 ${String(planned)} 场` : ''}
        </small>
      </button>
    </li>
  )
}
