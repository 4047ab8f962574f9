import { Lightbulb, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLookForIntents, useSuggestedIntents } from '../../api/labelling-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

/** Messages that no intent fits and that say much the same: new intents, or more examples of one that is there. */
export function Suggestions() {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { warn } = useToast()
  const mayChange = useMay('supervisor')
  const look = useLookForIntents()
  const { data, error, refetch } = useSuggestedIntents()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />
  const { suggestions, lookedAt, isLooking } = data
  const looks = look.isPending || isLooking
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p aria-live="polite" className="flex-1 text-sm text-ink-faint">
          {looks
            ? t('labelling.looking')
            : lookedAt
              ? t('labelling.lookedAt', { at: full(lookedAt) })
              : t('labelling.neverLooked')}
        </p>
        {mayChange && (
          <Button disabled={looks} onClick={() => look.mutate(undefined, { onError: warn })}>
            <RefreshCw />
            {t('labelling.lookAgain')}
          </Button>
        )}
      </div>
      {suggestions.length === 0 && !looks && (
        <Empty icon={<Lightbulb />} title={t('labelling.noSuggestions')} text={t('labelling.noSuggestionsText')} />
      )}
      <ul className="flex flex-col gap-4">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="rounded-2xl border border-line bg-surface p-5">
            <SuggestionCard suggestion={suggestion} mayChange={mayChange} />
          </li>
        ))}
      </ul>
    </>
  )
}
