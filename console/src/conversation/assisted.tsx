import type { Assisted as AssistedWhy, ModelUse } from '@lingxi/contract/assist'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'
import { Badge } from '../ui/badge.tsx'

/** What a model did that was asked to help: how it ended, what it spent, what it said on what, and what was held back. */
export function Assisted({ assisted }: { assisted: AssistedWhy | undefined }) {
  const { t, i18n } = useTranslation()
  if (!assisted) return null
  const { outcome, reason, model, use, estimated, looked, claims, dropped, reported, flow } = assisted
  return (
    <section className="mt-3.5 flex flex-col gap-3 border-t border-line pt-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="text-xs font-semibold text-ink-soft">{t('assist.why.title')}</span>
        <span>{t(`assist.outcomes.${outcome}`)}</span>
        <span className="text-xs break-words text-ink-faint">
          {[model, flow, reason && knownWord(i18n, 'assistReason', reason)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Spent use={use} isGuess={estimated} />
      {reported.length > 0 && (
        <Part title={t('assist.why.reported')}>
          {reported.map(({ where, what }) => (
            <li key={`${where} ${what}`} className="flex flex-wrap items-baseline gap-1.5">
              <Badge tone="danger">{knownWord(i18n, 'assistReport', what)}</Badge>
              <span className="min-w-0 break-words text-ink-soft">{knownWord(i18n, 'assistPlace', where)}</span>
            </li>
          ))}
        </Part>
      )}
      {looked.length > 0 && (
        <Part title={t('assist.why.looked')}>
          {looked.map(({ action, outcome: came, milliseconds }, place) => (
            <li key={`${action} ${place}`} className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-mono text-xs break-all">{action}</span>
              <span className="text-xs text-ink-faint tabular-nums">
                {t(`assist.came.${came}`)} · {t('conversation.why.milliseconds', { count: Math.round(milliseconds) })}
              </span>
            </li>
          ))}
        </Part>
      )}
      {claims.length > 0 && (
        <Part title={t('assist.why.claims')}>
          {claims.map(({ sentence, on }, place) => (
            <li key={place} className="break-words">
              {sentence} <span className="text-xs text-ink-faint">{on.join(' · ')}</span>
            </li>
          ))}
        </Part>
      )}
      {dropped.length > 0 && (
        <Part title={t('assist.why.dropped')}>
          {dropped.map(({ sentence, because }, place) => (
            <li key={place} className="break-words">
              {sentence && <s className="text-ink-faint">{sentence}</s>}{' '}
              <span className="text-xs text-ink-soft">{knownWord(i18n, 'assistDropped', because)}</span>
            </li>
          ))}
        </Part>
      )}
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-xs text-ink-faint">{title}</p>
      <ul className="mt-1 flex flex-col gap-1.5">{children}</ul>
    </div>
  )
}

/** The ledger, of one turn or of a whole conversation. */
export function Spent({ use, isGuess = false }: { use: ModelUse; isGuess?: boolean }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 })
  const facts = [
    t('assist.spent.steps', { count: use.steps }),
    t('assist.spent.calls', { count: use.calls }),
    t(isGuess ? 'assist.spent.guessed' : 'assist.spent.tokens', {
      in: number.format(use.tokensIn),
      out: number.format(use.tokensOut),
    }),
    t('conversation.why.milliseconds', { count: Math.round(use.milliseconds) }),
    ...(use.cost > 0 ? [t('assist.spent.cost', { cost: number.format(use.cost) })] : []),
  ]
  return <p className="text-xs text-ink-soft tabular-nums">{facts.join(' · ')}</p>
}
