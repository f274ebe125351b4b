export type MarkValue = 'present' | 'excused' | 'absent'
type Way = 'rollCall' | 'file' | 'code' | 'proxy' | 'remote' | 'makeUp' | 'leave'

/** Somebody who belongs where the activity is held, on its day. */
export type Person = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly name: string
  readonly nameKey: string
  readonly bornOn: string
  readonly isProbationary: boolean
  readonly isVoteless: boolean
  readonly isFloating: boolean
  /** Article 23: no hard requirement; in words, nothing where there is none. */
  readonly exemption: string | null
  /** Where a learner comes from; among themselves nobody says it. */
  readonly organizationName?: string
}

export type Attendance = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly mark: MarkValue
  readonly way: Way
  readonly note: string
  readonly at: Date
  readonly isGuest: boolean
  readonly isDue: boolean
  readonly isLate: boolean
}

/** Somebody with an attendance, wherever they belong. */
export type Known = {
  readonly bornOn: string
  readonly name: string
  readonly nameKey: string
  readonly organizationName: string
}

export type RollEntry = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly name: string
  readonly nameKey: string
  /** Tells two people of one name apart; empty where nobody else has it. */
  readonly distinction: string
  readonly standing: 'due' | 'exempt' | 'guest'
  readonly mark: MarkValue | null
  readonly way: Way | null
  readonly note: string
  readonly at: Date | null
  readonly isLate: boolean
  readonly isProbationary: boolean
  readonly isVoteless: boolean
  readonly isFloating: boolean
  readonly organizationName: string
}

type RollFacts = {
  readonly known: ReadonlyMap<string, Known>
  readonly isClosed: boolean
  /** One of several small sessions: only who came was meant to come. */
  readonly isPart?: boolean
}

/**
 * Who is on the roll: who belongs, who is excused by article 23, and guests. While the record is open it follows the
 * roster; once closed it is what was kept then, whatever became of the roster since.
 */
export function rollOf(
  people: readonly Person[],
  attendances: readonly Attendance[],
  { known, isClosed, isPart = false }: RollFacts,
): RollEntry[] {
  const rowOf = new Map(attendances.map((row) => [row.memberId, row]))
  const personOf = new Map(people.map((person) => [person.memberId, person]))
  const ids = isClosed
    ? attendances.map(({ memberId }) => memberId)
    : [...new Set([...personOf.keys(), ...rowOf.keys()])]

  const namesakes = countBy(ids.map((id) => nameOf(personOf.get(id) ?? known.get(id))))
  return ids
    .map((memberId) => {
      const person = personOf.get(memberId)
      const row = rowOf.get(memberId)
      const other = known.get(memberId)
      return {
        memberUnitId: (person ?? row)?.memberUnitId ?? '',
        memberId,
        name: nameOf(person ?? other),
        distinction:
          (namesakes.get(nameOf(person ?? other)) ?? 0) > 1 ? bornWords(person ?? other) : '',
        nameKey: person?.nameKey ?? other?.nameKey ?? '',
        standing: standingOf(person, row, { isClosed, isPart }),
        mark: row?.mark ?? null,
        way: row?.way ?? null,
        note: noteOf(person, row, isPart),
        at: row?.at ?? null,
        isLate: row?.isLate ?? false,
        isProbationary: person?.isProbationary ?? false,
        isVoteless: person?.isVoteless ?? false,
        isFloating: person?.isFloating ?? false,
        organizationName: other?.organizationName ?? person?.organizationName ?? '',
      }
    })
    .toSorted(byStandingAndName)
}

function nameOf(one: Pick<Person, 'name'> | undefined): string {
  return one?.name ?? ''
}

function bornWords(one: Pick<Person, 'bornOn'> | undefined): string {
  return one ? `${one.bornOn.slice(0, 4)}年${Number(one.bornOn.slice(5, 7))}月生` : ''
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function standingOf(
  person: Person | undefined,
  row: Attendance | undefined,
  { isClosed, isPart }: { isClosed: boolean; isPart: boolean },
): RollEntry['standing'] {
  if (isClosed && row) {
    if (row.isGuest) return 'guest'
    return row.isDue ? 'due' : 'exempt'
  }
  if (!person) return 'guest'
  if (isPart) return row?.mark === 'present' ? 'due' : 'exempt'
  return person.exemption === null ? 'due' : 'exempt'
}

function noteOf(person: Person | undefined, row: Attendance | undefined, isPart: boolean): string {
  if (row && row.note !== '') return row.note
  return person?.exemption ?? (isPart && person && !row ? '另批学习' : '')
}

const standingOrder = { due: 0, exempt: 0, guest: 1 }

function byStandingAndName(one: RollEntry, other: RollEntry): number {
  return (
    standingOrder[one.standing] - standingOrder[other.standing] ||
    one.nameKey.localeCompare(other.nameKey, 'en') ||
    one.name.localeCompare(other.name, 'zh') ||
    one.memberId.localeCompare(other.memberId)
  )
}

/** The lawful denominator: who is excused does not count, unless they came all the same. */
export function countsOf(roll: readonly RollEntry[]) {
  const due = roll.filter(({ standing }) => standing === 'due')
  const of = (mark: MarkValue | null) => due.filter((entry) => entry.mark === mark).length
  return {
    due: due.length,
    present: of('present'),
    excused: of('excused'),
    absent: of('absent'),
    unmarked: due.filter(({ mark }) => mark === null),
    cameAll: roll.filter(({ mark }) => mark === 'present'),
  }
}
