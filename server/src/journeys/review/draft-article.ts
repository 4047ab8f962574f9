/**
 * The article that a gap lacks, drafted while somebody waits: by the model where one is configured, from what people told
 * customers and checked against it; and merged from their own sentences when the model is away, slow, refuses or invents.
 */
import type { GapDraft } from '@lingxi/contract/learning'
import type { Answering } from '#answering'
import type { Learning } from '#learning'
import type { LanguageModel } from '#platform/models'

type Parts = {
  learning: Pick<Learning, 'gaps'>
  answering: Pick<Answering, 'writeArticle'>
  model: LanguageModel | undefined
}
type WriteDraft = NonNullable<Parameters<Learning['gaps']['draft']>[2]>

/** Who opens a gap again, or another does, need not wait nor pay again. */
const mostKept = 200

export function createDraftArticle({ learning, answering, model }: Parts) {
  const kept = new Map<string, string>()

  function writeWith(model: LanguageModel, of: string, signal: AbortSignal): WriteDraft {
    return async (asked) => {
      const key = JSON.stringify([of, asked])
      const known = kept.get(key)
      if (known !== undefined) return { outcome: 'written', text: known }
      const written = await answering.writeArticle({ model, ...asked, signal })
      if (written.outcome !== 'written') return { outcome: written.outcome }
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(key, written.text)
      return { outcome: 'written', text: written.text }
    }
  }

  /** Throws `not-found`. */
  return (tenantId: string, gapId: string, signal: AbortSignal): Promise<Omit<GapDraft, 'near'>> =>
    learning.gaps.draft(tenantId, gapId, model && writeWith(model, `${tenantId} ${gapId}`, signal))
}
