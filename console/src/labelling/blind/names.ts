import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/staff-queries.ts'

/** What the people are called who label; three dots until it is known. */
export function useNames() {
  const { t } = useTranslation()
  const { data } = useStaff()
  const names = new Map(data?.staff.map(({ id, name }) => [id, name]))
  return (staffId: string) => names.get(staffId) ?? (data ? t('labelling.someone') : '…')
}
