/**
 * `npm run bench -- turns`: how many turns a second one process takes, how long they last, and how near the ceiling that is.
 * `npm run bench -- search`: what the search index needs at a given size, beside its peers.
 * `npm run bench -- understanding`: how fast and how well intents are learnt, beside nlp.js.
 * `npm run bench -- dialogue`: how fast flows decide, with 200 of them loaded.
 * `npm run bench -- action`: how long a turn takes that looks something up in the demo's back office.
 * `npm run bench -- teaching`: what a teacher waits for with many examples, and how long the serving thread is held.
 */
import { parseArgs } from 'node:util'
import { measureActionTurn } from './dialogue/measure-action-turn.ts'
import { measureDialogue } from './dialogue/measure-dialogue.ts'
import { measureIngest } from './ingest/measure-ingest.ts'
import { startDurablePostgres } from './processes/durable-postgres.ts'
import { openWorkplace } from './processes/workplace.ts'
import { refuse, say, tell } from './say.ts'
import { measureSearch } from './search/search.ts'
import { measureTeaching } from './teaching/teaching.ts'
import { measureUnderstanding } from './understanding/understanding.ts'
import { measureMode, type Measured, type Mode } from './turns/measure-mode.ts'

const usage = `Usage: npm run bench -- turns [--visitors 50] [--seconds 20] [--mode embedded|postgresql] [--profile FOLDER]
       npm run bench -- search [--documents 100000] [--without-peers]
       npm run bench -- understanding [--data FOLDER]
       npm run bench -- teaching [--examples 60000]
       npm run bench -- dialogue
       npm run bench -- action`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '2000' },
    visitors: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    mode: { type: 'string' },
    profile: { type: 'string' },
    documents: { type: 'string', default: '100000' },
    data: { type: 'string' },
    flows: { type: 'string', default: '200' },
    decisions: { type: 'string', default: '50000' },
    examples: { type: 'string', default: '60000' },
    'without-peers': { type: 'boolean', default: false },
  },
})
if (positionals.join(' ') === 'search') {
  const documents = Number(values.documents)
  if (!(Number.isInteger(documents) && documents >= 1_000 && documents <= 5_000_000))
    refuse('--documents is a number from 1,000 to 5,000,000')
  tell(await measureSearch(documents, !values['without-peers']))
  process.exit(0)
}

if (positionals.join(' ') === 'understanding') {
  tell(await measureUnderstanding(values.data))
  process.exit(0)
}

if (positionals.join(' ') === 'action') {
  tell(await measureActionTurn(100))
  process.exit(0)
}

if (positionals.join(' ') === 'teaching') {
  const examples = Number(values.examples)
  if (!(Number.isInteger(examples) && examples >= 100 && examples <= 200_000))
    refuse('--examples is a number from 100 to 200,000')
  tell(await measureTeaching(examples))
  process.exit(0)
}

if (positionals.join(' ') === 'dialogue') {
  const [flows, turns] = [Number(values.flows), Number(values.decisions)]
  if (!(Number.isInteger(flows) && flows >= 1 && flows <= 500)) refuse('--flows is a number from 1 to 500')
  if (!(Number.isInteger(turns) && turns >= 1_000 && turns <= 5_000_000))
    refuse('--decisions is a number from 1,000 to 5,000,000')
  tell(measureDialogue({ flows, turns }))
  process.exit(0)
}

const visitors = Number(values.visitors)
const seconds = Number(values.seconds)
const asked = values.mode ? [values.mode] : ['embedded', 'postgresql']
if (positionals.join(' ') === 'ingest') {
  const pages = Number(values.pages)
  if (!(Number.isInteger(pages) && pages >= 10 && pages <= 20_000)) refuse('--pages is a number from 10 to 20,000')
  tell(await measureIngest(pages))
  process.exit(0)
}
if (positionals.join(' ') !== 'turns') refuse(`${usage}\n       npm run bench -- ingest [--pages 2000]`)
if (!(Number.isInteger(visitors) && visitors >= 1 && visitors <= 500)) refuse('--visitors is a number from 1 to 500')
if (!(seconds >= 2 && seconds <= 600)) refuse('--seconds is a number from 2 to 600')
if (!asked.every((mode): mode is Mode => mode === 'embedded' || mode === 'postgresql')) refuse(usage)

const workplace = openWorkplace()
const measured: (Measured | { mode: Mode; skipped: string })[] = []
for (const mode of asked as Mode[]) {
  measured.push(await measure(mode))
  tell(measured.at(-1)!)
}
const embedded = measured.find(({ mode }) => mode === 'embedded')
const postgresql = measured.find(({ mode }) => mode === 'postgresql')
tell({ ...(embedded ?? { mode: 'postgresql' }), ...(postgresql && { postgresql }) })
process.exit(0)

async function measure(mode: Mode) {
  const plan = { visitors, seconds, profile: values.profile }
  if (mode === 'embedded') return measureMode(mode, plan, { workplace, postgres: undefined })
  const postgres = await startDurablePostgres(workplace)
  if (!postgres) {
    say('SKIPPED: no PostgreSQL 15 or later was found (Debian: apt-get install postgresql).')
    return { mode, skipped: 'no PostgreSQL 15 or later was found' }
  }
  const result = await measureMode(mode, plan, { workplace, postgres })
  await postgres.stop()
  return result
}
