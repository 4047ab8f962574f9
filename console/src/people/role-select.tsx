import { type Role, roles } from '@lingxi/contract/staff'
import { useTranslation } from 'react-i18next'
import { Select } from '../ui/select.tsx'

type RoleSelectProps = {
  value: Role
  onChange: (role: Role) => void
  disabled?: boolean
  id?: string
  className?: string
}

export function RoleSelect(props: RoleSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      {...props}
      label={t('people.role')}
      options={roles.map((value) => ({ value, label: t(`app.roles.${value}`), about: t(`people.roleHints.${value}`) }))}
    />
  )
}
