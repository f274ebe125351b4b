import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'

const flat = { body: { padding: 0 } }

/** On a narrow screen the navigation waits behind a button. */
export function MenuButton() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        type="text"
        className={styles.menu ?? ''}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        ☰ 菜单
      </Button>
      <Drawer
        title="菜单"
        placement="left"
        size="17rem"
        open={open}
        onClose={close}
        styles={flat}
        destroyOnHidden
      >
        <Navigation onLeave={close} />
      </Drawer>
    </>
  )
}
