/** Whether an insert that gives way to what is there kept its row. */
export async function unlessTaken(inserting: Promise<readonly unknown[]>): Promise<boolean> {
  return (await inserting).length > 0
}
