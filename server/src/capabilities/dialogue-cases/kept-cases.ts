/** The cases as they are kept: written, taken in from a file, and listed with what came of them. */
import type { DialogueCase } from '@lingxi/contract/dialogue-case'
import {
  type CaseChange,
  type CaseImportReport,
  type CaseSummary,
  type KeptCase,
  mostDialogueCases,
} from '@lingxi/contract/dialogue-case-runs'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { CaseRow, DialogueCasesStore, KeptResult, ToldResult } from './dialogue-cases-store.ts'
import { wordingFaults } from './judging/wording.ts'
import { readCases, writeCases } from './read-cases.ts'

type Parts = { store: DialogueCasesStore; clock: Clock; ids: Ids; draftOf: (tenantId: string) => Promise<number> }

export function createKeptCases({ store, clock, ids, draftOf }: Parts) {
  const stamp = (by: string) => ({ updated_at: isoInstant(clock), updated_by: by })
  const rowOf = (content: DialogueCase, by: string): CaseRow => {
    return { id: ids.next('dlc'), name: content.name, content: JSON.stringify(content), version: 1, ...stamp(by) }
  }

  async function get(tenantId: string, id: string): Promise<KeptCase> {
    const [row, result] = await Promise.all([store.find(tenantId, id), store.findResult(tenantId, id)])
    if (!row) throw new Problem('not-found')
    return { ...keptOf(row), content: contentOf(row), result: result ? shown(result) : null }
  }

  return {
    /** Throws `not-found`. */
    get,

    /** By name. */
    async list(tenantId: string): Promise<CaseSummary[]> {
      const [rows, results, draft] = await Promise.all([
        store.list(tenantId),
        store.results(tenantId),
        draftOf(tenantId),
      ])
      const found = new Map(results.map((result) => [result.caseId, result]))
      return rows.map((row) => summaryOf(row, { result: found.get(row.id), draft }))
    },

    /**
     * Throws `not-found`, `changed-meanwhile`, `already-exists` for a name that is taken, `too-large`, `invalid-request` for a
     * regular expression that cannot be run.
     */
    async save(tenantId: string, { id, version, content }: CaseChange, by: string): Promise<KeptCase> {
      const errors = wordingFaults(content).map(({ path, message }) => ({
        path: ['body.content', ...path].join('.'),
        message,
      }))
      if (errors.length > 0) throw new Problem('invalid-request', { errors })
      const saved = await store.transaction(tenantId, async (handle) => {
        const all = await store.list(tenantId, handle)
        if (all.some((row) => row.name === content.name && row.id !== id)) throw new Problem('already-exists')
        const row = rowOf(content, by)
        if (id === null || version === null) {
          if (all.length >= mostDialogueCases) throw tooMany()
          await store.insert(tenantId, row, handle)
          return row.id
        }
        if (!all.some((each) => each.id === id)) throw new Problem('not-found')
        if (!(await store.change(tenantId, { ...row, id, version }, handle))) throw new Problem('changed-meanwhile')
        return id
      })
      return get(tenantId, saved)
    },

    /** Throws `not-found`, `changed-meanwhile`. */
    async remove(tenantId: string, { id, version }: { id: string; version: number }): Promise<void> {
      await store.transaction(tenantId, async (handle) => {
        if (await store.remove(tenantId, { id, version }, handle)) return
        throw new Problem((await store.find(tenantId, id, handle)) ? 'changed-meanwhile' : 'not-found')
      })
    },

    async write(tenantId: string): Promise<string> {
      return writeCases((await store.list(tenantId)).map(contentOf))
    },

    /** One whose name is there takes its place. What cannot be read is told, and nothing is done. Throws `too-large`. */
    async take(
      tenantId: string,
      { text, preview, language, by }: { text: string; preview: boolean; language?: Language; by: string },
    ): Promise<CaseImportReport> {
      const read = readCases(text, language)
      if ('faults' in read) return { ...nothing, faults: read.faults }
      return store.transaction(tenantId, async (handle) => {
        const there = new Map((await store.list(tenantId, handle)).map((row) => [row.name, row]))
        const report: CaseImportReport = { ...nothing, added: [], changed: [], committed: !preview }
        for (const content of read.value) {
          const before = there.get(content.name)
          if (before?.content === JSON.stringify(content)) report.same++
          else (before ? report.changed : report.added).push(content.name)
        }
        if (there.size + report.added.length > mostDialogueCases) throw tooMany()
        if (preview) return report
        const touched = new Set([...report.added, ...report.changed])
        for (const content of read.value.filter(({ name }) => touched.has(name))) {
          const [row, before] = [rowOf(content, by), there.get(content.name)]
          if (before) await store.change(tenantId, { ...row, id: before.id, version: before.version }, handle)
          else await store.insert(tenantId, row, handle)
        }
        return report
      })
    },
  }
}

const nothing: CaseImportReport = { committed: false, faults: [], added: [], changed: [], same: 0 }
const tooMany = () => new Problem('too-large', { detail: `At most ${mostDialogueCases} conversation tests.` })

export const contentOf = ({ content }: CaseRow) => JSON.parse(content) as DialogueCase
const keptOf = ({ id, version, updated_at: updatedAt, updated_by: updatedBy }: CaseRow) => {
  return { id, version, updatedAt, updatedBy }
}
const shown = ({ caseId: _of, caseVersion: _version, draft: _draft, ...result }: KeptResult) => result

function summaryOf(row: CaseRow, { result, draft }: { result: ToldResult | undefined; draft: number }): CaseSummary {
  const { name, about, language, turns } = contentOf(row)
  const flow = turns.flatMap(({ expect }) => [expect.started ?? [], expect.flow ?? []].flat())[0] ?? null
  return {
    ...keptOf(row),
    name,
    about,
    language,
    flow,
    turns: turns.length,
    last: result ? lastOf(result, { version: row.version, draft }) : null,
  }
}

function lastOf(result: ToldResult, now: { version: number; draft: number }): NonNullable<CaseSummary['last']> {
  const { of, at, passed, fault, caseVersion, draft } = result
  return { of, at, passed, fault, isStale: caseVersion !== now.version || (of === 0 && draft !== now.draft) }
}
