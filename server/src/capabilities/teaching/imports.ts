/** Files of lessons: looked at first, taken in when a person says so; and written. */
import { Problem } from '@lingxi/contract/problem'
import type { Language } from '@lingxi/contract/message'
import { type LessonFormat, type LessonImport, mostExamples } from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import { unpackLessons } from './formats/packed-lessons.ts'
import { createImportsStore } from './imports-store.ts'
import type { TeachingParts } from './intents.ts'
import type { ReadLessons } from './lessons.ts'
import { createTakeLessons } from './take-lessons.ts'
import { askThread } from './threads/ask-thread.ts'

const keptFor = 24 * 3_600_000
type Asked = { name: string; format: LessonFormat; language?: Language | undefined; bytes: Uint8Array }
type Parts = TeachingParts & { readLessons: ReadLessons }

export function createImports({ store, clock, ids, readLessons }: Parts) {
  const imports = createImportsStore(store)
  const takeLessons = createTakeLessons({ store, clock, ids })

  /** Throws `not-found`. */
  async function get(tenantId: string, id: string): Promise<LessonImport> {
    const there = await imports.find(tenantId, id)
    if (!there) throw new Problem('not-found')
    return there
  }

  return {
    get,
    /** Changes nothing that is taught. Throws `too-large`, `not-text`. */
    async preview(tenantId: string, { name, format, language, bytes }: Asked): Promise<LessonImport> {
      await imports.removeBefore(tenantId, new Date(clock.now() - keptFor).toISOString())
      const asked = await askThread({ kind: 'preview', bytes, format, language }, await readLessons.inParts(tenantId))
      if (asked.outcome !== 'answered') throw new Problem(asked.outcome === 'too-large' ? 'too-large' : 'not-text')
      if (!asked.answer) throw new Problem('too-large', { detail: `At most ${mostExamples} examples.` })
      const { report, content } = asked.answer
      const id = ids.next('imp')
      await imports.insert(tenantId, { id, report: { name, format, ...report }, content, at: isoInstant(clock) })
      return get(tenantId, id)
    },

    /**
     * Once; a second time changes nothing. Some hundreds of examples at a time, so that others get their turn in between: where
     * the process dies amid it, doing it again takes in the rest. Throws `not-found`.
     */
    async commit(tenantId: string, id: string, by: string | null): Promise<LessonImport> {
      const { state } = await get(tenantId, id)
      const content = state === 'preview' ? await imports.content(tenantId, id) : undefined
      if (!content) return get(tenantId, id)
      for await (const file of unpackLessons(content))
        await store.change(tenantId, (handle) => takeLessons(tenantId, { file, source: 'imported', by }, handle))
      await imports.end(tenantId, id)
      return get(tenantId, id)
    },

    /** Throws `not-found`. */
    async discard(tenantId: string, id: string): Promise<void> {
      if (!(await imports.remove(tenantId, id))) throw new Problem('not-found')
    },

    /** All that is taught, archived intents left out. Throws `too-large`. */
    async export(tenantId: string, format: LessonFormat): Promise<Uint8Array> {
      const asked = await askThread({ kind: 'write', format }, await readLessons.inParts(tenantId))
      if (asked.outcome === 'answered') return asked.answer
      if (asked.outcome === 'too-large') throw new Problem('too-large')
      throw new Error('The lessons could not be written')
    },
  }
}
