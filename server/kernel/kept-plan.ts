import { digestOf } from './token.ts'

type Statement<Rows> = {
  readonly toSQL: () => { readonly sql: string }
  readonly prepare: (name: string) => { readonly execute: () => Promise<Rows> }
}

/**
 * For what is asked often and takes PostgreSQL longer to plan than to do: every connection keeps the plan, under a name made
 * of the statement's words. Only for statements that come in few shapes, because a plan is kept as long as its connection.
 */
export function withKeptPlan<Rows>(statement: Statement<Rows>): Promise<Rows> {
  return statement.prepare(digestOf(statement.toSQL().sql)).execute()
}
