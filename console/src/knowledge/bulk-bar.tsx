import { PencilLine, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { BulkDialog } from './bulk-dialog.tsx'

type BulkBarProps = { ids: string[]; categories: string[]; onClear: () => void }

/** What can be done with the articles that are chosen; it stays in sight while the list is scrolled. */
export function BulkBar({ ids, categories, onClear }: BulkBarProps) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  return (
    <div className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-2 rounded-2xl border border-accent-line bg-raised py-2 ps-4 pe-2 shadow-lift">
      <output className="flex-1 font-medium">{t('keeping.bulk.chosen', { count: ids.length })}</output>
      <Button look="quiet" onClick={onClear}>
        <X />
        {t('app.actions.clear')}
      </Button>
      <Button look="primary" onClick={() => setChanging(true)}>
        <PencilLine />
        {t('keeping.bulk.change')}
      </Button>
      {changing && (
        <BulkDialog
          ids={ids}
          categories={categories}
          onClose={(done) => {
            setChanging(false)
            if (done) onClear()
          }}
        />
      )}
    </div>
  )
}
