import type { Source } from '@lingxi/contract/source'
import { EllipsisVertical, Pause, Pencil, Play, RefreshCw, Square, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCancelRun, useChangeSource, useStartRun } from '../../api/source-queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { RemoveSource } from './remove-source.tsx'
import { ChangeSource } from './source-dialog.tsx'
import { draftOf } from './source-form.ts'
import { goesOn } from './source-state.tsx'

export function SourceActions({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const [open, setOpen] = useState<'change' | 'remove'>()
  const change = useChangeSource(source.id)
  const pause = () =>
    change.mutate(
      { ...draftOf(source), paused: !source.paused },
      {
        onSuccess: ({ paused }) => tell(t(paused ? 'sources.actions.pausedNow' : 'sources.actions.resumed')),
        onError: warn,
      },
    )
  const close = () => setOpen(undefined)
  return (
    <>
      <RunOrStop source={source} />
      <Button onClick={() => setOpen('change')}>
        <Pencil />
        {t('sources.actions.edit')}
      </Button>
      <Menu
        trigger={
          <IconButton label={t('sources.actions.more')} look="outline">
            <EllipsisVertical />
          </IconButton>
        }
      >
        {source.schedule !== 'never' && (
          <MenuItem icon={source.paused ? <Play /> : <Pause />} disabled={change.isPending} onSelect={pause}>
            {t(source.paused ? 'sources.actions.resume' : 'sources.actions.pause')}
          </MenuItem>
        )}
        <MenuItem dangerous icon={<Trash2 />} onSelect={() => setOpen('remove')}>
          {t('sources.actions.remove')}
        </MenuItem>
      </Menu>
      {open === 'change' && <ChangeSource source={source} onClose={close} />}
      {open === 'remove' && <RemoveSource source={source} onClose={close} />}
    </>
  )
}

function RunOrStop({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const start = useStartRun(source.id)
  const cancel = useCancelRun()
  const { lastRun } = source
  if (goesOn(lastRun)) {
    const stop = () => cancel.mutate(lastRun.id, { onSuccess: () => tell(t('sources.actions.stopped')), onError: warn })
    return (
      <Button disabled={cancel.isPending} onClick={stop}>
        <Square />
        {t('sources.actions.stop')}
      </Button>
    )
  }
  const run = () => start.mutate(undefined, { onSuccess: () => tell(t('sources.actions.started')), onError: warn })
  return (
    <Button look="primary" disabled={start.isPending} onClick={run}>
      <RefreshCw />
      {t('sources.actions.run')}
    </Button>
  )
}
