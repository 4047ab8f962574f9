/** `npm run chaos -- kill --rounds N`: kills the server while visitors talk, and holds what was promised against the log. */
import { parseArgs } from 'node:util'
import { killInRounds, type Mode } from './chaos/kill-rounds.ts'
import { startDurablePostgres } from './processes/durable-postgres.ts'
import { openWorkplace } from './processes/workplace.ts'
import { refuse, say, tell } from './say.ts'

const usage =
  'Usage: npm run chaos -- kill [--rounds 10] [--mode embedded|postgresql] [--visitors 12] [--seed 1] [--victim server|database]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '10' },
    mode: { type: 'string' },
    visitors: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    victim: { type: 'string', default: 'server' },
  },
})
const [rounds, visitors, seed] = [Number(values.rounds), Number(values.visitors), Number(values.seed)]
const { victim } = values
const asked = values.mode ? [values.mode] : victim === 'database' ? ['postgresql'] : ['embedded', 'postgresql']
if (positionals.join(' ') !== 'kill') refuse(usage)
if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 1_000)) refuse('--rounds is a number from 1 to 1000')
if (!(Number.isInteger(visitors) && visitors >= 1 && visitors <= 100)) refuse('--visitors is a number from 1 to 100')
if (!Number.isInteger(seed)) refuse('--seed is a whole number')
if (victim !== 'server' && victim !== 'database') refuse(usage)
if (!asked.every((mode): mode is Mode => mode === 'embedded' || mode === 'postgresql')) refuse(usage)
if (victim === 'database' && asked.includes('embedded'))
  refuse('Embedded, the database is the server: leave out --victim.')

const workplace = openWorkplace()
const results: (Awaited<ReturnType<typeof killInRounds>> & { mode: Mode })[] = []
for (const mode of asked as Mode[]) {
  const postgres = mode === 'postgresql' ? await startDurablePostgres(workplace) : undefined
  if (mode === 'postgresql' && !postgres) {
    say('SKIPPED: no PostgreSQL 15 or later was found (Debian: apt-get install postgresql).')
    tell({ mode, skipped: 'no PostgreSQL 15 or later was found' })
    continue
  }
  const result = await killInRounds({ mode, rounds, visitors, seed, victim }, { workplace, postgres })
  await postgres?.stop()
  results.push({ mode, ...result })
  tell(results.at(-1)!)
}

const sum = (figure: 'accepted' | 'lost' | 'answeredTwice' | 'outOfOrder') =>
  results.reduce((total, result) => total + result[figure], 0)
const broken = sum('lost') + sum('answeredTwice') + sum('outOfOrder')
tell({
  rounds,
  accepted: sum('accepted'),
  lost: sum('lost'),
  answeredTwice: sum('answeredTwice'),
  outOfOrder: sum('outOfOrder'),
  recoverySecondsMax: Math.max(0, ...results.map(({ recoverySecondsMax }) => recoverySecondsMax)),
  modes: results.map(({ mode }) => mode),
})
process.exit(broken > 0 ? 1 : 0)
