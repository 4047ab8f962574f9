import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { NamesInput } from '../ui/names-input.tsx'
import { emptyVariant, type VariantForm } from './variant-form.ts'

const channels = ['web', 'rest', 'openai'] as const
const most = 30
type VariantsProps = { variants: VariantForm[]; problems: number[]; onChange: (variants: VariantForm[]) => void }

/** Other texts of an article, for some channels, tiers, regions or times; the first that fits is used. */
export function Variants({ variants, problems, onChange }: VariantsProps) {
  const { t } = useTranslation()
  const move = (at: number, by: number) => {
    const next = [...variants]
    next.splice(at + by, 0, ...next.splice(at, 1))
    onChange(next)
  }
  return (
    <section aria-label={t('writing.variants')} className="flex flex-col gap-3 border-t border-line pt-5">
      <div>
        <h2 className="font-semibold">{t('writing.variants')}</h2>
        <p className="text-sm text-ink-soft">{t('writing.variantsHint')}</p>
      </div>
      {variants.map((variant, at) => (
        <fieldset key={variant.id} className="rounded-2xl border border-line bg-surface p-4">
          <legend className="sr-only">{t('writing.variant', { number: at + 1 })}</legend>
          <div className="mb-3 flex items-center gap-1">
            <p className="flex-1 font-medium">{t('writing.variant', { number: at + 1 })}</p>
            <IconButton
              label={t('writing.variantUp', { number: at + 1 })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              <ChevronUp />
            </IconButton>
            <IconButton
              label={t('writing.variantDown', { number: at + 1 })}
              disabled={at === variants.length - 1}
              onClick={() => move(at, 1)}
            >
              <ChevronDown />
            </IconButton>
            <IconButton
              label={t('writing.removeVariant', { number: at + 1 })}
              onClick={() => onChange(variants.filter(({ id }) => id !== variant.id))}
            >
              <Trash2 />
            </IconButton>
          </div>
          <Variant
            variant={variant}
            problem={problems.includes(at + 1) ? t('writing.variantProblem') : undefined}
            onChange={(part) => onChange(variants.map((each) => (each === variant ? { ...each, ...part } : each)))}
          />
        </fieldset>
      ))}
      <div>
        <Button disabled={variants.length >= most} onClick={() => onChange([...variants, emptyVariant()])}>
          <Plus />
          {t('writing.addVariant')}
        </Button>
      </div>
    </section>
  )
}

type VariantProps = {
  variant: VariantForm
  problem: string | undefined
  onChange: (part: Partial<VariantForm>) => void
}

function Variant({ variant, problem, onChange }: VariantProps) {
  const { t } = useTranslation()
  const removeLabel = (name: string) => t('keeping.audience.removeName', { name })
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Channels chosen={variant.channels} onChange={(next) => onChange({ channels: next })} />
        <NamesInput
          label={t('writing.tiers')}
          names={variant.tiers}
          removeLabel={removeLabel}
          onChange={(tiers) => onChange({ tiers })}
        />
        <NamesInput
          label={t('writing.regions')}
          names={variant.regions}
          removeLabel={removeLabel}
          onChange={(regions) => onChange({ regions })}
        />
        <div className="grid grid-cols-2 gap-2">
          {(['from', 'until'] as const).map((name) => (
            <Field key={name} label={t(`writing.${name}`)}>
              {(names) => (
                <TextInput
                  {...names}
                  type="datetime-local"
                  value={variant[name]}
                  onChange={({ target }) => onChange({ [name]: target.value })}
                  className="px-2"
                />
              )}
            </Field>
          ))}
        </div>
      </div>
      <MarkdownField
        label={t('knowledge.editor.body')}
        error={problem}
        value={variant.body}
        onChange={(body) => onChange({ body })}
        className="h-40 resize-y"
      />
    </div>
  )
}

function Channels({ chosen, onChange }: { chosen: string[]; onChange: (channels: string[]) => void }) {
  const { t } = useTranslation()
  const others = chosen.filter((name) => !channels.some((channel) => channel === name))
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name])
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">{t('writing.channels')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {[...channels, ...others].map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={chosen.includes(name)}
            onClick={() => toggle(name)}
            className={classNames(
              'h-8 rounded-full border px-3 text-sm',
              chosen.includes(name)
                ? 'border-accent bg-accent-soft font-medium text-accent-strong'
                : 'border-line-strong text-ink-soft hover:bg-hover',
            )}
          >
            {channels.some((channel) => channel === name) ? t(`known.channel.${name as 'web'}`) : name}
          </button>
        ))}
      </div>
      <p className="text-xs text-ink-faint">{t('writing.anyChannel')}</p>
    </fieldset>
  )
}
