import { Outlet } from '@tanstack/react-router'
import { LargeTypeButton } from './LargeTypeButton.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'

export function Shell() {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        跳到正文
      </a>
      <Navigation />
      <div className={styles.body}>
        <header className={styles.bar}>
          <div className={styles.tools}>
            <LargeTypeButton />
          </div>
        </header>
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
