import { ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import { Section } from '../../../ui/Page.tsx'
import type { Member } from './member.ts'
import styles from './Member.module.css'

/** How somebody learns, and how a new kind of farmer has grown. */
export function MemberProfile({ member: { profile, ruralType, growth } }: { member: Member }) {
  const { rank, trade, traits: own, isRestructured } = profile
  return (
    <Section title="学员画像" aside="选对象范围、定学时要求用">
      <dl className={styles.reasons}>
        <Line word="职级" value={ranks[rank]} />
        <Line word="职业" value={trade ? trades[trade] : '没有登记'} />
        <Line
          word="学习特点"
          value={own.length > 0 ? own.map((trait) => traits[trait]).join('、') : '没有登记'}
        />
        {isRestructured ? <Line word="改制企业" value="改制企业党员" /> : null}
        {ruralType ? <Line word="新型农民" value={ruralTypes[ruralType]} /> : null}
        {growth.map(({ type, on, note, byName }) => (
          <Line key={on + note} word={on} value={`${ruralTypes[type]}：${note}（${byName}记）`} />
        ))}
      </dl>
    </Section>
  )
}

function Line({ word, value }: { word: string; value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  )
}
