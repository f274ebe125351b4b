import { organizationKinds, sectors } from '@zhixing/contract/words.ts'
import { daySaid } from '../../format/day-said.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Organizations.module.css'
import type { Shown } from './types.ts'

export function Facts({ shown }: { shown: Shown }) {
  const { organization, counts, children } = shown
  const { kind, sector, code, employer, employerCode, coveredUnits, tier, foundedOn } = organization
  const facts: [string, string][] = [
    ['类别', organizationKinds[kind]],
    ['领域', sectors[sector]],
    ['组织代码', code ?? '未登记'],
    ['所在单位', employer || '未登记'],
    ['统一社会信用代码', employerCode ?? '未登记'],
    ['分级', tier ? `第 ${tier} 级` : '未分级'],
    ['成立', foundedOn ? daySaid(foundedOn) : '未登记'],
    ['直接下级', `${children.toLocaleString('zh-CN')} 个`],
    ['全部下级', `${Math.max(0, counts.organizations - 1).toLocaleString('zh-CN')} 个`],
  ]
  const joint: [string, string][] =
    coveredUnits.length > 0 ? [['覆盖单位', coveredUnits.join('、')]] : []
  return (
    <Section title="概况">
      <dl className={styles.facts}>
        {[...facts, ...joint].map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
