import type { Intent, LessonFinding } from '@lingxi/contract/teaching'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { Button } from '../../ui/button.tsx'
import { FindingCard } from './finding-card.tsx'

type FindingsProps = {
  findings: LessonFinding[]
  /** Of the look that found them. */
  look: { lookedAt: string | null; isLooking: boolean } | undefined
  intents: Intent[]
  here?: string
  isOpen?: boolean
}
const step = 20

/** Everything doubtful, folded together; nothing where nothing is. */
export function Findings({ findings, look, intents, here, isOpen = false }: FindingsProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(step)
  if (findings.length === 0)
    return look?.isLooking ? <p className="mb-4 text-sm text-ink-faint">{t('teaching.findings.looking')}</p> : null
  return (
    <details open={isOpen} className="mb-4 rounded-2xl border border-note-line bg-surface">
      <summary className="flex items-center gap-2 rounded-2xl bg-note px-4 py-2.5 text-note-ink">
        <TriangleAlert className="size-4 shrink-0" />
        <span className="font-medium">{t('teaching.findings.heading', { count: findings.length })}</span>
        <LookedAt look={look} />
      </summary>
      <ul className="max-h-96 overflow-y-auto">
        {findings.slice(0, shown).map((finding) => (
          <FindingCard
            key={`${finding.kind} ${finding.intents.join()} ${finding.exampleIds.join()}`}
            finding={finding}
            intents={intents}
            {...(here !== undefined && { here })}
          />
        ))}
      </ul>
      {findings.length > shown && (
        <Button look="quiet" size="small" className="m-2" onClick={() => setShown(shown + step)}>
          {t('app.actions.more')}
        </Button>
      )}
    </details>
  )
}

/** When it was looked, and whether what was changed since is being looked at. */
function LookedAt({ look }: Pick<FindingsProps, 'look'>) {
  const { t } = useTranslation()
  const { full } = useWhen()
  if (!look?.lookedAt) return null
  const key = look.isLooking ? 'teaching.findings.lookingAgain' : 'teaching.findings.lookedAt'
  return (
    <span aria-live="polite" className="ms-auto text-end text-xs">
      {t(key, { at: full(look.lookedAt) })}
    </span>
  )
}
