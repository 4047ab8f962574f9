import { UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../api/staff-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { AddPerson } from './add-person.tsx'
import { PasswordOnce } from './password-once.tsx'
import { PersonRow } from './person-row.tsx'

export type MadePassword = { name: string; password: string }

export function People() {
  const { t } = useTranslation()
  const mayChange = useMay('admin')
  const { data, error, refetch } = useStaff()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<MadePassword>()
  const staff = data?.staff.toSorted(
    (one, other) => Number(other.active) - Number(one.active) || one.createdAt.localeCompare(other.createdAt),
  )
  return (
    <Page
      title={t('people.heading')}
      lead={t(mayChange ? 'people.lead' : 'people.readOnly')}
      actions={
        mayChange && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <UserPlus />
            {t('people.add')}
          </Button>
        )
      }
    >
      <div className="overflow-hidden rounded-2xl border border-line bg-surface">
        {!staff && !error && <SkeletonRows count={4} className="h-14" />}
        {!staff && error && <Failed error={error} onRetry={() => void refetch()} />}
        {staff?.length === 0 && <Empty icon={<UsersRound />} title={t('people.empty')} />}
        {staff && staff.length > 0 && (
          <ul className="divide-y divide-line">
            {staff.map((person) => (
              <PersonRow key={person.id} person={person} mayChange={mayChange} onPassword={setMade} />
            ))}
          </ul>
        )}
      </div>
      <AddPerson
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(added) => {
          setAdding(false)
          setMade(added)
        }}
      />
      <PasswordOnce made={made} onClose={() => setMade(undefined)} />
    </Page>
  )
}
