import { Link } from '@tanstack/react-router'
import {
  BookOpenText,
  BrainCircuit,
  CircleUserRound,
  Inbox,
  Lightbulb,
  type LucideIcon,
  SlidersHorizontal,
  Ticket,
  UsersRound,
  Workflow,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LineMark } from './line-mark.tsx'
import { Mark } from './mark.tsx'
import { PersonMenu } from './person-menu.tsx'

const places = [
  { to: '/inbox', name: 'inbox', icon: Inbox },
  { to: '/tickets', name: 'tickets', icon: Ticket },
  { to: '/knowledge', name: 'knowledge', icon: BookOpenText },
  { to: '/understanding', name: 'understanding', icon: BrainCircuit },
  { to: '/flows', name: 'flows', icon: Workflow },
  { to: '/learning', name: 'learning', icon: Lightbulb },
  { to: '/people', name: 'people', icon: UsersRound },
  { to: '/settings', name: 'settings', icon: SlidersHorizontal },
  { to: '/account', name: 'account', icon: CircleUserRound },
] as const
type Place = (typeof places)[number]

export function SideBar({ waiting }: { waiting: number }) {
  const { t } = useTranslation()
  return (
    <div className="hidden w-21 shrink-0 flex-col items-center border-e border-line bg-sunken pt-4 pb-3 md:flex">
      <Mark className="size-9" />
      <nav aria-label={t('app.navigation.label')} className="mt-5 flex flex-1 flex-col gap-1.5">
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} count={place.name === 'inbox' ? waiting : 0} />
        ))}
      </nav>
      <div className="flex flex-col items-center gap-3">
        <LineMark />
        <PersonMenu />
      </div>
    </div>
  )
}

/** Narrow: tickets are reached from the inbox. */
export function BottomBar({ waiting }: { waiting: number }) {
  const { t } = useTranslation()
  return (
    <nav
      aria-label={t('app.navigation.label')}
      className="flex items-stretch justify-around border-t border-line bg-surface px-1 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      {places
        .filter(({ name }) => name !== 'tickets')
        .map((place) => (
          <PlaceLink key={place.to} place={place} count={place.name === 'inbox' ? waiting : 0} />
        ))}
    </nav>
  )
}

function PlaceLink({ place, count }: { place: Place; count: number }) {
  const { t } = useTranslation()
  const Icon: LucideIcon = place.icon
  return (
    <Link
      to={place.to}
      activeProps={{ className: 'text-accent-strong bg-accent-soft font-medium' }}
      inactiveProps={{ className: 'text-ink-soft hover:bg-hover hover:text-ink' }}
      className="relative flex h-13 w-15.5 min-w-0 md:w-18.5 flex-col items-center justify-center gap-0.5 rounded-xl text-[0.625rem] tracking-tight transition-colors md:text-xs md:tracking-normal"
    >
      <Icon className="size-5" strokeWidth={1.75} />
      <span className="max-w-full text-center leading-3.5 wrap-normal">{t(`app.navigation.${place.name}`)}</span>
      {count > 0 && (
        <span className="absolute end-1.5 top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-danger px-1 text-[0.6875rem] leading-none font-semibold text-danger-ink">
          <span aria-hidden>{count > 99 ? '99+' : count}</span>
          <span className="sr-only">{t('app.navigation.waiting', { count })}</span>
        </span>
      )}
    </Link>
  )
}
