/** What a lane asks for. Its mark finds again what came of it, whether or not an answer ever came. */
export type Deed = {
  readonly kind: string
  readonly mark: string
  readonly path: string
  readonly token: string
  readonly body: unknown
  /** What a file is made of, where the deed is an upload. */
  readonly text?: string
  readonly at: number
}

/**
 * `acknowledged`: the server said yes. `refused`: it said no, and why. `unknown`: it said nothing, or that it failed;
 * then all of the deed is there, or nothing of it.
 */
export type Outcome = 'acknowledged' | 'refused' | 'unknown'
export type Done = Deed & {
  readonly outcome: Outcome
  readonly said: string
  readonly tookMs: number
}

/** Rows that were found for a mark; `key` is by which its trace is known. */
export type Found = {
  readonly mark: string
  readonly key: string
  readonly parts: Readonly<Record<string, number>>
}
export type Heard = { readonly command: string; readonly subject: string; readonly after: unknown }

/** One kind of deed: where its rows are, how its trace is known, and when all of it is there. */
export type Kind = {
  readonly command: string
  /** Sent again with the same mark, it must come to the same: false where there is nothing to know it by. */
  readonly bearsRepeating: boolean
  /** Takes the unit and the marks; one row for each mark of which anything is there. */
  readonly rows: string
  readonly keyOf: (heard: Heard) => string
  readonly whole: (parts: Found['parts'], heard: Heard) => boolean
  /** A job does it: what was acknowledged may still be on its way until everything has come to rest. */
  readonly isLater?: true
}

export const rollSize = 10

type Facts = Readonly<Record<string, unknown>>
const facts = ({ after }: Heard) => after as Facts
const idOf = ({ subject }: Heard) => subject.slice(subject.indexOf(':') + 1)

/** Somebody there, of one meeting or one class. */
const pair = (first: string) =>
  `from unnest($2::text[]) as asked(mark) join ROWS on ROWS.unit_id = $1
     and ROWS.${first} = split_part(asked.mark, '/', 1)::uuid and ROWS.member_id = split_part(asked.mark, '/', 2)::uuid
   group by asked.mark`
const attendance = `select asked.mark, min(attendances.id::text) as key, jsonb_build_object('rows', count(*)) as parts
  ${pair('activity_id').replaceAll('ROWS', 'attendances')}`
const once = ({ rows }: Found['parts']) => rows === 1

export const kinds: Readonly<Record<string, Kind>> = {
  notice: {
    command: 'notices.send',
    bearsRepeating: true,
    rows: `select mark, n.id::text as key, jsonb_build_object('receipts',
        (select count(*) from receipts r where r.unit_id = n.unit_id and r.notice_id = n.id)) as parts
      from unnest($2::text[]) as mark join notices n on n.unit_id = $1 and n.key = 'form:' || mark`,
    keyOf: idOf,
    whole: ({ receipts = 0 }, heard) => receipts > 0 && receipts === facts(heard).people,
  },
  dues: {
    command: 'dues.pay',
    bearsRepeating: true,
    rows: `select mark, p.id::text as key, jsonb_build_object('paid', p.fen, 'booked', (select coalesce(sum(e.fen), 0)
        from dues_entries e where e.unit_id = p.unit_id and e.source_id = p.id and e.reverses_id is null)) as parts
      from unnest($2::text[]) as mark join dues_payments p on p.unit_id = $1 and p.identity = 'form:' || mark`,
    keyOf: (heard) => String(facts(heard).paymentId),
    whole: ({ paid, booked }, heard) => paid === booked && paid === facts(heard).fen,
  },
  reversal: {
    command: 'dues.reverse',
    bearsRepeating: false,
    rows: `select mark, mark as key, jsonb_build_object('back', -sum(e.fen), 'paid', min(p.fen)) as parts
      from unnest($2::text[]) as mark join dues_payments p on p.unit_id = $1 and p.id = mark::uuid
        join dues_entries e on e.unit_id = p.unit_id and e.source_id = p.id and e.reverses_id is not null
      group by mark`,
    keyOf: (heard) => String(facts(heard).reversed),
    whole: ({ back, paid }) => back === paid,
  },
  file: {
    command: 'files.upload',
    bearsRepeating: false,
    rows: `select mark, f.id::text as key, jsonb_build_object('rows', 1, 'bytes', f.bytes) as parts
      from unnest($2::text[]) as mark join files f on f.unit_id = $1 and f.name = mark || '.txt'`,
    keyOf: idOf,
    whole: ({ rows, bytes }, heard) => rows === 1 && bytes === facts(heard).bytes,
  },
  hours: {
    command: 'ledgers.post',
    bearsRepeating: true,
    rows: `select mark, mark as key, jsonb_build_object('people', count(distinct e.member_id), 'entries', count(*),
        'files', (select count(*) from files f where f.subject = 'hours:' || mark)) as parts
      from unnest($2::text[]) as mark join hour_entries e on e.unit_id = $1 and e.source_id = mark::uuid
      group by mark`,
    keyOf: idOf,
    whole: ({ people, entries, files }) => people === 3 && entries === 3 && files === 1,
  },
  plan: {
    command: 'activities.plan',
    bearsRepeating: true,
    rows: `select mark, mark as key, jsonb_build_object('rows', 1) as parts
      from unnest($2::text[]) as mark join activities a on a.unit_id = $1 and a.id = mark::uuid`,
    keyOf: idOf,
    whole: once,
  },
  signIn: {
    command: 'activities.signIn',
    bearsRepeating: true,
    rows: attendance,
    keyOf: (heard) => String(facts(heard).id),
    whole: once,
  },
  mark: {
    command: 'activities.mark',
    bearsRepeating: true,
    rows: attendance,
    keyOf: (heard) => String(facts(heard).id),
    whole: once,
  },
  roll: {
    command: 'imports.write',
    bearsRepeating: false,
    rows: `select mark, mark as key, jsonb_build_object('rows', count(*)) as parts
      from unnest($2::text[]) as mark join members m on m.unit_id = $1 and m.import_id = mark::uuid
      group by mark`,
    keyOf: idOf,
    whole: ({ rows }, heard) => rows === rollSize && facts(heard).added === rollSize,
    isLater: true,
  },
  seat: {
    command: 'enrolments.signUp',
    bearsRepeating: false,
    rows: `select asked.mark, asked.mark as key, jsonb_build_object('rows', count(*)) as parts
      ${pair('class_id').replaceAll('ROWS', 'class_enrolments')}`,
    keyOf: (heard) => `${idOf(heard)}/${String(facts(heard).memberId)}`,
    whole: once,
  },
}
