/**
 * The demo's bot at work in its back office, whose operations become tools as those of any company would. Done once; later
 * starts keep the address of the tools right and leave all else as people made it.
 */
import type { Log } from '#platform/log'
import { type BackOffice, startBackOffice } from './demo-back-office.ts'
import { mainTenant, type Parts } from './parts.ts'

type House = Pick<Parts, 'actionParts'>
type Given = { office: { folder: string; port: number } | undefined; log: Log }

/** Begins, where there is to be one, and comes back at once; what goes wrong is logged. Returns what ends it. */
export function openDemoShop(house: House, { office, log }: Given): () => Promise<void> {
  const opening = office ? open(house, { ...office, log }) : undefined
  return async () => (await opening)?.stop()
}

async function open(
  { actionParts }: House,
  given: { folder: string; port: number; log: Log },
): Promise<BackOffice | undefined> {
  const office = await startBackOffice(given)
  if (!office) return undefined
  try {
    // Nothing else of this machine is open to tools.
    actionParts.allowAddress(new URL(office.address).host)
    await takeTools(office, actionParts)
    given.log.info('demo-shop-open', {})
  } catch (error) {
    given.log.error('demo-shop-not-set-up', {}, error)
  }
  return office
}

/** The first time all operations, later those that are tools still. */
async function takeTools({ address, token }: BackOffice, { httpTools }: House['actionParts']): Promise<void> {
  const document = await (await fetch(`${address}/openapi.json`)).text()
  const { operations } = await httpTools.previewOpenApi(mainTenant, document)
  const there = operations.filter((operation) => operation.there !== 'new')
  const taken = there.length > 0 ? there : operations
  await httpTools.importOpenApi(
    mainTenant,
    {
      document,
      server: address,
      operations: taken.filter(({ wrong }) => wrong === null).map(({ key }) => key),
      authentication: { kind: 'bearer', secret: token },
    },
    'demo',
  )
}
