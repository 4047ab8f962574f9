import type { Staff } from '@lingxi/contract/staff'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NamesInput } from '../ui/names-input.tsx'

type GroupsDialogProps = { person: Staff; onSave: (groups: string[]) => void; onClose: () => void }

/** The groups of one person: knowledge that is for a group of the staff is read by its people only. */
export function GroupsDialog({ person, onSave, onClose }: GroupsDialogProps) {
  const { t } = useTranslation()
  const [groups, setGroups] = useState(person.groups)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.groupsTitle', { name: person.name })}
      about={t('people.groupsText')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="primary" onClick={() => onSave(groups)}>
            {t('app.actions.save')}
          </Button>
        </>
      }
    >
      <NamesInput
        label={t('people.groups')}
        hint={t('people.groupsHint')}
        names={groups}
        most={50}
        removeLabel={(name) => t('people.removeGroup', { name })}
        onChange={setGroups}
      />
    </Dialog>
  )
}
