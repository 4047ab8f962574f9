import type { StarterPack } from '@lingxi/contract/teaching'
import { PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePacks } from '../../api/lesson-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { TakePack } from './take-pack.tsx'

/** The sets that come with the product, and how much of each is taken over. */
export function Packs() {
  const { t } = useTranslation()
  const { data, error, refetch } = usePacks()
  if (!data)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} className="h-16" />
  if (data.length === 0) return <Empty icon={<PackageOpen />} title={t('lessons.packs.none')} />
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {data.map((pack) => (
        <PackCard key={pack.name} pack={pack} />
      ))}
    </ul>
  )
}

function PackCard({ pack }: { pack: StarterPack }) {
  const { t, i18n } = useTranslation()
  const { date } = useWhen()
  const mayTake = useMay('supervisor')
  const [taking, setTaking] = useState(false)
  const { title, version, languages, intents, examples, dictionary, takenAt, intentsTaken } = pack
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line p-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{i18n.language === 'zh' ? title.zh : title.en}</span>
        <span className="text-sm text-ink-faint">{version}</span>
        {languages.map((language) => (
          <Badge key={language}>{t(`app.languages.${language}`)}</Badge>
        ))}
      </p>
      <p className="text-ink-soft tabular-nums">{t('lessons.packs.holds', { intents, examples, dictionary })}</p>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-ink-soft">
          {takenAt
            ? t('lessons.packs.taken', { count: intentsTaken, date: date(takenAt) })
            : t('lessons.packs.notTaken')}
        </span>
        {mayTake && (
          <Button size="small" look={takenAt ? 'outline' : 'primary'} onClick={() => setTaking(true)}>
            {t('lessons.packs.take')}
          </Button>
        )}
      </p>
      {taking && <TakePack pack={pack} onClose={() => setTaking(false)} />}
    </li>
  )
}
