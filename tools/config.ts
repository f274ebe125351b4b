import { CannotStart } from '../server/cannot-start.ts'
import { describeConfig } from '../server/config.ts'

/* npm run config: every setting, what it is now, and what it is for. */
try {
  const settings = describeConfig(process.env)
  const [names, values] = [
    Math.max(...settings.map(({ name }) => name.length)),
    Math.max(...settings.map(({ value }) => value.length)),
  ]
  for (const { name, value, isDefault, description } of settings) {
    const origin = isDefault ? 'default' : 'set    '
    process.stdout.write(
      `${name.padEnd(names)}  ${value.padEnd(values)}  ${origin}  ${description}\n`,
    )
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
