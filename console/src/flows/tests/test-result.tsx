import type { CaseSummary } from '@lingxi/contract/dialogue-case-runs'
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { Hint } from '../../ui/tooltip.tsx'

type Last = NonNullable<CaseSummary['last']>

/** Passed, failed or never run. */
export function Verdict({ passed }: { passed: boolean | undefined }) {
  const { t } = useTranslation()
  if (passed === undefined)
    return (
      <Badge>
        <CircleDashed aria-hidden />
        {t('flowTests.result.never')}
      </Badge>
    )
  return (
    <Badge tone={passed ? 'accent' : 'danger'}>
      {passed ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
      {t(`flowTests.result.${passed ? 'passed' : 'failed'}`)}
    </Badge>
  )
}

/** When it was run last, through what, and whether that still says something. */
export function LastRun({ last: { at, of, isStale } }: { last: Pick<Last, 'at' | 'of' | 'isStale'> }) {
  const { t } = useTranslation()
  const { full, short } = useWhen()
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
      <span>
        <time dateTime={at} title={full(at)}>
          {short(at)}
        </time>{' '}
        · {of === 0 ? t('flowTests.of.draft') : t('flowTests.of.version', { number: of })}
      </span>
      {isStale && (
        <Hint text={t('flowTests.staleHint')}>
          <span>
            <Badge tone="warm">{t('flowTests.stale')}</Badge>
          </span>
        </Hint>
      )}
    </span>
  )
}
