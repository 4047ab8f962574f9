/** What a company begins with: the demo where one is wished, and the first admin. One process makes it, the others wait. */
import type { OpenDatabase } from '#platform/database'
import type { Log } from '#platform/log'
import type { Config } from './config.ts'
import { demoSettings, loadDemo } from './demo.ts'
import { loadDemoFlows } from './demo-flows.ts'
import { mainTenant, type Parts } from './parts.ts'

type House = Pick<Parts, 'staff' | 'knowledge' | 'flows'>
/** `isNew`: nobody worked here before, and of the processes that begin at once this is the one that made the company. */
export type Installed = { isNew: boolean; generatedPassword: string | undefined }

/** Several processes may call this at once. */
export function install(
  { alone }: Pick<OpenDatabase, 'alone'>,
  { staff, knowledge, flows }: House,
  { demo, admin, log }: Pick<Config, 'demo' | 'admin'> & { log: Log },
): Promise<Installed> {
  return alone('install', async () => {
    // Before the first admin is made: a start that breaks off in between begins again.
    const isNew = (await staff.listStaff(mainTenant)).length === 0
    if (demo && isNew) {
      await loadDemo(mainTenant, { knowledge, log })
      await loadDemoFlows(mainTenant, { flows: flows.flows, log })
    }
    const { generatedPassword } = await staff.prepareInstallation({
      tenantId: mainTenant,
      adminEmail: admin.email,
      adminPassword: admin.password,
      ...(demo && { defaults: demoSettings }),
    })
    return { isNew, generatedPassword }
  })
}
