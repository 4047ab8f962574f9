/** Flows have to be there for an operation on them to work: see known-things. */
import { api } from '@lingxi/contract/api'
import type { Known, Person } from './known-things.testing.ts'

const text = { zh: '好', en: 'Good' }
const content = { name: text, steps: [{ id: 'first', say: text }] }

/** A test of a conversation needs one that is there, and one that may go. */
async function makeCases({ call }: Person): Promise<Known> {
  const draft = (name: string) => {
    const turns = [{ user: 'hello', expect: {} }]
    return { name, about: 'happy-path' as const, language: 'en' as const, turns }
  }
  const add = (name: string) => call(api.saveDialogueCase, { body: { id: null, version: null, content: draft(name) } })
  const [kept, gone] = [await add('kept'), await add('gone')]
  const run = await call(api.startCaseRun, { body: { ids: [kept.id] } })
  return {
    getDialogueCase: { 'params.id': kept.id },
    saveDialogueCase: { 'body.id': null, 'body.version': null, 'body.content': draft('new') },
    removeDialogueCase: { 'params.id': gone.id, 'query.version': 1 },
    importDialogueCases: { 'query.preview': 'true' },
    writeDialogueCase: { 'body.content': draft('written') },
    startCaseRun: { 'body.ids': [kept.id], 'body.of': 0 },
    getCaseRun: { 'params.id': run.id },
  }
}

/** Publishing and releasing name what was seen, which is another by the time they are tried: they are refused for that. */
export async function makeFlows(person: Person): Promise<Known> {
  const { call } = person
  const add = (name: string) => call(api.saveFlowPart, { body: { kind: 'flow', name, version: null, content } })
  const ofPart = async (name: string) => ({ 'params.kind': 'flow', 'params.name': (await add(name)).name })
  const [kept, renamed, copied, gone] = [
    await ofPart('kept'),
    await ofPart('renamed'),
    await ofPart('copied'),
    await ofPart('gone'),
  ]
  const publish = async (at: string | null) => {
    const { draft } = await call(api.getFlows, {})
    return call(api.publishFlows, { body: { draft, at } })
  }
  const { version } = await publish(null)
  const { rollout } = await publish('2999-01-01T00:00:00Z')
  const ofVersion = { 'params.number': version.number }
  return {
    ...(await makeCases(person)),
    saveFlowPart: { 'body.kind': 'flow', 'body.name': 'saved', 'body.version': null, 'body.content': content },
    getFlowPart: kept,
    renameFlowPart: { ...renamed, 'body.to': 'other', 'body.version': 1 },
    copyFlowPart: { ...copied, 'body.to': 'copy' },
    removeFlowPart: { ...gone, 'query.version': 1 },
    importFlowDraft: { 'query.preview': 'true' },
    getFlowVersion: ofVersion,
    exportFlowVersion: ofVersion,
    releaseFlowVersion: ofVersion,
    draftFlowVersion: ofVersion,
    compareFlowVersions: { 'query.from': version.number },
    simulateFlows: {
      'body.part': { kind: 'flow', name: 'tried', content },
      'body.progress': null,
      'body.start': 'tried',
      'body.offered': [],
      'body.looked': [],
    },
    cancelFlowPlan: { 'params.id': rollout.plans[0]!.id },
  }
}
