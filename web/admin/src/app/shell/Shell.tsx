import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Outlet } from '@tanstack/react-router'
import { MeContext, type Me } from '../me.ts'
import { Bar } from './Bar.tsx'
import { Gate } from './Gate.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'

/** Nothing is shown before it is known who sits here. */
export function Shell() {
  const answer = useAnswer('accounts.me', {})
  return (
    <Answered answer={answer}>
      {(me) => (
        <MeContext value={me}>
          <Gate me={me}>
            <Frame key={me.accountId} me={me} />
          </Gate>
        </MeContext>
      )}
    </Answered>
  )
}

function Frame({ me }: { me: Me }) {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        跳到正文
      </a>
      <aside className={styles.side}>
        <Navigation />
      </aside>
      <div className={styles.body}>
        <Bar me={me} />
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
