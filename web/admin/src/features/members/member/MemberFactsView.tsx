import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { employments, sexes, stages } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { Member } from './member.ts'
import styles from './Member.module.css'

type Identity = { idNumber: string; phone: string; address: string }

/** The sixteen items; identifiers are masked until somebody with the right asks, which is kept. */
export function MemberFactsView({ member }: { member: Member }) {
  const { unitId, memberId, facts, more, may } = member
  const [identity, setIdentity] = useState<Identity>()
  const { mutate, isPending } = useAct('members.identify')
  const seen = { ...facts, ...identity }
  const show = () => mutate({ unitId, memberId }, { onSuccess: setIdentity })
  return (
    <>
      <dl className={styles.facts}>
        <Fact word="姓名" value={facts.name} />
        <Fact word="性别" value={sexes[facts.sex]} />
        <Fact word="民族" value={ethnicities[facts.ethnicity] ?? facts.ethnicity} />
        <Fact word="公民身份证号" value={seen.idNumber} />
        <Fact word="出生日期" value={facts.bornOn} />
        <Fact word="学历" value={educations[facts.education] ?? facts.education} />
        <Fact word="人员类别" value={stages[facts.stage]} />
        <Fact word="所在党支部" value={member.organizationName} />
        <Fact word="加入党组织日期" value={facts.joinedOn} />
        <Fact word="转为正式党员日期" value={facts.confirmedOn} />
        <Fact word="工作岗位" value={facts.occupation} />
        <Fact word="从业状况" value={employments[facts.employment]} />
        <Fact word="联系电话" value={seen.phone} />
        <Fact word="家庭住址" value={seen.address} />
        <Fact word="党籍状态" value={suspension(member)} />
        <Fact word="是否失联" value={facts.lostSince ? `${facts.lostSince} 起失联` : '否'} />
        <Fact
          word="是否流动党员"
          value={facts.floatingSince ? `${facts.floatingSince} 起，${facts.floatingTo}` : '否'}
        />
        {more.map(({ word, value }) => (
          <Fact key={word} word={word} value={value} />
        ))}
      </dl>
      {may.identify && !identity ? (
        <p className={styles.excuse}>
          <Button loading={isPending} onClick={show}>
            查看完整身份信息
          </Button>{' '}
          查看会留下记录。
        </p>
      ) : null}
    </>
  )
}

function Fact({ word, value }: { word: string; value: string | null }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value || '—'}</dd>
    </div>
  )
}

function suspension({ facts, suspendedOn }: Member): string {
  if (!facts.isSuspended) return '正常'
  return suspendedOn ? `${suspendedOn} 起停止党籍` : '停止党籍'
}
