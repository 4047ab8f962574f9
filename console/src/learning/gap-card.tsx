import type { Gap } from '@lingxi/contract/learning'
import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReopen } from '../api/learning-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { GapDetail } from './gap-detail.tsx'
import type { Trouble } from './words.ts'
import { IgnoreButton } from './ignore-dialog.tsx'

export function GapCard({ gap }: { gap: Gap }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  const [open, setOpen] = useState(false)
  const mayDecide = useMay('supervisor')
  const reopen = useReopen('gap')
  return (
    <article className="rounded-2xl border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-3 p-4">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold break-words">{gap.name}</h2>
          <p className="mt-1 flex flex-wrap gap-1.5 text-sm text-ink-soft">
            <Badge tone="warm">{t('learning.times', { count: gap.count })}</Badge>
            {Object.entries(gap.troubles).map(([trouble, count]) => (
              <Badge key={trouble}>{`${t(`learning.troubles.${trouble as Trouble}`)} ${count}`}</Badge>
            ))}
            <span>{t('learning.lastAsked', { when: short(gap.lastAt) })}</span>
          </p>
          {gap.ignoredWhy && <p className="mt-1 text-sm text-ink-faint">{gap.ignoredWhy}</p>}
        </div>
        <Weeks weeks={gap.weeks} />
        <div className="flex flex-wrap gap-2">
          {gap.articleId && (
            <Link
              to="/knowledge/articles/$articleId"
              params={{ articleId: gap.articleId }}
              className={buttonClass('outline', 'small')}
            >
              {t('learning.openArticle')}
            </Link>
          )}
          {mayDecide && gap.state === 'open' && <IgnoreButton of="gap" id={gap.id} />}
          {mayDecide && gap.state === 'ignored' && (
            <Button size="small" onClick={() => reopen.mutate(gap.id)}>
              {t('learning.reopen')}
            </Button>
          )}
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            <ChevronDown className={open ? 'rotate-180' : ''} />
            {t('learning.details')}
          </Button>
        </div>
      </div>
      {open && <GapDetail gap={gap} />}
    </article>
  )
}

/** Questions in trouble, a bar a week. */
function Weeks({ weeks }: { weeks: number[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...weeks)
  return (
    <figure aria-label={t('learning.weeks', { counts: weeks.join(', ') })} className="flex h-9 items-end gap-1">
      {weeks.map((count, week) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is
        <span
          key={week}
          title={String(count)}
          className="w-2 rounded-sm bg-accent"
          style={{ height: `${Math.max(6, (count / most) * 100)}%`, opacity: count === 0 ? 0.2 : 1 }}
        />
      ))}
    </figure>
  )
}
