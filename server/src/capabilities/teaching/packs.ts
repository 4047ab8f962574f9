/** Starter packs: folders of lessons that come with the product, taken over whole or in part, again and again without doubling. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, languages } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { BothLanguages, type LessonCounts, type StarterPack, TaughtName } from '@lingxi/contract/teaching'
import { parse } from 'yaml'
import { z } from 'zod'
import { isoInstant } from '#platform/clock'
import {
  emptyLessonFile,
  type FileExample,
  intentsOf,
  type LessonFile,
  typesNamed,
  typesOf,
} from './formats/lesson-file.ts'
import { readRasa } from './formats/read-rasa.ts'
import { createImportsStore } from './imports-store.ts'
import type { TeachingParts } from './intents.ts'
import { createIntentsStore } from './intents-store.ts'
import { createTakeLessons, type Titles } from './take-lessons.ts'

const none = { zh: '', en: '' }
const Named = z.object({ name: TaughtName, title: BothLanguages, description: BothLanguages.default(none) })
const Description = z.object({
  name: z.string(),
  title: BothLanguages,
  version: z.string(),
  languages: z.array(z.enum(languages)),
  intents: z.array(Named),
})
const EntityTypes = z.object({ entities: z.array(Named) })

type Pack = {
  name: string
  title: BothLanguages
  version: string
  languages: Language[]
  lessons: LessonFile
  titles: { intents: Titles; entityTypes: Titles }
}

/** `folder`: where the packs lie, a folder each. */
export function createPacks({ store, clock, ids, folder }: TeachingParts & { folder: string }) {
  const imports = createImportsStore(store)
  const intents = createIntentsStore(store)
  const takeLessons = createTakeLessons({ store, clock, ids })
  let held: Promise<Pack[]> | undefined

  /** They change with the product only; a failed reading is tried again. */
  function packs(): Promise<Pack[]> {
    held ??= readPacks(folder)
    held.catch(() => (held = undefined))
    return held
  }

  return {
    async list(tenantId: string): Promise<StarterPack[]> {
      const [all, taken, there] = await Promise.all([
        packs(),
        imports.packs(tenantId),
        intents.list(tenantId, { archived: true }),
      ])
      const names = new Set(there.map(({ name }) => name))
      return all.map(({ lessons, titles, ...pack }) => ({
        name: pack.name,
        title: pack.title,
        version: pack.version,
        languages: pack.languages,
        intents: titles.intents.size,
        examples: lessons.examples.length,
        entityTypes: typesOf(lessons).length,
        dictionary: lessons.dictionary.length,
        patterns: lessons.patterns.length,
        takenAt: taken.get(pack.name) ?? null,
        intentsTaken: [...titles.intents.keys()].filter((name) => names.has(name)).length,
        contents: contentsOf(lessons, titles.intents).map((each) => ({ ...each, isThere: names.has(each.name) })),
        entities: typesOf(lessons).map((name) => ({
          name,
          title: titles.entityTypes.get(name)?.title ?? none,
          words: lessons.dictionary.filter(({ type }) => type === name).length,
        })),
      }))
    },

    /** The messages of all packs that are about none of their intents. */
    async outOfScope(): Promise<string[]> {
      const all = (await packs()).flatMap(({ lessons }) => lessons.examples)
      return all.flatMap(({ text, outOfScope }) => (outOfScope ? [text] : []))
    },

    /** How much of it was new. Throws `not-found`. */
    async take(
      tenantId: string,
      asked: { name: string; languages: Language[]; intents?: string[] | undefined; by: string | null },
    ): Promise<LessonCounts> {
      const pack = (await packs()).find(({ name }) => name === asked.name)
      if (!pack) throw new Problem('not-found')
      const file = partOf(pack.lessons, asked)
      return store.change(tenantId, async (handle) => {
        const taken = await takeLessons(tenantId, { file, source: 'pack', by: asked.by, titles: pack.titles }, handle)
        await imports.keepPack(tenantId, { name: pack.name, at: isoInstant(clock) }, handle)
        return taken
      })
    },
  }
}

function contentsOf({ examples }: LessonFile, titles: Titles) {
  const ofIntents = Map.groupBy(examples, ({ intent }) => intent)
  return [...titles].map(([name, { title }]) => ({ name, title, entityTypes: typesNamed(ofIntents.get(name) ?? []) }))
}

function partOf(lessons: LessonFile, asked: { languages: Language[]; intents?: string[] | undefined }): LessonFile {
  const wanted = asked.intents && new Set(asked.intents)
  const isOf = (language: Language | null) => language === null || asked.languages.includes(language)
  const isWanted = ({ intent }: FileExample) => !wanted || (intent !== null && wanted.has(intent))
  const examples = lessons.examples.filter((each) => isOf(each.language) && (each.outOfScope || isWanted(each)))
  // Of some intents, only what their examples name comes along.
  const types = new Set(typesNamed(lessons.examples.filter(isWanted)))
  const comesAlong = ({ type }: { type: string }) => !wanted || types.has(type)
  return {
    ...lessons,
    examples,
    dictionary: lessons.dictionary.filter((entry) => isOf(entry.language) && comesAlong(entry)),
    patterns: lessons.patterns.filter(comesAlong),
  }
}

async function readPacks(folder: string): Promise<Pack[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(names.sort().map((name) => readPack(join(folder, name))))
}

async function readPack(folder: string): Promise<Pack> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const { intents, ...described } = Description.parse(parse(await read('pack.yml')))
  const { entities } = EntityTypes.parse(parse(await read('entities.yml')))
  const lessons = emptyLessonFile()
  for (const language of described.languages) {
    const names = (await readdir(join(folder, language))).filter((name) => name.endsWith('.yml'))
    for (const name of names.sort()) add(lessons, readRasa(await read(join(language, name))), language)
  }
  const titles = { intents: titlesOf(intents), entityTypes: titlesOf(entities) }
  const unknown = intentsOf(lessons).filter((name) => !titles.intents.has(name))
  if (unknown.length > 0) throw new Error(`The pack ${described.name} does not name ${unknown.join(', ')}`)
  return { ...described, lessons, titles }
}

const titlesOf = (named: z.infer<typeof Named>[]): Titles =>
  new Map(named.map(({ name, title, description }) => [name, { title, description }]))

function add(lessons: LessonFile, { examples, dictionary, patterns }: LessonFile, language: Language): void {
  for (const example of examples) lessons.examples.push({ ...example, language })
  for (const entry of dictionary) lessons.dictionary.push({ ...entry, language })
  lessons.patterns.push(...patterns)
}
