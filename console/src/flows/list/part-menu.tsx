import type { FlowPartSummary } from '@lingxi/contract/flow-versions'
import { useNavigate } from '@tanstack/react-router'
import { Copy, EllipsisVertical, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCopyFlowPart, useRemoveFlowPart, useRenameFlowPart } from '../../api/flow-queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { said } from '../said.ts'
import { NameDialog } from './name-dialog.tsx'

/** What can be done with a part without opening it. */
export function PartMenu({ part }: { part: FlowPartSummary }) {
  const { t, i18n } = useTranslation()
  const { kind, name, version, title } = part
  const [asking, setAsking] = useState<'copy' | 'rename' | 'remove' | null>(null)
  const { tell, warn } = useToast()
  const navigate = useNavigate()
  const copy = useCopyFlowPart()
  const rename = useRenameFlowPart()
  const remove = useRemoveFlowPart()
  const close = () => setAsking(null)
  const called = said(title, i18n.language) || name
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('flows.more', { name: called })}>
            <EllipsisVertical />
          </IconButton>
        }
      >
        <MenuItem icon={<Copy />} onSelect={() => setAsking('copy')}>
          {t('flows.copy.action')}
        </MenuItem>
        <MenuItem icon={<PenLine />} onSelect={() => setAsking('rename')}>
          {t('flows.rename.action')}
        </MenuItem>
        <MenuItem icon={<Trash2 />} dangerous onSelect={() => setAsking('remove')}>
          {t('app.actions.remove')}
        </MenuItem>
      </Menu>
      {asking === 'copy' && (
        <NameDialog
          title={t('flows.copy.title', { name: called })}
          name={`${name}_copy`}
          saving={copy}
          onClose={close}
          onSubmit={(to) =>
            copy.mutate(
              { kind, name, to },
              { onSuccess: () => void navigate({ to: '/flows/edit/$kind/$name', params: { kind, name: to } }) },
            )
          }
        />
      )}
      {asking === 'rename' && (
        <NameDialog
          title={t('flows.rename.title', { name: called })}
          about={t('flows.rename.about')}
          name={name}
          saving={rename}
          onClose={close}
          onSubmit={(to) =>
            rename.mutate(
              { kind, name, to, version },
              {
                onSuccess: ({ changed }) => {
                  tell(t('flows.rename.done', { count: changed.length }))
                  close()
                },
              },
            )
          }
        />
      )}
      <Confirm
        dangerous
        open={asking === 'remove'}
        title={t('flows.remove.title', { name: called })}
        text={t('flows.remove.text')}
        action={t('app.actions.remove')}
        onConfirm={() =>
          remove.mutate({ kind, name, version }, { onSuccess: () => tell(t('flows.remove.done')), onError: warn })
        }
        onClose={close}
      />
    </>
  )
}
