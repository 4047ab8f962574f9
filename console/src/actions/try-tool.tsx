import { useTranslation } from 'react-i18next'
import { useTryHttpTool } from '../api/action-queries.ts'
import { draftOf, type ToolForm } from './tool-form.ts'
import { type Input, Shown, Tried, TryBox } from './try-box.tsx'

type TryProps = { form: ToolForm; id: string | null; onWrong: (wrong: string | undefined) => void }

/** One call as the form describes it now, saved or not. */
export function TryTool({ form, id, onWrong }: TryProps) {
  const { t } = useTranslation()
  const { mutate, data, error, isPending } = useTryHttpTool()
  const send = (input: Input) => {
    const made = draftOf(form)
    onWrong('wrong' in made ? made.wrong : undefined)
    if ('draft' in made) mutate({ tool: made.draft, id, input })
  }
  return (
    <section className="mt-6 flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 className="font-semibold">{t('actions.trying.heading')}</h3>
        <p className="text-sm text-ink-soft">{t('actions.trying.lead')}</p>
      </div>
      <TryBox error={error} isPending={isPending} onSend={send}>
        {data && (
          <Tried tried={data} reason={data.reason}>
            <Shown title={t('actions.trying.request')} text={requestIn(data.request)} />
            <Shown
              title={t('actions.trying.response')}
              text={data.response ? responseIn(data.response) : t('actions.trying.none')}
            />
          </Tried>
        )}
      </TryBox>
    </section>
  )
}

type Request = { method: string; url: string; headers: Record<string, string>; body: string | null }
type Response = { status: number; headers: Record<string, string>; body: string }
const headersIn = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
const requestIn = ({ method, url, headers, body }: Request) =>
  [`${method} ${url}`, headersIn(headers), body].filter(Boolean).join('\n')
const responseIn = ({ status, headers, body }: Response) => `${status}\n${headersIn(headers)}\n\n${body}`
