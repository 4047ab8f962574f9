import type { Label } from '@lingxi/contract/labelling'
import type { Intent } from '@lingxi/contract/teaching'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntents } from '../api/teaching-queries.ts'
import { titleOf } from '../pieces/taught-words.ts'
import { Button } from '../ui/button.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { Failed, SkeletonRows } from '../ui/states.tsx'

const most = 40

/**
 * All that a message can mean, in one order for everybody: nothing here hints at what a machine or another person thinks.
 * `/` searches, the return key takes the first that is found.
 */
export function LabelPicker({ disabled, onPick }: { disabled: boolean; onPick: (label: Label) => void }) {
  const { t, i18n } = useTranslation()
  const [q, setQ] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const { data, error, refetch } = useIntents()
  const sought = q.trim().toLowerCase()
  const found = data?.filter(
    ({ name, title, archived }) => !archived && `${name} ${title.zh} ${title.en}`.toLowerCase().includes(sought),
  )
  const pick = (label: Label) => {
    if (disabled) return
    setQ('')
    search.current?.blur()
    onPick(label)
  }
  const pickIntent = ({ id }: Intent) => pick({ kind: 'intent', intentId: id })
  useShortcuts({
    '/': () => search.current?.focus(),
    o: () => pick({ kind: 'out-of-scope' }),
    u: () => pick({ kind: 'unclear' }),
  })
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (sought && found?.[0]) pickIntent(found[0])
        }}
      >
        <SearchInput
          ref={search}
          label={t('labelling.findIntent')}
          placeholder={t('labelling.findIntent')}
          value={q}
          onChange={setQ}
        />
      </form>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" disabled={disabled} onClick={() => pick({ kind: 'out-of-scope' })}>
          {t('labelling.outOfScope')}
        </Button>
        <Button size="small" disabled={disabled} onClick={() => pick({ kind: 'unclear' })}>
          {t('labelling.unclear')}
        </Button>
      </div>
      {!found && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows className="h-9" />)}
      {found?.length === 0 && <p className="mt-3 text-ink-soft">{t('teaching.noneFits')}</p>}
      <ul className="mt-3 grid max-h-96 overflow-y-auto gap-1.5 sm:grid-cols-2 lg:grid-cols-3">
        {found?.slice(0, most).map((intent) => (
          <li key={intent.id} className="min-w-0">
            <button
              type="button"
              disabled={disabled}
              title={intent.description[i18n.language === 'zh' ? 'zh' : 'en'] || undefined}
              onClick={() => pickIntent(intent)}
              className="w-full truncate rounded-lg border border-line px-3 py-2 text-start hover:bg-hover"
            >
              {titleOf(intent, i18n.language)}
              <span className="ms-2 text-xs text-ink-faint">{intent.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {found && found.length > most && (
        <p className="mt-2 text-sm text-ink-faint">{t('labelling.moreIntents', { count: found.length - most })}</p>
      )}
    </div>
  )
}
