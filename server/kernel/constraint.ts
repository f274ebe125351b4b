import { brokenConstraint } from './db.ts'
import type { Problem } from './problem.ts'

/** Two who do the same at once: the constraint of that name decides, and the second is told so. */
export async function unlessBroken<Value>(
  keeping: Promise<Value>,
  constraint: string,
  refusal: Problem,
): Promise<Value> {
  try {
    return await keeping
  } catch (error) {
    throw brokenConstraint(error) === constraint ? refusal : error
  }
}
