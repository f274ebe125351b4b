import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import type { ReactNode } from 'react'
import styles from './Wizard.module.css'

type Props = { steps: string[]; at: number; children: ReactNode }

export function Wizard({ steps, at, children }: Props) {
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step} aria-current={index === at ? 'step' : undefined}>
            <Shape name={shapeOf(index, at)} />
            {step}
          </li>
        ))}
      </ol>
      {children}
    </>
  )
}

function shapeOf(index: number, at: number): ShapeName {
  if (index < at) return 'check'
  return index === at ? 'half' : 'ring'
}
