import type { EntryOf, Output } from '@zhixing/contract'
import { query, Refused } from '@zhixing/kit/api.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { TreeSelect } from 'antd'
import { useEffect, useState } from 'react'
import { useOrganization } from '../organization.ts'

type Node = Output<EntryOf<'organizations.children'>>['rows'][number]
type Found = Output<EntryOf<'organizations.search'>>['rows'][number]
type Leaf = { id: string; pId: string; value: string; title: string; isLeaf: boolean }

const pauseMs = 250
/** Nobody scrolls through more than that; one searches. */
const leavesMax = 1000

/** The tree is fetched branch by branch: fifty thousand organisations never travel at once. */
export function OrganizationSwitcher() {
  const { organizationId, choose } = useOrganization()
  const [text, setText] = useState('')
  const { leaves, grow, here, opened, setOpened } = useTree()
  const found = useFound(text)
  return (
    <TreeSelect
      aria-label="切换党组织"
      variant="borderless"
      style={{ minWidth: '11em', maxWidth: '18em' }}
      treeDataSimpleMode
      treeData={text ? found : leaves}
      labelInValue
      value={{ value: organizationId, label: here?.name ?? '…' }}
      onChange={({ value }) => choose(value)}
      treeExpandedKeys={opened}
      onTreeExpand={(keys) => setOpened(keys.map(String))}
      loadData={({ value }) => grow(String(value))}
      popupMatchSelectWidth={360}
      notFoundContent="没有找到。管理范围以外的组织不会出现"
      showSearch={{ filterTreeNode: false, onSearch: setText, searchValue: text }}
    />
  )
}

/** The way from the top to where one stands is open from the start. */
function useTree() {
  const { organizationId, leave } = useOrganization()
  const [leaves, setLeaves] = useState<Leaf[]>([])
  const [opened, setOpened] = useState<string[]>([])
  const way = useAnswer('organizations.ancestors', { organizationId })

  // The place that was kept may have been dissolved, or be somebody else's by now.
  const isLost = way.error instanceof Refused && way.error.status === 404
  useEffect(() => {
    if (isLost) leave()
    // oxlint-disable-next-line react/exhaustive-deps -- `leave` is new each time and means the same
  }, [isLost])

  const rows = way.data?.rows ?? []
  const stops = rows
    .slice(0, -1)
    .map(({ id }) => id)
    .join()
  useEffect(() => {
    const parents = stops.split(',').filter(Boolean)
    const open = async () => {
      const levels = await Promise.all(['', ...parents].map(leavesBelow))
      setLeaves((known) => merged(known, levels.flat()))
      setOpened((known) => [...new Set([...known, ...parents])])
    }
    void open()
  }, [stops])

  const grow = async (parentId: string) => {
    const below = await leavesBelow(parentId)
    setLeaves((known) => merged(known, below))
  }
  return { leaves, grow, here: rows.at(-1), opened, setOpened }
}

function useFound(text: string): Leaf[] {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useAnswer('organizations.search', { text: asked }, { enabled: asked !== '' })
  return data?.rows.map(foundLeaf) ?? []
}

async function leavesBelow(parentId: string): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  let after: string | null | undefined
  while (after !== null && leaves.length < leavesMax) {
    const place = { ...(parentId ? { parentId } : {}), ...(after ? { after } : {}) }
    const { rows, next } = await query('organizations.children', place)
    leaves.push(...rows.map(leafOf(parentId)))
    after = next
  }
  return leaves
}

/** Found ones stand in a plain list, with the way to each of them. */
function foundLeaf({ id, name, trail }: Found): Leaf {
  return { id, pId: '', value: id, title: trail ? `${name}　${trail}` : name, isLeaf: true }
}

function leafOf(pId: string) {
  return ({ id, name, members, hasChildren }: Node): Leaf => ({
    id,
    pId,
    value: id,
    title: `${name}　${members.toLocaleString('zh-CN')} 人`,
    isLeaf: !hasChildren,
  })
}

function merged(known: Leaf[], fresh: Leaf[]): Leaf[] {
  const byId = new Map([...known, ...fresh].map((leaf) => [leaf.id, leaf]))
  return [...byId.values()]
}
