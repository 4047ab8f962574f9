import type { Intent } from '@lingxi/contract/teaching'
import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeIntent, useMergeIntents, useRemoveIntent } from '../../api/teaching-queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { IntentDialog } from './intent-dialog.tsx'

export function IntentActions({ intent }: { intent: Intent }) {
  const { t, i18n } = useTranslation()
  const { tell, warn } = useToast()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | 'merge' | 'remove'>()
  const [into, setInto] = useState<Intent>()
  const change = useChangeIntent()
  const merge = useMergeIntents()
  const remove = useRemoveIntent()
  const { id, name, title, description, version, archived } = intent
  const called = titleOf(intent, i18n.language)
  const count = intent.examples.zh + intent.examples.en
  const archive = () =>
    change.mutate(
      { id, name, title, description, version, archived: !archived },
      { onError: warn, onSuccess: () => tell(t(archived ? 'teaching.restored' : 'teaching.archived')) },
    )
  const confirmMerge = () =>
    into &&
    merge.mutate(
      { id, into: into.id },
      {
        onError: warn,
        onSuccess: () => {
          tell(t('teaching.merge.done', { name: titleOf(into, i18n.language) }))
          return navigate({ to: '/understanding/intents/$intentId', params: { intentId: into.id } })
        },
      },
    )
  const confirmRemoval = () =>
    remove.mutate(id, {
      onError: warn,
      onSuccess: () => {
        tell(t('teaching.removed'))
        return navigate({ to: '/understanding/intents' })
      },
    })
  return (
    <span className="flex gap-2">
      <Button onClick={() => setOpen('edit')}>
        <Pencil />
        {t('app.actions.edit')}
      </Button>
      <Menu
        trigger={
          <IconButton label={t('teaching.more')} look="outline" className="size-9">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Merge />} onSelect={() => setOpen('merge')}>
          {t('teaching.merge.action')}
        </MenuItem>
        <MenuItem icon={archived ? <ArchiveRestore /> : <Archive />} onSelect={archive}>
          {t(archived ? 'teaching.restore' : 'teaching.archive')}
        </MenuItem>
        <MenuLine />
        <MenuItem dangerous icon={<Trash2 />} onSelect={() => setOpen('remove')}>
          {t('teaching.remove')}
        </MenuItem>
      </Menu>
      {open === 'edit' && <IntentDialog intent={intent} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && (
        <ChooseIntent
          title={t('teaching.merge.title', { name: called })}
          about={t('teaching.merge.lead')}
          without={id}
          onChoose={(chosen) => {
            setOpen(undefined)
            setInto(chosen)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      <Confirm
        open={into !== undefined}
        title={t('teaching.merge.sure', { name: called, into: into ? titleOf(into, i18n.language) : '' })}
        text={t('teaching.merge.sureText', { count })}
        action={t('teaching.merge.action')}
        onConfirm={confirmMerge}
        onClose={() => setInto(undefined)}
      />
      <Confirm
        dangerous
        open={open === 'remove'}
        title={t('teaching.removeTitle', { name: called })}
        text={t('teaching.removeText', { count })}
        action={t('app.actions.remove')}
        onConfirm={confirmRemoval}
        onClose={() => setOpen(undefined)}
      />
    </span>
  )
}
