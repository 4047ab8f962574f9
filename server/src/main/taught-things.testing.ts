/** What is taught has to be there for an operation on it to work: see known-things. */
import { api } from '@lingxi/contract/api'
import { createTeaching } from '../capabilities/teaching/teaching.ts'
import { packArtefact } from '../capabilities/understanding/learning/artefact.ts'
import { createKeptJobs } from '../platform/jobs/jobs.testing.ts'
import type { Known, Person } from './known-things.testing.ts'
import type { Server } from './main.testing.ts'
import { mainTenant } from './parts.ts'

const nothing = { 'body.intentId': null, 'body.outOfScope': false, 'body.entities': [] }
const sound = { 'body.expression': '[0-9]{8}' }

export async function makeTeaching({ call }: Person): Promise<Known> {
  const addIntent = async (name: string) => (await call(api.addIntent, { body: { name } })).id
  const addExample = async (intentId: string | null, text: string) => {
    const body = { examples: [{ text, language: 'en' as const, intentId }] }
    return (await call(api.addExamples, { body })).examples[0]!.id
  }
  const addType = async (name: string) => (await call(api.addEntityType, { body: { name } })).id
  const addEntry = async (value: string) =>
    (await call(api.addDictionaryEntry, { body: { type: 'courier', value } })).id
  const addPattern = async (expression: string) =>
    (await call(api.addPattern, { body: { type: 'courier', expression } })).id
  const [kept, source] = [await addIntent('kept'), await addIntent('to-split')]
  const [one, other] = [await addExample(source, 'one of it'), await addExample(kept, 'another')]
  const query = { name: 'lessons.csv', format: 'csv' as const }
  const preview = async () => {
    const body = new TextEncoder().encode('text,intent\nhello there,greet\n')
    return (await call(api.previewLessons, { query, body })).id
  }
  return {
    getLessonImport: { 'params.id': await preview() },
    commitLessons: { 'params.id': await preview() },
    discardLessons: { 'params.id': await preview() },
    takePack: { 'params.name': 'general', 'body.intents': ['no-such-intent'] },
    addIntent: { 'body.name': 'new-intent' },
    changeIntent: { 'params.id': await addIntent('to-change'), 'body.name': 'changed', 'body.version': 1 },
    removeIntent: { 'params.id': await addIntent('to-remove') },
    mergeIntents: { 'params.id': await addIntent('to-merge'), 'body.into': kept },
    splitIntent: { 'params.id': source, 'body.name': 'split-off', 'body.exampleIds': [one] },
    listExamples: { 'query.entityType': 'courier', 'query.outOfScope': 'false' },
    addExamples: {
      'body.examples.0.intentId': null,
      'body.examples.0.outOfScope': true,
      'body.examples.0.entities': [],
    },
    changeExample: { ...nothing, 'params.id': other, 'body.version': 1 },
    changeExamples: { 'body.ids': [await addExample(kept, 'a third')], 'body.change': { kind: 'out-of-scope' } },
    listIntents: { 'query.archived': 'true' },
    addEntityType: { 'body.name': 'new-type' },
    changeEntityType: { 'params.id': await addType('to-change'), 'body.version': 1 },
    removeEntityType: { 'params.id': await addType('to-remove') },
    listDictionary: { 'query.type': 'courier' },
    addDictionaryEntry: { 'body.type': 'courier' },
    addDictionaryEntries: { 'body.entries.0.type': 'courier' },
    changeDictionaryEntry: {
      'params.id': await addEntry('one'),
      'body.type': 'courier',
      'body.value': 'changed',
      'body.version': 1,
    },
    removeDictionaryEntry: { 'params.id': await addEntry('two') },
    addPattern: { ...sound, 'body.type': 'courier' },
    changePattern: {
      'params.id': await addPattern('a[0-9]'),
      'body.type': 'courier',
      'body.expression': 'b[0-9]',
      'body.version': 1,
    },
    removePattern: { 'params.id': await addPattern('c[0-9]') },
  }
}

