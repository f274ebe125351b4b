import type { EntryOf, Output } from '@zhixing/contract'
import { setupChecks } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Organizations.module.css'
import { SeverityMark } from './SeverityMark.tsx'

type Props = { organizationId: string; choose: (id: string) => void }
type List = Output<EntryOf<'organizations.checks'>>
type Code = List['byCode'][number]['code']

const size = 20

/** Which organizations below are not set up as the rules ask; each opens. */
export function BelowChecks({ organizationId, choose }: Props) {
  const { code, page = 1 } = useSearch({ from: '/shell/organizations' })
  const change = useSearchChange()
  const known = codeOf(code)
  const answer = useAnswer('organizations.checks', {
    organizationId,
    page,
    size,
    ...(known ? { code: known } : {}),
  })
  return (
    <Answered answer={answer}>
      {(list) => (
        <Section title="本级和下级的设置检查" aside={`看了 ${list.examined} 个组织`}>
          <FilterChoices
            choices={choicesOf(list)}
            chosen={known}
            choose={(next) => change({ code: next, page: undefined })}
          />
          {list.rows.length === 0 ? (
            <p className={styles.faint}>都符合规定。</p>
          ) : (
            <ul>
              {list.rows.map(({ id, name, checks }) => (
                <li key={id} className={styles.below}>
                  <button type="button" onClick={() => choose(id)}>
                    {name}
                  </button>
                  <span>
                    {checks.map((check) => (
                      <span key={check.code} title={`${check.clause}。${check.next}`}>
                        <SeverityMark severity={check.severity} word={check.sentence} />
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Pager page={page} size={size} total={list.total} />
        </Section>
      )}
    </Answered>
  )
}

function choicesOf({ byCode, concerned }: List) {
  const order = Object.keys(setupChecks)
  const each = byCode
    .toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
    .map(({ code, organizations }) => ({
      key: code,
      word: setupChecks[code],
      count: organizations,
    }))
  return [{ key: undefined, word: '全部', count: concerned }, ...each]
}

function codeOf(code: string | undefined): Code | undefined {
  return isCode(code) ? code : undefined
}

function isCode(code: string | undefined): code is Code {
  return code !== undefined && code in setupChecks
}
