import type { EntryOf, Output } from '@zhixing/contract'
import { timeOf } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import { ResourceBar } from '../ResourceBar.tsx'
import { typeWord } from '../words.ts'
import { Courseware } from './Courseware.tsx'

export type House = Output<EntryOf<'resources.house'>>

/** One page of a lesson study or an academy: what is organized, who teaches, what there is to read, what people say. */
export function HousePage() {
  const { open = '' } = useSearch({ from: '/shell/resources/house' })
  const [unitId = '', resourceId = ''] = open.split(':')
  const isNamed = unitId !== '' && resourceId !== ''
  const answer = useAnswer('resources.house', { unitId, resourceId }, { enabled: isNamed })
  if (!isNamed)
    return (
      <Page>
        <Empty title="没有选机构" step={<LinkButton to="/resources">看目录</LinkButton>}>
          从目录里打开党课书房、党校、干部学院或党群服务中心的主页。
        </Empty>
      </Page>
    )
  return (
    <Page>
      <Answered answer={answer}>
        {(house) => (
          <>
            <Sentence
              note={`${typeWord(house.type)}，${house.organizationName}；学习组织、师资管理、课件推送、线下培训、学习反馈都在这一页。`}
              step={
                <LinkButton primary to={`/resources?open=${unitId}:${resourceId}`}>
                  点单或修改
                </LinkButton>
              }
            >
              {house.name}办过 <Count of={house.held} /> 次学习，到过 <Count of={house.persons} />{' '}
              人次。
            </Sentence>
            <ResourceBar />
            <Sections house={house} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Sections({ house }: { house: House }) {
  return (
    <>
      <Section title="学习组织">
        <PlainTable columns={['时间', '地点', '用途', '组织']} rows={linesOf(house.ahead)} />
        {house.rooms.length > 0 ? (
          <PlainTable
            columns={['场所', '类型', '容纳']}
            rows={house.rooms.map(({ name, type, seats }) => [
              name,
              typeWord(type),
              seats === null ? '—' : `${seats} 人`,
            ])}
          />
        ) : null}
      </Section>
      <Section title="师资管理">
        <PlainTable
          columns={['讲师', '专题', '聘期', '近一年讲课', '评分']}
          rows={house.lecturers.map(({ name, subjects, term, lessons, score }) => [
            name,
            subjects.join('、'),
            term || '—',
            String(lessons),
            score === null ? '—' : String(score),
          ])}
        />
      </Section>
      <Section title="课件推送">
        <Courseware house={house} />
      </Section>
      <Section title="线下培训">
        <PlainTable columns={['时间', '地点', '班次', '组织']} rows={linesOf(house.classes)} />
      </Section>
      <Section title="学习反馈">
        <PlainTable
          columns={['日期', '对象', '评分', '评语', '组织']}
          rows={house.feedback.map(({ day, name, score, comment, forName }) => [
            day,
            name,
            String(score),
            comment || '—',
            forName,
          ])}
        />
      </Section>
    </>
  )
}

function linesOf(bookings: House['ahead']): string[][] {
  return bookings.map(({ from, until, resourceName, title, forName }) => [
    `${moment(from)}—${timeOf(until)}`,
    resourceName,
    title,
    forName,
  ])
}
