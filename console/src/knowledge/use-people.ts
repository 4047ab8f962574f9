import { useTranslation } from 'react-i18next'
import { useStaff } from '../api/staff-queries.ts'
import { useMe } from '../api/use-session.ts'

/** Who works here, by the ids that articles keep. */
export function usePeople() {
  const { t } = useTranslation()
  const me = useMe()
  const staff = useStaff().data?.staff ?? []
  const others = staff.filter(({ id, active }) => active && id !== me.id)
  const mine = { value: me.id, label: t('keeping.me', { name: me.name }) }
  return {
    /** Those who can look after something, oneself first. */
    options: [mine, ...others.map(({ id, name }) => ({ value: id, label: name }))],
    /** Null is the machine. */
    nameOf(id: string | null): string {
      if (id === null) return t('keeping.byMachine')
      if (id === me.id) return me.name
      return staff.find((each) => each.id === id)?.name ?? t('keeping.unknownPerson')
    },
  }
}
