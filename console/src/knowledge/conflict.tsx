import { ArticleDraft } from '@lingxi/contract/knowledge'
import { Copy, GitMerge, RotateCw, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../api/review-queries.ts'
import { Button } from '../ui/button.tsx'
import { Differences } from '../ui/differences.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { toDraft } from './draft-form.ts'
import { useCompare } from './use-compare.ts'
import type { Draft } from './use-draft.ts'
import { useGuideTerms } from './use-guide-terms.ts'

/** Someone saved meanwhile: both texts are shown, and what is on the screen is kept until its writer decides. */
export function Conflict({ draft, id, onReload }: { draft: Draft; id: string; onReload: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const { data: theirs, error, refetch } = useLatest(id)
  const takeTheirs = () => {
    draft.forget()
    onReload()
  }
  return (
    <div role="alert" className="rounded-2xl border border-note-line bg-note p-4">
      <div className="flex flex-wrap items-start gap-3 text-note-ink">
        <GitMerge className="mt-0.5 size-5 shrink-0" />
        <div className="min-w-52 flex-1">
          <p className="font-semibold">{t('knowledge.editor.conflictTitle')}</p>
          <p className="text-sm">{t('writing.conflictText')}</p>
        </div>
        <Button onClick={() => void navigator.clipboard?.writeText(draft.form.body).then(() => setCopied(true))}>
          <Copy />
          {t(copied ? 'app.actions.copied' : 'knowledge.editor.conflictCopy')}
        </Button>
        <Button disabled={!theirs || draft.isSaving} onClick={() => void draft.save({ over: theirs ?? draft.saved })}>
          <Upload />
          {t('writing.conflictMine')}
        </Button>
        <Button look="primary" onClick={takeTheirs}>
          <RotateCw />
          {t('knowledge.editor.conflictReload')}
        </Button>
      </div>
      <div className="mt-3 max-h-80 overflow-y-auto rounded-xl border border-note-line bg-surface p-3">
        {theirs ? (
          <Both draft={draft} theirs={theirs} />
        ) : error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows count={2} className="h-6" />
        )}
      </div>
    </div>
  )
}

type Theirs = NonNullable<ReturnType<typeof useLatest>['data']>

function Both({ draft, theirs }: { draft: Draft; theirs: Theirs }) {
  const { t } = useTranslation()
  const terms = useGuideTerms()
  const compare = useCompare()
  const before = (draft.beside && theirs.revision?.draft) || theirs.article
  const mine = ArticleDraft.parse(toDraft(draft.form, terms))
  return <Differences fields={compare(before ?? {}, mine)} nothing={t('writing.conflictSame')} />
}
