import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import styles from './GlobalSearch.module.css'
import { SearchBox, searchBoxId } from './SearchBox.tsx'

export function GlobalSearch() {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <Button className={styles.button ?? ''} onClick={() => setOpen(true)}>
        <span>
          查找<i>党员、组织、活动</i>
        </span>
        <kbd>⌘K</kbd>
      </Button>
      <Modal
        title="查找"
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        // The frame takes the focus to itself when it has opened.
        afterOpenChange={(isOpen) => isOpen && document.getElementById(searchBoxId)?.focus()}
        width={600}
      >
        <SearchBox onLeave={() => setOpen(false)} />
      </Modal>
    </>
  )
}
