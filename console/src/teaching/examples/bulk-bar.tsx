import type { ExamplesChange } from '@lingxi/contract/teaching'
import { CircleOff, FolderInput, Languages, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeExamples } from '../../api/teaching-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { SplitDialog } from './split-dialog.tsx'

type BulkBarProps = { ids: string[]; intentId: string | undefined; onDone: () => void }

/** What can be done to the chosen examples together. */
export function BulkBar({ ids, intentId, onDone }: BulkBarProps) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const [open, setOpen] = useState<'move' | 'split' | 'remove'>()
  const { mutate, isPending } = useChangeExamples()
  const close = () => setOpen(undefined)
  const apply = (change: ExamplesChange) =>
    mutate(
      { ids, change },
      {
        onError: warn,
        onSuccess: ({ changed }) => {
          tell(t('teaching.bulk.done', { count: changed }))
          onDone()
        },
      },
    )
  return (
    <section
      aria-label={t('teaching.bulk.label')}
      className="mt-3 flex flex-wrap items-center gap-2 rounded-xl border border-accent-line bg-accent-soft px-4 py-2"
    >
      <span aria-live="polite" className="me-auto font-medium text-accent-strong">
        {t('teaching.bulk.chosen', { count: ids.length })}
      </span>
      <Button size="small" disabled={isPending} onClick={() => setOpen('move')}>
        <FolderInput />
        {t('teaching.bulk.move')}
      </Button>
      {intentId && (
        <Button size="small" disabled={isPending} onClick={() => setOpen('split')}>
          <Split />
          {t('teaching.bulk.split')}
        </Button>
      )}
      <Button size="small" disabled={isPending} onClick={() => apply({ kind: 'out-of-scope' })}>
        <CircleOff />
        {t('teaching.outOfScope.title')}
      </Button>
      <Menu
        trigger={
          <Button size="small" disabled={isPending}>
            <Languages />
            {t('teaching.language')}
          </Button>
        }
      >
        {(['zh', 'en'] as const).map((language) => (
          <MenuItem key={language} onSelect={() => apply({ kind: 'language', language })}>
            {t(`app.languages.${language}`)}
          </MenuItem>
        ))}
      </Menu>
      <Button size="small" disabled={isPending} onClick={() => setOpen('remove')}>
        <Trash2 />
        {t('app.actions.remove')}
      </Button>
      {open === 'move' && (
        <ChooseIntent
          title={t('teaching.bulk.moveTitle', { count: ids.length })}
          without={intentId}
          onChoose={({ id }) => {
            close()
            apply({ kind: 'move', intentId: id })
          }}
          onClose={close}
        />
      )}
      {open === 'split' && intentId && <SplitDialog intentId={intentId} exampleIds={ids} onClose={close} />}
      <Confirm
        dangerous
        open={open === 'remove'}
        title={t('teaching.bulk.removeTitle', { count: ids.length })}
        text={t('teaching.bulk.removeText')}
        action={t('app.actions.remove')}
        onConfirm={() => apply({ kind: 'delete' })}
        onClose={close}
      />
    </section>
  )
}
