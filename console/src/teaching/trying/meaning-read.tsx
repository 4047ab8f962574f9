import type { Meaning } from '@lingxi/contract/understanding'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useVersionNumber } from '../../api/understanding-queries.ts'
import { knownWord } from '../../i18n/known-word.ts'
import { Badge } from '../../ui/badge.tsx'
import { percent } from '../../ui/share-bar.tsx'
import { EntitiesRead } from './entities-read.tsx'
import { IntentsRead } from './intents-read.tsx'
import { MoodRead } from './mood-read.tsx'
import { SeenText } from './seen-text.tsx'

/** Everything that was read from a message, part by part. */
export function MeaningRead({ text, meaning }: { text: string; meaning: Meaning }) {
  const { t, i18n } = useTranslation()
  const { language, script, act, confidence, signals, completed, normalised, question, readBy } = meaning
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('understanding.trying.text')}>
        <SeenText text={text} meaning={meaning} />
        <p className="mt-3 flex flex-wrap gap-1.5">
          <Badge tone="accent">{t(`app.languages.${language}`)}</Badge>
          <Badge>{t(`understanding.scripts.${script}`)}</Badge>
          <Badge tone="info">
            {knownWord(i18n, 'act', act)} {percent(confidence)}
          </Badge>
          {signals.map((signal) => (
            <Badge key={signal} tone="warm">
              {knownWord(i18n, 'signal', signal)}
            </Badge>
          ))}
        </p>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {completed && <Told name={t('understanding.trying.completed')}>{completed}</Told>}
          {normalised !== text && <Told name={t('understanding.trying.normalised')}>{normalised}</Told>}
          {question && question !== text && <Told name={t('understanding.trying.question')}>{question}</Told>}
        </dl>
      </Part>
      <Part title={t('understanding.trying.intents')} beside={<ReadBy readBy={readBy} />}>
        <IntentsRead meaning={meaning} />
      </Part>
      <Part title={t('understanding.trying.entities')}>
        <EntitiesRead meaning={meaning} />
      </Part>
      <Part title={t('understanding.trying.mood')}>
        <MoodRead mood={meaning.mood} />
      </Part>
      <Part title={t('understanding.trying.words')}>
        <ol className="flex flex-wrap gap-1.5">
          {meaning.words.map(({ text: word, partOfSpeech }, at) => (
            // The same word may stand in a text twice, and several may stand for one place of it.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className="rounded-md border border-line px-2 py-0.5 text-center">
              {word}
              <span className="block text-[0.6875rem] leading-4 text-ink-faint">
                {t(`understanding.partsOfSpeech.${partOfSpeech}`)}
              </span>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  )
}

function Part({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-2xl border border-line bg-surface p-4">
      <h2 className="mb-2.5 flex flex-wrap items-center justify-between gap-2 text-sm font-semibold text-ink-soft">
        {title}
        {beside}
      </h2>
      {children}
    </section>
  )
}

function Told({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

/** Which back end read the intents, and which version of what was taught. */
function ReadBy({ readBy }: Pick<Meaning, 'readBy'>) {
  const { t } = useTranslation()
  const number = useVersionNumber(readBy?.version)
  if (!readBy) return <Badge>{t('understanding.trying.nothingTaught')}</Badge>
  return (
    <Badge tone="accent">
      {t(`understanding.backends.${readBy.backend}`)}
      {number !== undefined && ` · ${t('understanding.trying.version', { number })}`}
    </Badge>
  )
}
