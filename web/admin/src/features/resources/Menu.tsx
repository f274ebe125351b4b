import type { EntryOf, Output } from '@zhixing/contract'
import { itemForms, menuCategories } from '@zhixing/contract/resource-words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { ItemForm } from './form/ItemForm.tsx'
import type { Resource } from './ResourceView.tsx'
import styles from './Resources.module.css'

export type Item = Output<EntryOf<'resources.show'>>['menu'][number]

/** Courses of a lecturer, activities of a base; what is ordered most comes first in each category. */
export function Menu({ resource }: { resource: Resource }) {
  const { menu, kind, mayManage, retiredOn } = resource
  const [edited, setEdited] = useState<Item | 'new'>()
  if (kind === 'kit') return null
  const shown = mayManage ? menu : menu.filter(({ isOffered }) => isOffered)
  return (
    <>
      <h3>{kind === 'lecturer' ? '课程' : '菜单'}</h3>
      {shown.length === 0 ? <p className={styles.faint}>还没有可点的项目。</p> : null}
      <ul>
        {shown.map((item) => (
          <li key={item.itemId}>
            <div className={styles.line}>
              <b>{item.title}</b>
              {mayManage ? (
                <Button size="small" type="link" onClick={() => setEdited(item)}>
                  修改
                </Button>
              ) : null}
            </div>
            <small>
              {[
                menuCategories[item.category],
                itemForms[item.form],
                `${item.minutes} 分钟`,
                ...(item.persons ? [`每次 ${item.persons} 人以内`] : []),
                `点过 ${item.ordered} 次`,
                ...item.honours.map(({ title }) => title),
                ...(item.isOffered ? [] : ['已撤下']),
              ].join(' · ')}
            </small>
            {item.body ? <p>{item.body}</p> : null}
          </li>
        ))}
      </ul>
      {mayManage && !retiredOn ? (
        <Button onClick={() => setEdited('new')}>
          {kind === 'lecturer' ? '添加课程' : '添加项目'}
        </Button>
      ) : null}
      {edited ? (
        <ItemForm
          key={edited === 'new' ? 'new' : edited.itemId}
          resource={resource}
          item={edited === 'new' ? undefined : edited}
          done={() => setEdited(undefined)}
        />
      ) : null}
    </>
  )
}
