import type { Staff } from '@lingxi/contract/staff'
import { Ellipsis, KeyRound, Tags, UserCheck, UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeStaff, useResetPassword } from '../api/staff-queries.ts'
import { useMe } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { Confirm } from '../ui/confirm.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useToast } from '../ui/toast.tsx'
import { GroupsDialog } from './groups-dialog.tsx'
import type { MadePassword } from './people.tsx'
import { RoleSelect } from './role-select.tsx'

type PersonRowProps = { person: Staff; mayChange: boolean; onPassword: (made: MadePassword) => void }

export function PersonRow({ person, mayChange, onPassword }: PersonRowProps) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { tell, warn } = useToast()
  const isMe = useMe().id === person.id
  const change = useChangeStaff(person.id)
  const apply = (body: Parameters<typeof change.mutate>[0]) =>
    change.mutate(body, { onSuccess: ({ name }) => void tell(t('people.changed', { name })), onError: warn })
  return (
    <li
      className={classNames('flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5', !person.active && 'bg-sunken')}
    >
      <Avatar name={person.name} />
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {person.name}
          {isMe && <Badge tone="accent">{t('people.you')}</Badge>}
          {!person.active && <Badge>{t('people.inactive')}</Badge>}
        </p>
        <p className="text-sm text-ink-faint">{person.email}</p>
        {person.groups.length > 0 && (
          <p aria-label={t('people.groups')} className="mt-1 flex flex-wrap gap-1">
            {person.groups.map((group) => (
              <Badge key={group}>{group}</Badge>
            ))}
          </p>
        )}
      </div>
      <p className="text-sm text-ink-faint max-lg:hidden">
        {t('people.lastSignIn')}: {person.lastSignInAt ? full(person.lastSignInAt) : t('app.time.never')}
      </p>
      {mayChange ? (
        <RoleSelect
          value={person.role}
          onChange={(role) => apply({ role })}
          disabled={change.isPending}
          className="w-32"
        />
      ) : (
        <Badge>{t(`app.roles.${person.role}`)}</Badge>
      )}
      {mayChange && (
        <PersonActions
          person={person}
          onActive={(active) => apply({ active })}
          onGroups={(groups) => apply({ groups })}
          onPassword={onPassword}
        />
      )}
    </li>
  )
}

type PersonActionsProps = {
  person: Staff
  onActive: (active: boolean) => void
  onGroups: (groups: string[]) => void
  onPassword: (made: MadePassword) => void
}

function PersonActions({ person, onActive, onGroups, onPassword }: PersonActionsProps) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { name } = person
  const [asking, setAsking] = useState<'password' | 'deactivate' | 'groups'>()
  const reset = useResetPassword(person.id)
  const trigger = (
    <button
      type="button"
      aria-label={t('people.actions', { name })}
      className="grid size-8.5 place-items-center rounded-lg text-ink-faint hover:bg-hover hover:text-ink"
    >
      <Ellipsis className="size-5" />
    </button>
  )
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem icon={<KeyRound />} onSelect={() => setAsking('password')}>
          {t('people.resetPassword')}
        </MenuItem>
        <MenuItem icon={<Tags />} onSelect={() => setAsking('groups')}>
          {t('people.groupsAction')}
        </MenuItem>
        {person.active ? (
          <MenuItem icon={<UserX />} dangerous onSelect={() => setAsking('deactivate')}>
            {t('people.deactivate')}
          </MenuItem>
        ) : (
          <MenuItem icon={<UserCheck />} onSelect={() => onActive(true)}>
            {t('people.activate')}
          </MenuItem>
        )}
      </Menu>
      {asking === 'groups' && (
        <GroupsDialog
          person={person}
          onSave={(groups) => {
            onGroups(groups)
            setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      <Confirm
        open={asking === 'password'}
        title={t('people.resetTitle', { name })}
        text={t('people.resetText', { name })}
        action={t('people.resetPassword')}
        onConfirm={() =>
          reset.mutate(undefined, { onSuccess: ({ password }) => onPassword({ name, password }), onError: warn })
        }
        onClose={() => setAsking(undefined)}
      />
      <Confirm
        dangerous
        open={asking === 'deactivate'}
        title={t('people.deactivateTitle', { name })}
        text={t('people.deactivateText', { name })}
        action={t('people.deactivate')}
        onConfirm={() => onActive(false)}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
