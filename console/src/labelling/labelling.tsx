import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../ui/segments.tsx'
import { Blind } from './blind/blind.tsx'
import { Inbox } from './inbox/inbox.tsx'
import { Suggestions } from './suggestions/suggestions.tsx'

const views = ['inbox', 'blind', 'suggestions'] as const
type View = (typeof views)[number]

/** What customers really wrote becomes what is taught: by one, by two blind to each other, or as a new intent. */
export function Labelling() {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('inbox')
  return (
    <div className="flex flex-col gap-4">
      <Segments
        label={t('labelling.views.label')}
        value={view}
        options={views.map((value) => ({ value, label: t(`labelling.views.${value}`) }))}
        onChange={setView}
      />
      <p className="-mt-1 text-sm text-ink-soft">{t(`labelling.leads.${view}`)}</p>
      {view === 'inbox' && <Inbox />}
      {view === 'blind' && <Blind />}
      {view === 'suggestions' && <Suggestions />}
    </div>
  )
}
