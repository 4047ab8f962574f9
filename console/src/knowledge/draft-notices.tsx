import { Link } from '@tanstack/react-router'
import { Bot, Clock, MessageSquareText, RotateCcw, SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../ui/button.tsx'
import { Refused } from '../ui/states.tsx'
import type { Subject } from '../api/review-queries.ts'
import { isProblem } from '../api/session.ts'
import { Conflict } from './conflict.tsx'
import type { Draft } from './use-draft.ts'

/** What there is to know about the text before it is edited on. */
export function DraftNotices({ draft, onReload }: { draft: Draft; onReload: () => void }) {
  const { t } = useTranslation()
  const { article } = draft.saved
  return (
    <div className="flex flex-col gap-3 not-empty:mb-5">
      {article && isProblem(draft.error, 'changed-meanwhile') ? (
        <Conflict draft={draft} id={article.id} onReload={onReload} />
      ) : (
        <Refused error={draft.error} />
      )}
      {draft.isRestored && (
        <Notice icon={<RotateCcw />} text={t('writing.restored')}>
          <Button size="small" onClick={draft.giveUp}>
            {t('writing.restoredGiveUp')}
          </Button>
        </Notice>
      )}
      <Standing draft={draft} />
      <Told subject={draft.saved} />
    </div>
  )
}

/** What was said with it: by who sent it back, or by the machine that proposed it. */
function Told({ subject: { article, revision } }: { subject: Subject }) {
  const { t } = useTranslation()
  const proposal = revision ? revision.proposal : article?.status === 'review' ? article.proposal : null
  return (
    <>
      {revision?.comment && (
        <Notice icon={<MessageSquareText />} text={t('writing.returned', { comment: revision.comment })} />
      )}
      {proposal && <Notice icon={<Bot />} text={t('writing.proposedBy', { reason: proposal.reason })} />}
    </>
  )
}

/** Where there is a newer text beside the live one, or it waits for a review. */
function Standing({ draft: { saved } }: { draft: Draft }) {
  const { t } = useTranslation()
  const { article, revision } = saved
  if (!article || (!revision && article.status !== 'review')) return null
  const waits = revision ? revision.state === 'review' : true
  const text = revision
    ? t(waits ? 'writing.besideReview' : 'writing.besideText', { version: article.version })
    : t('writing.waits')
  return (
    <Notice icon={waits ? <Clock /> : <SquarePen />} text={text}>
      {waits && (
        <Link
          to="/knowledge/reviews/$articleId"
          params={{ articleId: article.id }}
          className={buttonClass('outline', 'small')}
        >
          {t('writing.openReview')}
        </Link>
      )}
    </Notice>
  )
}

function Notice({ icon, text, children }: { icon: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-info-soft px-4 py-2 text-info-ink [&>svg]:size-4.5">
      {icon}
      <p className="min-w-52 flex-1">{text}</p>
      {children}
    </div>
  )
}
