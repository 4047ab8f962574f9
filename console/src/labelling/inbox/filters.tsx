import { inboxOrders, inboxPeriods, usualPeriod } from '@lingxi/contract/labelling'
import { ListFilter } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxQuery } from '../../api/labelling-queries.ts'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Select } from '../../ui/select.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { useIntentWords } from '../../pieces/intent-words.ts'

export type Narrowing = {
  order: InboxQuery['order']
  days: InboxQuery['days']
  language: 'any' | 'zh' | 'en'
  /** Read as this intent; empty: as out of scope. */
  intent: string | undefined
  q: string
}
export const wide: Narrowing = { order: 'teaches-most', days: usualPeriod, language: 'any', intent: undefined, q: '' }

type FiltersProps = { narrowing: Narrowing; onChange: (narrowing: Narrowing) => void }

export function Filters({ narrowing, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const words = useIntentWords()
  const search = useRef<HTMLInputElement>(null)
  const [choosing, choose] = useState(false)
  const { intent } = narrowing
  const set = (part: Partial<Narrowing>) => onChange({ ...narrowing, ...part })
  useShortcuts({ '/': () => search.current?.focus() })
  return (
    <div className="flex flex-wrap gap-2">
      <SearchInput
        ref={search}
        label={t('labelling.search')}
        placeholder={t('labelling.search')}
        value={narrowing.q}
        onChange={(q) => set({ q: q.slice(0, 200) })}
        className="min-w-52 flex-1"
      />
      <Select
        label={t('labelling.order')}
        value={narrowing.order}
        options={inboxOrders.map((value) => ({ value, label: t(`labelling.orders.${value}`) }))}
        onChange={(order) => set({ order })}
      />
      <Select
        label={t('labelling.period')}
        value={`${narrowing.days}`}
        options={inboxPeriods.map((days) => ({ value: `${days}`, label: t('labelling.days', { count: days }) }))}
        onChange={(value) => set({ days: inboxPeriods.find((days) => `${days}` === value) ?? usualPeriod })}
      />
      <Select
        label={t('teaching.language')}
        value={narrowing.language}
        options={(['any', 'zh', 'en'] as const).map((value) => ({
          value,
          label: value === 'any' ? t('teaching.anyLanguage') : t(`app.languages.${value}`),
        }))}
        onChange={(language) => set({ language })}
      />
      <Menu
        trigger={
          <Button className="max-w-full">
            <ListFilter />
            <span className="truncate">
              {intent === undefined
                ? t('labelling.readAsAny')
                : t('labelling.readAs', { name: intent === '' ? t('labelling.outOfScope') : words.ofName(intent) })}
            </span>
          </Button>
        }
      >
        <MenuItem onSelect={() => set({ intent: undefined })}>{t('labelling.readAsAny')}</MenuItem>
        <MenuItem onSelect={() => set({ intent: '' })}>{t('labelling.outOfScope')}</MenuItem>
        <MenuItem onSelect={() => choose(true)}>{t('labelling.readAsOne')}</MenuItem>
      </Menu>
      {choosing && (
        <ChooseIntent
          title={t('labelling.readAsOne')}
          onChoose={({ name }) => {
            choose(false)
            set({ intent: name })
          }}
          onClose={() => choose(false)}
        />
      )}
    </div>
  )
}

/** As the API asks for it. */
export const askedBy = ({ order, days, language, intent, q }: Narrowing) => ({
  order,
  days,
  ...(language !== 'any' && { language }),
  ...(intent !== undefined && { intent }),
  ...(q.trim() && { q: q.trim() }),
})
