import { Braces } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { said } from '../said.ts'
import { useNameable } from './nameable.ts'

const customerFields = ['name', 'tier', 'region', 'signed_in', 'id'] as const
const phrases = ['known', 'equals', 'more', 'among', 'both', 'either'] as const
const phraseTexts: Record<(typeof phrases)[number], string> = {
  known: 'is_known()',
  equals: ' == ""',
  more: ' > 0',
  among: ' in ["", ""]',
  both: ' && ',
  either: ' || ',
}

type InsertMenuProps = { onInsert: (text: string) => void; isExpression?: boolean }

/** What may be named: slots, what actions told, the customer. In expressions also how things are compared. */
export function InsertMenu({ onInsert, isExpression = false }: InsertMenuProps) {
  const { t, i18n } = useTranslation()
  const { slots, results } = useNameable()
  const label = t(isExpression ? 'flowForms.insert.expression' : 'flowForms.insert.value')
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="inline-flex h-5 items-center gap-1 rounded px-1 text-xs text-ink-faint hover:bg-hover hover:text-ink [&_svg]:size-3"
        >
          <Braces />
          {label}
        </button>
      }
    >
      <div className="max-h-80 max-w-80 overflow-y-auto">
        {isExpression && (
          <>
            <MenuHeading>{t('flowForms.insert.phrases')}</MenuHeading>
            {phrases.map((phrase) => (
              <MenuItem key={phrase} onSelect={() => onInsert(phraseTexts[phrase])}>
                {t(`flowForms.insert.${phrase}`)}
                <Code>{phraseTexts[phrase].trim()}</Code>
              </MenuItem>
            ))}
            <MenuLine />
          </>
        )}
        {slots.length > 0 && <MenuHeading>{t('flowForms.insert.slots')}</MenuHeading>}
        {slots.map(([name, slot]) => (
          <MenuItem key={name} onSelect={() => onInsert(`slots.${name}`)}>
            {said(slot.label, i18n.language)}
            <Code>slots.{name}</Code>
          </MenuItem>
        ))}
        {results.length > 0 && <MenuHeading>{t('flowForms.insert.results')}</MenuHeading>}
        {results.map((name) => (
          <MenuItem key={name} onSelect={() => onInsert(`results.${name}`)}>
            <Code>results.{name}</Code>
          </MenuItem>
        ))}
        <MenuHeading>{t('flowForms.insert.customer')}</MenuHeading>
        {customerFields.map((field) => (
          <MenuItem key={field} onSelect={() => onInsert(`customer.${field}`)}>
            {t(`flowForms.insert.customerFields.${field}`)}
            <Code>customer.{field}</Code>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => onInsert('now')}>
          {t('flowForms.insert.now')}
          <Code>now</Code>
        </MenuItem>
      </div>
    </Menu>
  )
}

const Code = ({ children }: { children: React.ReactNode }) => (
  <code className="ms-auto ps-3 text-xs text-ink-faint">{children}</code>
)
