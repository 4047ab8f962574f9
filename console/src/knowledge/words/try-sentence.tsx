import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCut } from '../../api/words-queries.ts'
import { classNames } from '../../ui/class-names.ts'
import { TextInput } from '../../ui/field.tsx'
import { Panel } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'

/** How a sentence is cut with the words as they are now, and what it finds. */
export function TrySentence() {
  const { t, i18n } = useTranslation()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, error, refetch } = useCut(q, i18n.language === 'en' ? 'en' : 'zh')
  return (
    <Panel title={t('dictionary.try.title')} lead={t('dictionary.try.lead')}>
      <TextInput
        aria-label={t('dictionary.try.sentence')}
        placeholder={t('dictionary.try.placeholder')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div aria-live="polite" className="mt-4 flex flex-col gap-4">
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {q !== '' && data && (
          <>
            <Cut words={data.words} />
            <Finds hits={data.hits} />
          </>
        )}
      </div>
    </Panel>
  )
}

type Seen = NonNullable<ReturnType<typeof useCut>['data']>

function Cut({ words }: Pick<Seen, 'words'>) {
  const { t } = useTranslation()
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">{t('dictionary.try.cut')}</h3>
      <ol className="mt-1.5 flex flex-wrap gap-1.5">
        {words.map(({ word, says, synonyms }, place) => (
          // The same word may stand in a sentence twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li
            key={`${word}${place}`}
            className={classNames(
              'rounded-md border px-2 py-0.5 text-sm',
              says ? 'border-accent-line bg-accent-soft' : 'border-line border-dashed text-ink-faint',
            )}
          >
            {word}
            {!says && <span className="sr-only"> {t('dictionary.try.littleSaid')}</span>}
            {synonyms.length > 0 && (
              <span className="text-xs text-ink-soft">
                {' '}
                = {synonyms.map((synonym) => `${synonym.word} ×${synonym.weight}`).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Finds({ hits }: Pick<Seen, 'hits'>) {
  const { t } = useTranslation()
  const articles = [...new Map(hits.map((hit) => [hit.articleId, hit])).values()]
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">{t('dictionary.try.finds')}</h3>
      {articles.length === 0 && <p className="mt-1 text-sm text-ink-faint">{t('dictionary.try.nothing')}</p>}
      <ol className="mt-1.5 flex flex-col gap-1 text-sm">
        {articles.map(({ articleId, title, score }) => (
          <li key={articleId} className="flex justify-between gap-3">
            <Link
              to="/knowledge/articles/$articleId"
              params={{ articleId }}
              className="min-w-0 truncate text-accent underline underline-offset-3"
            >
              {title}
            </Link>
            <span className="text-ink-soft tabular-nums">{score.toFixed(2)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
