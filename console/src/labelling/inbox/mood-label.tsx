import type { InboxMessage } from '@lingxi/contract/labelling'
import { emotions, sentiments } from '@lingxi/contract/understanding'
import { useTranslation } from 'react-i18next'
import { useLabelMood } from '../../api/labelling-queries.ts'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Nobody says otherwise: as it was read. */
const asRead = 'as-read'

/** How a message was read to feel, and what a person says instead: the next training learns it. */
export function MoodLabels({ message }: { message: InboxMessage }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { mutate, isPending } = useLabelMood()
  const { id, mood, guess } = message
  const say = (part: Partial<typeof mood>) => mutate({ id, ...mood, ...part }, { onError: warn })
  const unsaid = (read: string | undefined) =>
    read === undefined ? t('labelling.moodUnread') : t('labelling.moodAsRead', { name: read })
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-sm lg:ms-auto">
      <Select
        label={t('labelling.sentimentOf', { text: message.text })}
        prefix={t('labelling.sentiment')}
        disabled={isPending}
        value={mood.sentiment ?? asRead}
        options={[
          { value: asRead, label: unsaid(guess ? t(`understanding.sentiments.${guess.mood.sentiment}`) : undefined) },
          ...sentiments.map((value) => ({ value, label: t(`understanding.sentiments.${value}`) })),
        ]}
        onChange={(value) => say({ sentiment: sentiments.find((each) => each === value) ?? null })}
      />
      <Select
        label={t('labelling.emotionOf', { text: message.text })}
        prefix={t('labelling.emotion')}
        disabled={isPending}
        value={mood.emotion ?? asRead}
        options={[
          { value: asRead, label: unsaid(guess ? t(`understanding.emotions.${guess.mood.emotion}`) : undefined) },
          ...emotions.map((value) => ({ value, label: t(`understanding.emotions.${value}`) })),
        ]}
        onChange={(value) => say({ emotion: emotions.find((each) => each === value) ?? null })}
      />
    </div>
  )
}
