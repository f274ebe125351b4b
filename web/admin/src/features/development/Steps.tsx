import { sections } from '@zhixing/contract/development-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import styles from './Development.module.css'
import type { Shown } from './shown.ts'

type Step = Shown['steps'][number]

/** The twenty-five steps in their five parts, each with its clause. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <div className={styles.part}>
      {keysOf(sections).map((section) => (
        <section key={section}>
          <h3>{sections[section]}</h3>
          <ol>
            {steps
              .filter((step) => step.section === section)
              .map((step) => (
                <li key={step.key} title={step.clause}>
                  <div className={step.isNow ? `${styles.step} ${styles.now}` : styles.step}>
                    <Shape name={shapeOf(step)} />
                    <span>
                      {step.number}. {step.name}
                    </span>
                    <small>{step.on ?? ''}</small>
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function shapeOf({ isNow, on }: Step): ShapeName {
  if (isNow) return 'half'
  return on ? 'check' : 'ring'
}
