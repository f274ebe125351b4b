import { lecturerOrigins, titleRanks, weekdays } from '@zhixing/contract/resource-words.ts'
import type { ReactNode } from 'react'
import type { Resource } from './ResourceView.tsx'
import styles from './Resources.module.css'
import { timeWord } from './form/values.ts'
import { typeWord } from './words.ts'

/** What is known of it, line by line; what is not known is left out. */
export function Facts({ resource }: { resource: Resource }) {
  const { details, opening, spot, seats, count, feature, honours } = resource
  const lines: [string, ReactNode][] = [
    ['类型', typeWord(resource.type)],
    ['所在单位', `${resource.organizationName}（${resource.isShared ? '共享' : '自用'}）`],
    ['特色', feature],
    ...(details.kind === 'lecturer' ? lecturerLines(resource) : []),
    ...('openingRules' in details
      ? ([
          ['开放规则', details.openingRules],
          ['设施设备', details.equipment.join('、')],
          ['示范标准', details.criteria],
        ] satisfies [string, ReactNode][])
      : []),
    ['开放时间', opening.length > 0 ? sayOpening(opening) : '每天 08:00—22:00'],
    ['容纳', seats === null ? '' : `${seats} 人`],
    ['数量', count > 1 ? `同时 ${count} 份` : ''],
    ['地址', spot?.address ?? ''],
    ['属于', resource.partOf?.name ?? ''],
    ['下设', resource.parts.map(({ name }) => name).join('、')],
    ['停用', resource.retiredOn ?? ''],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {honours.map(({ title, year, by }) => (
        <p key={`${title}${year}`} className={styles.honour}>
          {year} 年{title}
          {by ? `（${by}）` : ''}
        </p>
      ))}
    </>
  )
}

function lecturerLines({ details, feeCap }: Resource): [string, ReactNode][] {
  if (details.kind !== 'lecturer') return []
  const { origin, rank, employer, subjects, audience, term } = details
  return [
    ['来源', lecturerOrigins[origin]],
    ['单位职务', employer],
    ['职称', titleRanks[rank]],
    ['讲课费上限', feeCap ? `每学时 ${feeCap.yuan} 元（${feeCap.clause}）` : ''],
    ['专题', subjects.join('、')],
    ['适合对象', audience],
    ['聘期', term ? `${term.from} 至 ${term.until}，${term.by}聘任` : ''],
  ]
}

function sayOpening(opening: Resource['opening']): string {
  return opening
    .map(({ weekday, from, until }) => {
      return `${weekdays[weekday - 1] ?? ''} ${timeWord(from)}—${timeWord(until)}`
    })
    .join('，')
}
