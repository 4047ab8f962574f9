/** What has to be there for an operation on it to work: made through the API, named by the operation and the place in it. */
import { api } from '@lingxi/contract/api'
import type { EvaluationDraft } from '@lingxi/contract/evaluation'
import type { SourceDraft } from '@lingxi/contract/source'
import { makeFlows } from './flow-things.testing.ts'
import { makeActions } from './known-actions.testing.ts'
import { makeTeaching } from './taught-things.testing.ts'
import { expect } from 'vitest'
import type { Server } from './main.testing.ts'
import { eventually } from '../eventually.testing.ts'

export type Person = Awaited<ReturnType<Server['signIn']>>
export type Known = Record<string, Record<string, unknown>>

/** Of a discriminated union the first form is taken, and a place of many forms is spelt out. */
export const draftOfArticle = {
  'body.validUntil': null,
  'body.translationOf': null,
  'body.audience': { kind: 'public' },
  'body.kind': 'fact',
  'body.guide': null,
  'body.variants': [],
}
const draftOfSource = { 'body.audience': { kind: 'public' }, 'body.place': { kind: 'upload' } }
const word = { 'body.kind': 'word', 'body.others': [] }

async function makeSources({ call }: Person): Promise<Known> {
  const add = async (kind: 'upload' | 'webhook') => {
    const body: SourceDraft = {
      name: kind,
      place: { kind },
      language: null,
      audience: { kind: 'public' },
      category: null,
      tags: [],
      status: 'published',
      ownerId: null,
      schedule: 'never',
      paused: false,
    }
    return (await call(api.addSource, { body })).source.id
  }
  const source = await add('upload')
  const upload = async (name: string) =>
    call(api.uploadFile, {
      params: { id: source },
      query: { name },
      body: new TextEncoder().encode(`# ${name}\n\nA text.`),
    })
  const kept = await upload('kept.md')
  const gone = await upload('gone.md')
  await eventually(async () => {
    const { item } = await call(api.readOriginalText, { params: { id: kept.item.id } })
    expect(item.state).toBe('read')
  })
  const made = await call(api.getItem, { params: { id: kept.item.id } })
  const ofSource = { 'params.id': source }
  const ofItem = { 'params.id': kept.item.id }
  const ofRun = { 'params.id': kept.run.id }
  return {
    addSource: draftOfSource,
    changeSource: { ...ofSource, ...draftOfSource },
    removeSource: { 'params.id': await add('upload'), 'query.keepArticles': 'true' },
    getSource: ofSource,
    uploadFile: { ...ofSource, 'query.name': 'more.md' },
    startRun: ofSource,
    listRuns: ofSource,
    getRun: ofRun,
    cancelRun: ofRun,
    listItems: ofSource,
    getItem: ofItem,
    removeItem: { 'params.id': gone.item.id },
    rotateSecret: { 'params.id': await add('webhook') },
    trustSource: ofSource,
    listSourceTrust: ofSource,
    readOriginal: ofItem,
    readOriginalText: ofItem,
    showInOriginal: { ...ofItem, 'query.articleId': made.articleIds[0], 'query.start': 0, 'query.end': 4 },
  }
}

async function makeWords({ call }: Person): Promise<Known> {
  const add = async (text: string) => (await call(api.addWord, { body: { kind: 'word', text } })).id
  return {
    addWord: { ...word, 'body.text': 'newword' },
    changeWord: { ...word, 'params.id': await add('oneword'), 'body.text': 'otherword', 'body.version': 1 },
    removeWord: { 'params.id': await add('goneword') },
  }
}

async function makeGraph({ call }: Person): Promise<Known> {
  const edge = (name: string) =>
    call(api.addEdge, { body: { subject: { name }, relation: 'made of', object: { name: 'clay' } } })
  await edge('sample jug')
  const example = { question: 'What is the sample jug made of?', path: ['sample jug', 'made of', 'clay'] }
  await call(api.addGraphExamples, { body: { examples: [example] } })
  const { examples } = await call(api.listGraphExamples, {})
  const path = { 'body.examples.0.path': example.path }
  const switchGraphModel = { 'body.version': null }
  return { switchGraphModel, addGraphExamples: path, removeGraphExample: { 'params.id': examples[0]!.id } }
}

const expectation = { 'body.decline': false }

async function makeEvaluation({ call }: Person): Promise<Known> {
  const addSet = async () => (await call(api.addEvaluationSet, { body: { name: 'A set' } })).id
  const set = await addSet()
  const body: EvaluationDraft = {
    question: 'A question',
    language: 'en',
    decline: false,
    articleIds: [],
    mustContain: ['x'],
  }
  const add = async () => (await call(api.addEvaluationQuestion, { params: { id: set }, body })).id
  const ofQuestion = { ...expectation, 'params.id': await add() }
  const gone = await add()
  const run = await call(api.startEvaluation, { params: { id: set } })
  return {
    removeEvaluationSet: { 'params.id': await addSet() },
    listEvaluationQuestions: { 'params.id': set },
    addEvaluationQuestion: { ...expectation, 'params.id': set },
    changeEvaluationQuestion: ofQuestion,
    removeEvaluationQuestion: { 'params.id': gone },
    startEvaluation: { 'params.id': set },
    listEvaluations: { 'params.id': set },
    getEvaluation: { 'params.id': run.id },
  }
}

export async function makeKnownThings(admin: Person): Promise<Known> {
  const importKnowledge = { 'query.preview': 'true' }
  // What the product comes with chooses, and nobody has changed anything.
  const untouched = { 'body.version': 0 }
  return {
    ...(await makeSources(admin)),
    ...(await makeWords(admin)),
    ...(await makeActions(admin)),
    ...(await makeEvaluation(admin)),
    ...(await makeTeaching(admin)),
    ...(await makeGraph(admin)),
    ...(await makeFlows(admin)),
    importKnowledge,
    useChoosingVersion: { ...untouched, 'params.number': 0 },
    changeChoosing: untouched,
  }
}
