import { Copy, GitMerge, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'

/** Someone saved meanwhile: what is on the screen is kept until its writer decides. */
export function Conflict({ body, onReload }: { body: string; onReload: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <div
      role="alert"
      className="mb-5 flex flex-wrap items-start gap-3 rounded-2xl border border-note-line bg-note p-4 text-note-ink"
    >
      <GitMerge className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-52 flex-1">
        <p className="font-semibold">{t('knowledge.editor.conflictTitle')}</p>
        <p className="text-sm">{t('knowledge.editor.conflictText')}</p>
      </div>
      <Button onClick={() => void navigator.clipboard?.writeText(body).then(() => setCopied(true))}>
        <Copy />
        {t(copied ? 'app.actions.copied' : 'knowledge.editor.conflictCopy')}
      </Button>
      <Button look="primary" onClick={onReload}>
        <RotateCw />
        {t('knowledge.editor.conflictReload')}
      </Button>
    </div>
  )
}
