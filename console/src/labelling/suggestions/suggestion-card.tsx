import type { SuggestedIntent } from '@lingxi/contract/labelling'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { useShownText } from '../../pieces/shown-text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Acceptances } from './acceptances.tsx'

type SuggestionCardProps = { suggestion: SuggestedIntent; mayChange: boolean }

/** What messages have in common, and the most typical of them: those that do not belong are left out before it is accepted. */
export function SuggestionCard({ suggestion, mayChange }: SuggestionCardProps) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const shown = useShownText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { words, texts, count, messages, lastAt } = suggestion
  const chosen = messages.flatMap(({ id }) => (left.has(id) ? [] : [id]))
  const toggle = (id: string, on: boolean) =>
    setLeft((before) => new Set(on ? [...before].filter((each) => each !== id) : [...before, id]))
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <h3 className="flex flex-wrap gap-1.5">
          {words.map((word) => (
            <Badge key={word} tone="accent">
              {word}
            </Badge>
          ))}
        </h3>
        <span className="text-sm text-ink-faint">{t('labelling.saying', { texts, count, at: full(lastAt) })}</span>
      </header>
      <ul className="mt-3 flex flex-col gap-2">
        {messages.map(({ id, text, count: times }) => (
          <li key={id} className="flex gap-3">
            {mayChange && (
              <span className="pt-0.5">
                <Checkbox
                  label={t('labelling.choose', { text })}
                  checked={!left.has(id)}
                  onChange={(on) => toggle(id, on)}
                />
              </span>
            )}
            <p className="min-w-0 flex-1 break-words">
              {shown(text)}
              {times > 1 && (
                <span className="ms-2 text-xs text-ink-faint">{t('labelling.times', { count: times })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {mayChange && <Acceptances suggestion={suggestion} messageIds={chosen} />}
    </>
  )
}
