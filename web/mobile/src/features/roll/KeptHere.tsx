import type { Waiting } from '@zhixing/kit/offline/waiting.ts'
import { marks } from '@zhixing/contract/words.ts'
import {
  chooseMinutes,
  giveUp,
  tryAgain,
  type Brought,
  type MinutesWords,
  type RollWords,
} from '@zhixing/kit/roll/kept.ts'
import Button from 'antd-mobile/es/components/button'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import rollStyles from './Roll.module.css'
import type { Line } from './use-record.ts'

/** What this phone has and the server does not, what became of it, and what there is to decide. */
export function KeptHere({ line }: { line: Line }) {
  const { kept, isAway, told, send } = line
  const { roll, minutes, photos } = kept
  const all = [roll, minutes, ...photos].filter((one) => one !== undefined)
  const waiting = all.filter(({ state }) => state === 'waiting').length
  const refused = all.filter(({ state }) => state === 'refused')
  return (
    <>
      <p className={rollStyles.told} role="status">
        {isAway && waiting > 0 ? `${String(waiting)} 项存在手机里，还没有交上` : told}
      </p>
      {!isAway && waiting > 0 ? (
        <Button block onClick={() => void send()}>
          现在交上
        </Button>
      ) : null}
      {refused.map((one) => (
        <Refused key={`${one.kind}${one.id}`} one={one} send={send} />
      ))}
      {roll?.state === 'sent' ? <Merged roll={roll} /> : null}
      {minutes?.state === 'differs' ? <BothSides minutes={minutes} send={send} /> : null}
    </>
  )
}

const names = { visit: '上门记录', roll: '点名', minutes: '会议记录', photo: '现场照片' }

type RefusedProps = { one: Waiting<{ problem: string }>; send: () => Promise<void> }

/** Nothing is thrown away because it was not taken: its author decides. */
function Refused({ one, send }: RefusedProps) {
  return (
    <section className={rollStyles.kept} aria-label={`${names[one.kind]}没有收下`}>
      <h2 className={rows.title}>手机里的{names[one.kind]}没有收下</h2>
      <p className={form.problem} role="alert">
        {one.words.problem}
      </p>
      <div className={rollStyles.two}>
        <Button block onClick={() => void giveUp(one)}>
          不要了
        </Button>
        <Button block color="primary" onClick={() => void tryAgain(one).then(send)}>
          再交一次
        </Button>
      </div>
    </section>
  )
}

/** Of whom somebody else said something later; the record shows theirs, the trace keeps both. */
function Merged({ roll }: { roll: Waiting<RollWords> }) {
  return (
    <section className={rollStyles.kept} aria-label="合并的结果">
      <h2 className={rows.title}>点名已交上，有 {roll.words.told.length} 人和手机里的不同</h2>
      <ul>
        {roll.words.told.map((one) => (
          <li key={one.memberId}>{wordsOf(one)}</li>
        ))}
      </ul>
      <Button block onClick={() => void giveUp(roll)}>
        知道了
      </Button>
    </section>
  )
}

function wordsOf({ name, outcome, because, mark }: Brought): string {
  if (outcome === 'refused') return `${name || '名单外的一人'}：${because}`
  return `${name}：别人后来记为${mark ? marks[mark] : '未点'}，以后记的为准`
}

type SidesProps = { minutes: Waiting<MinutesWords>; send: () => Promise<void> }

function BothSides({ minutes, send }: SidesProps) {
  const { words } = minutes
  const choose = (chosen: 'mine' | 'both') => void chooseMinutes(minutes, chosen).then(send)
  return (
    <section className={rollStyles.kept} aria-label="会议记录两边不一样">
      <h2 className={rows.title}>会议记录两边都改过，请选一个</h2>
      <h3>服务器上的</h3>
      <p className={rollStyles.text}>{words.theirs?.minutes ?? ''}</p>
      <h3>这部手机里的</h3>
      <p className={rollStyles.text}>{words.minutes}</p>
      <div className={rollStyles.three}>
        <Button onClick={() => void giveUp(minutes)}>用服务器上的</Button>
        <Button onClick={() => choose('mine')}>用手机里的</Button>
        <Button color="primary" onClick={() => choose('both')}>
          两段都留
        </Button>
      </div>
    </section>
  )
}
