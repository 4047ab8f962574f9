import type { Why } from '@lingxi/contract/conversation'
import type { Understood } from '@lingxi/contract/understanding'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'
import { Badge } from '../ui/badge.tsx'
import { percent } from '../ui/share-bar.tsx'
import { Row } from './why-row.tsx'

const signs = ['anger', 'urgency', 'sarcasm', 'churn', 'legalThreat'] as const
/** A sign weaker than this says nothing worth a place. */
const noticeable = 0.3

/** What the message of a turn was read as, for an explanation; nothing for turns from before it was kept. */
export function Read({ understood }: Pick<Why, 'understood'>) {
  const { t } = useTranslation()
  if (!understood) return null
  const { intents, outOfScope, entities } = understood
  return (
    <>
      {(intents.length > 0 || outOfScope.decided) && (
        <Row name={t('understanding.trying.intents')}>
          <UnderstoodIntents understood={understood} />
        </Row>
      )}
      {entities.length > 0 && (
        <Row name={t('conversation.why.entities')}>
          <UnderstoodEntities understood={understood} />
        </Row>
      )}
      <Row name={t('understanding.trying.mood')}>
        <UnderstoodMood understood={understood} />
      </Row>
    </>
  )
}

/** The intents that a turn was decided from. */
function UnderstoodIntents({ understood: { intents, outOfScope } }: { understood: Understood }) {
  const { t } = useTranslation()
  return (
    <span className="flex flex-wrap gap-1">
      {intents.map(({ name, probability, start }) => (
        <Badge key={`${name} ${start}`} tone="accent">
          {name} {percent(probability)}
        </Badge>
      ))}
      {outOfScope.decided && (
        <Badge tone="warm">
          {t('teaching.outOfScope.title')} {percent(outOfScope.probability)}
        </Badge>
      )}
    </span>
  )
}

/** What a message named, with what saw it. */
function UnderstoodEntities({ understood: { entities } }: { understood: Understood }) {
  const { t, i18n } = useTranslation()
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {entities.map(({ type, start, text, by }) => (
        <span key={`${start} ${type}`}>
          {text}{' '}
          <span className="text-ink-faint">{`${knownWord(i18n, 'entity', type)} · ${t(`understanding.seenBy.${by}`)}`}</span>
        </span>
      ))}
    </span>
  )
}

/** How it felt, as far as that says anything. */
function UnderstoodMood({ understood: { mood } }: { understood: Understood }) {
  const { t } = useTranslation()
  const { sentiment, emotion } = mood
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={sentiment.label === 'negative' ? 'danger' : 'plain'}>
        {t(`understanding.sentiments.${sentiment.label}`)} {percent(sentiment.confidence)}
      </Badge>
      {emotion.label !== 'neutral' && (
        <Badge tone="info">
          {t(`understanding.emotions.${emotion.label}`)} {percent(emotion.confidence)}
        </Badge>
      )}
      {signs
        .filter((sign) => mood[sign].strength >= noticeable)
        .map((sign) => (
          <Badge key={sign} tone="warm">
            {t(`understanding.signs.${sign}`)} {percent(mood[sign].strength)}
          </Badge>
        ))}
    </span>
  )
}
