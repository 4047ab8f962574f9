import type { Intent } from '@lingxi/contract/teaching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntents } from '../api/teaching-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { titleOf } from './taught-words.ts'

type ChooseIntentProps = {
  title: string
  about?: string
  without?: string | undefined
  onChoose: (intent: Intent) => void
  onClose: () => void
}
const most = 60

/** One of up to a thousand intents, found by typing a part of its name or title. */
export function ChooseIntent({ title, about, without, onChoose, onClose }: ChooseIntentProps) {
  const { t, i18n } = useTranslation()
  const [q, setQ] = useState('')
  const { data, error, refetch } = useIntents()
  const sought = q.trim().toLowerCase()
  const found = data?.filter(
    ({ id, name, title: titles, archived }) =>
      !archived && id !== without && `${name} ${titles.zh} ${titles.en}`.toLowerCase().includes(sought),
  )
  return (
    <Dialog open onClose={onClose} title={title} about={about}>
      <SearchInput label={t('teaching.search')} placeholder={t('teaching.search')} value={q} onChange={setQ} />
      {!found && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows className="h-9" />)}
      {found?.length === 0 && <p className="mt-4 text-ink-soft">{t('teaching.noneFits')}</p>}
      <ul className="mt-2">
        {found?.slice(0, most).map((intent) => (
          <li key={intent.id}>
            <button
              type="button"
              onClick={() => onChoose(intent)}
              className="w-full rounded-lg px-2.5 py-1.5 text-start hover:bg-hover"
            >
              {titleOf(intent, i18n.language)}
              <span className="ms-2 text-sm text-ink-faint">{intent.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
