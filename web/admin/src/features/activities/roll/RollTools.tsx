import { listedKinds } from '@zhixing/contract/words.ts'
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import styles from '../record/Record.module.css'
import type { Activity } from '../state.ts'
import { GuestTool } from './GuestTool.tsx'
import { NamesTool } from './NamesTool.tsx'
import { ProxyTool } from './ProxyTool.tsx'

const tools: {
  key: string
  name: string
  Tool: ComponentType<{ activity: Activity; close: () => void }>
}[] = [
  { key: 'names', name: '按名单记到会', Tool: NamesTool },
  { key: 'guest', name: '加列席党员', Tool: GuestTool },
  { key: 'proxy', name: '代签', Tool: ProxyTool },
]

/** The rarer ways onto the roll, one open at a time. */
export function RollTools({ activity }: { activity: Activity }) {
  const [open, setOpen] = useState<string>()
  const chosen = tools.find(({ key }) => key === open)
  if (!activity.can.organize) return null
  // A class takes nobody in at the door.
  const offered = tools.filter(
    ({ key }) => key !== 'guest' || !listedKinds.some((kind) => kind === activity.kind.key),
  )
  return (
    <>
      <div className={styles.actions}>
        {offered.map(({ key, name }) => (
          <Button
            key={key}
            type="text"
            aria-expanded={key === open}
            onClick={() => setOpen(key === open ? undefined : key)}
          >
            {name}
          </Button>
        ))}
      </div>
      {chosen ? <chosen.Tool activity={activity} close={() => setOpen(undefined)} /> : null}
    </>
  )
}
