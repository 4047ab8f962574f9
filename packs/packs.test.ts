/**
 * What a starter pack promises: enough examples of every intent in every language, none twice, entities of declared types,
 * and messages about other things, none of them near those that are held out to measure with.
 */
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const fewestIntents = 60
const fewestExamples = 25
/** What is about none of a company's intents is called so in Rasa's files. */
const outOfScope = 'out_of_scope'
const fewestOutOfScope = 200

const perLanguage = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const named = z.object({ name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), title: perLanguage })
const Pack = z.object({
  name: z.string(),
  title: perLanguage,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  languages: z.array(z.enum(['zh', 'en'])),
  intents: z.array(named.extend({ description: perLanguage })),
})
const Entities = z.object({ entities: z.array(named) })
const TrainingData = z.strictObject({
  version: z.literal('3.1'),
  nlu: z.array(
    z.union([
      z.strictObject({ intent: z.string(), examples: z.string() }),
      z.strictObject({ lookup: z.string(), examples: z.string() }),
      z.strictObject({ synonym: z.string(), examples: z.string() }),
      z.strictObject({ regex: z.string(), examples: z.string() }),
    ]),
  ),
})

const read = (file: string): unknown => parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
const doubles = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)
/** What stays of a text when only letters and digits count: two texts that agree in it are the same to a learner. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || text

const HeldOut = z.object({ text: z.string() })
const heldOutOf = (name: string) =>
  readFileSync(`${import.meta.dirname}/../evals/understanding/${name}-held-out.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => HeldOut.parse(JSON.parse(line)).text)
const near = 0.7
const pairsOf = (text: string) => new Set([...` ${text.toLowerCase()} `].map((letter, at, all) => letter + all[at + 1]))
/** Whether two texts have most of their letter pairs in common. */
function areNear(one: Set<string>, other: Set<string>): boolean {
  if (Math.min(one.size, other.size) < near * Math.max(one.size, other.size)) return false
  const shared = [...one].filter((pair) => other.has(pair)).length
  return shared >= near * (one.size + other.size - shared)
}

const annotation = /\[([^[\]]+)\](?:\(([^()]+)\)|(\{[^{}]+\}))/g
const Value = z.strictObject({ entity: z.string(), value: z.string() })
const typesIn = (text: string) =>
  [...text.matchAll(annotation)].map(([, , type, json]) => type ?? Value.parse(JSON.parse(json!)).entity)
const plain = (text: string) => text.replace(annotation, '$1')

const packs = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(packs.map((entry) => entry.name))('the pack %s', (name) => {
  const pack = Pack.parse(read(`${name}/pack.yml`))
  const types = Entities.parse(read(`${name}/entities.yml`)).entities.map((entity) => entity.name)
  const intents = pack.intents.map((intent) => intent.name)
  const blocks = pack.languages.flatMap((language) =>
    globSync(`${name}/${language}/*.yml`, { cwd: import.meta.dirname }).flatMap((file) =>
      TrainingData.parse(read(file)).nlu.map((block) => ({ language, file: basename(file), ...block })),
    ),
  )
  const linesOf = (examples: string) => examples.trimEnd().split('\n')
  const examples = blocks.flatMap((block) =>
    'intent' in block
      ? linesOf(block.examples).map((line) => ({ ...block, line, text: line.replace(/^- /, '').trim() }))
      : [],
  )

  const isOfIntent = ({ intent }: { intent: string }) => intent !== outOfScope

  test('says what it is and what each intent is, once', () => {
    expect(pack.name).toBe(name)
    expect(intents.length).toBeGreaterThanOrEqual(fewestIntents)
    expect(doubles(intents)).toEqual([])
    expect(doubles(types)).toEqual([])
  })

  test.each(pack.languages)('has enough examples of every intent in %s, and of no other', (language) => {
    const counts = new Map(intents.map((intent) => [intent, 0]))
    for (const { intent } of examples.filter((example) => example.language === language && isOfIntent(example)))
      counts.set(intent, (counts.get(intent) ?? Number.NaN) + 1)
    expect([...counts].filter(([, count]) => !(count >= fewestExamples))).toEqual([])
  })

  test.each(pack.languages)('has messages about other things in %s, none near one that is held out', (language) => {
    const texts = examples.filter((each) => each.language === language && !isOfIntent(each)).map(({ text }) => text)
    expect(texts.length).toBeGreaterThanOrEqual(fewestOutOfScope)
    const heldOut = packs.flatMap((entry) => heldOutOf(entry.name)).map(pairsOf)
    const tooNear = texts
      .map(pairsOf)
      .flatMap((pairs, at) => (heldOut.some((held) => areNear(held, pairs)) ? texts[at]! : []))
    expect(tooNear).toEqual([])
  })

  test('has one example a line, and none twice, not even under another intent', () => {
    const everyLine = blocks.flatMap((block) => linesOf(block.examples))
    expect(everyLine.filter((line) => !/^- \S/.test(line))).toEqual([])
    const texts = examples.map((example) => bare(plain(example.text)))
    expect(doubles(texts)).toEqual([])
  })

  test('annotates well-formed entities of declared types', () => {
    const brackets = /[[\]]|\]\(/
    expect(examples.filter(({ text }) => brackets.test(plain(text))).map(({ text }) => text)).toEqual([])
    const used = examples.flatMap(({ text }) => typesIn(text))
    const looked = blocks.flatMap((block) => ('lookup' in block ? [block.lookup] : []))
    expect([...new Set([...used, ...looked])].filter((type) => !types.includes(type))).toEqual([])
    expect(types.filter((type) => !used.includes(type))).toEqual([])
  })

  test.each(pack.languages)('lists no word twice under one heading in %s', (language) => {
    const headings = blocks.filter((block) => block.language === language && !('intent' in block))
    expect(headings.flatMap((block) => doubles(linesOf(block.examples)))).toEqual([])
  })
})
