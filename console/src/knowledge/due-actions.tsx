import type { DueItem } from '@lingxi/contract/review'
import { CalendarClock, CalendarPlus, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCare, useExtend } from '../api/review-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Button } from '../ui/button.tsx'
import { Hint } from '../ui/tooltip.tsx'
import { useToast } from '../ui/toast.tsx'

const day = 24 * 3_600_000
const confirmedFor = 182 * day
const postponedFor = 7 * day
const extendedBy = 91 * day
const after = (from: number, span: number) => new Date(from + span).toISOString()

/** What is done about it in one click; each says until when. */
export function DueActions({ item }: { item: DueItem }) {
  const { t } = useTranslation()
  const { date, now } = useWhen()
  const { tell, warn } = useToast()
  const care = useCare()
  const extend = useExtend()
  const id = item.articleId
  const lookAgain = (span: number, said: 'review.confirmed' | 'review.postponed') => {
    const dueAt = after(now, span)
    care.mutate({ id, dueAt }, { onSuccess: () => void tell(t(said, { when: date(dueAt) })), onError: warn })
  }
  const prolong = () => {
    const validUntil = after(Math.max(now, Date.parse(item.since)), extendedBy)
    extend.mutate(
      { id, validUntil },
      { onSuccess: () => void tell(t('review.extended', { when: date(validUntil) })), onError: warn },
    )
  }
  const isBusy = care.isPending || extend.isPending
  if (item.reason === 'due')
    return (
      <span className="flex flex-wrap gap-2">
        <Button size="small" disabled={isBusy} onClick={() => lookAgain(postponedFor, 'review.postponed')}>
          <CalendarClock />
          {t('review.postpone')}
        </Button>
        <Hint text={t('review.confirmHint')}>
          <Button
            size="small"
            look="primary"
            disabled={isBusy}
            onClick={() => lookAgain(confirmedFor, 'review.confirmed')}
          >
            <Check />
            {t('review.confirm')}
          </Button>
        </Hint>
      </span>
    )
  return (
    <span className="flex flex-wrap gap-2">
      {item.reason === 'expired' && (
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => care.mutate({ id }, { onSuccess: () => void tell(t('review.leftArchived')), onError: warn })}
        >
          {t('review.leaveArchived')}
        </Button>
      )}
      <Button size="small" look="primary" disabled={isBusy} onClick={prolong}>
        <CalendarPlus />
        {t('review.extend')}
      </Button>
    </span>
  )
}
