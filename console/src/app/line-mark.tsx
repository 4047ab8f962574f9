import { useTranslation } from 'react-i18next'
import { useLive } from '../api/live.ts'
import { classNames } from '../ui/class-names.ts'
import { Hint } from '../ui/tooltip.tsx'

const colours = { live: 'bg-accent', connecting: 'bg-ink-faint', reconnecting: 'bg-danger' }

/** Whether what is on the screen is moving with the world. */
export function LineMark() {
  const { t } = useTranslation()
  const { line } = useLive()
  const hint = line === 'live' ? t('app.line.liveHint') : t('app.line.reconnectingHint')
  return (
    <Hint text={hint} side="right">
      <output className="flex flex-col items-center gap-1 text-[0.6875rem] leading-none text-ink-faint">
        <span
          className={classNames(
            'size-2 rounded-full',
            colours[line],
            line !== 'live' && 'animate-[pulse-soft_1.2s_ease-in-out_infinite]',
          )}
        />
        {t(`app.line.${line}`)}
      </output>
    </Hint>
  )
}