const figures = {
  accuracy: 0.9,
  macroF1: 0.8,
  inScopeAccuracy: 0.9,
  outOfScopeRecall: null,
  calibrationError: 0.02,
  entityF1: null,
  sentimentAccuracy: null,
  emotionMacroF1: null,
}
const lists = {
  intents: [],
  confusions: [],
  calibration: [],
  outOfScope: [],
  entities: [],
  sentiments: [],
  emotions: [],
}
const evaluation = { folds: 5, examples: 0, figures, threshold: 0.5, ...lists }

/** Versions that nobody learnt: only their names count here. No job is added, so that no process takes one up. */
export async function aTrainedCompany({ opened, clock, ids }: Server, intentId: string): Promise<Known> {
  const nobody = () => undefined
  const artefact = packArtefact({ models: {}, dictionary: [], patterns: [], shown: [] })
  const jobs = createKeptJobs()
  const { trainings, versions, inbox, labelling, suggestions } = createTeaching({
    database: opened.database,
    jobs,
    clock,
    ids,
    packsFolder: '',
    onRelease: nobody,
    onCancel: nobody,
  })
  const start = async () => (await trainings.start(mainTenant, { note: '', by: 'stf_1' })).id
  const learn = async () => {
    const taught = { intents: 0, examples: 0, entityTypes: 0 }
    const told = { trainingId: await start(), note: '', by: null, taught, evaluation, judged: [] }
    return (await versions.keep(mainTenant, { ...told, artefact, seconds: 1, changes: 0 }))!.id
  }
  const [one, other, gone] = [await learn(), await learn(), await learn()]
  await versions.release(mainTenant, one, null)
  const training = await start()
  await trainings.cancel(mainTenant, training)
  const ofOne = { 'params.id': one }
  const at = new Date(clock.now()).toISOString()
  const say = async (text: string) => {
    const said = [{ text, language: 'en' as const, at }]
    await inbox.take(mainTenant, `cnv_${text}`, { after: 0, seq: 1, said })
    const asked = { state: 'open' as const, order: 'newest' as const, q: text, limit: 1, offset: 0 }
    return (await inbox.list(mainTenant, asked)).messages[0]!.id
  }
  const [taught, dismissed, sent] = [await say('qa'), await say('qb'), await say('qc')]
  const [task, disputed] = [await say('qd'), await say('qe')]
  await inbox.sendToLabelling(mainTenant, [task, disputed])
  const unclear = { kind: 'unclear' as const }
  await labelling.label(mainTenant, disputed, { staffId: 'stf_1', label: { kind: 'out-of-scope' } })
  await labelling.label(mainTenant, disputed, { staffId: 'stf_2', label: unclear })
  const alike = ['pay by instalments one', 'pay by instalments two', 'pay by instalments six']
  const others = ['send it to a locker one', 'send it to a locker two', 'send it to a locker six']
  const [, , first] = [await say(alike[0]!), await say(alike[1]!), await say(alike[2]!)]
  const [, , another] = [await say(others[0]!), await say(others[1]!), await say(others[2]!)]
  await suggestions.look(mainTenant)
  return {
    listInbox: { 'query.intent': '', 'query.days': '90', 'query.language': 'en' },
    teachMessages: { 'body.ids': [taught], 'body.label': unclear },
    labelMood: { 'params.id': task },
    dismissMessages: { 'body.ids': [dismissed] },
    sendToLabelling: { 'body.ids': [sent] },
    labelMessage: { 'params.id': task, 'body.label': unclear },
    decideDispute: { 'params.id': disputed, 'body.label': unclear },
    acceptSuggestion: {
      'params.id': `sug_${first}`,
      'body.messageIds': [first],
      'body.intentId': intentId,
      'body.name': undefined,
    },
    dismissSuggestion: { 'params.id': `sug_${another}` },
    getTraining: { 'params.id': training },
    cancelTraining: { 'params.id': training },
    releaseVersion: { 'params.id': other },
    removeVersion: { 'params.id': gone },
    getVersionEvaluation: ofOne,
    listJudgedExamples: { ...ofOne, 'query.wrong': 'true' },
    compareVersions: { ...ofOne, 'query.with': other },
  }
}
