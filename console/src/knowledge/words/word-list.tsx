import type { SearchWord } from '@lingxi/contract/search-words'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveWord } from '../../api/words-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toast.tsx'

type WordListProps = { words: SearchWord[]; onEdit: ((word: SearchWord) => void) | undefined }

export function WordList({ words, onEdit }: WordListProps) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const [leaving, setLeaving] = useState<SearchWord>()
  const remove = useRemoveWord()
  const confirmed = () =>
    leaving && remove.mutate(leaving.id, { onSuccess: () => tell(t('dictionary.removed')), onError: warn })
  return (
    <>
      <ul className="divide-y divide-line">
        {words.map((word) => (
          <li key={word.id} className="flex items-center gap-3 py-2 ps-5 pe-3">
            <Told word={word} />
            {onEdit && (
              <span className="flex">
                <IconButton label={t('dictionary.edit', { text: word.text })} onClick={() => onEdit(word)}>
                  <Pencil />
                </IconButton>
                <IconButton label={t('dictionary.remove', { text: word.text })} onClick={() => setLeaving(word)}>
                  <Trash2 />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        dangerous
        open={leaving !== undefined}
        title={t('dictionary.removeTitle', { text: leaving?.text })}
        text={t('dictionary.removeText')}
        action={t('app.actions.remove')}
        onConfirm={confirmed}
        onClose={() => setLeaving(undefined)}
      />
    </>
  )
}

const between = { 'two-way': '⇄', 'one-way': '→' } as const

function Told({ word: { kind, text, others, weight, language } }: { word: SearchWord }) {
  const { t } = useTranslation()
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="font-medium">{text}</span>
      {(kind === 'two-way' || kind === 'one-way') && (
        <span className="text-ink-soft">
          <span aria-hidden className="text-ink-faint">
            {between[kind]}
          </span>
          {` ${others.join(', ')}`}
          <span className="text-xs text-ink-faint"> ×{weight}</span>
        </span>
      )}
      <span className="ms-auto flex gap-1.5">
        {language && <Badge>{t(`app.languages.${language}`)}</Badge>}
        <Badge tone={kind === 'stop-word' ? 'warm' : 'accent'}>{t(`dictionary.kinds.${kind}`)}</Badge>
      </span>
    </span>
  )
}
