import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../clock/clock.ts'
import { createFakeClock } from '../clock/clock.testing.ts'
import { createHttp } from './http.ts'

describe('reading from the web', () => {
  const closing: (() => void)[] = []
  afterEach(() => closing.splice(0).forEach((close) => close()))

  async function aSite(answer: RequestListener): Promise<string> {
    const server = createServer(answer)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    closing.push(
      () => server.closeAllConnections(),
      () => server.close(),
    )
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const here = () => createHttp({ clock: systemClock, allowed: ['127.0.0.1'] })

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://[::ffff:7f00:1]:1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.16.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0:1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'file:///etc/passwd',
    'ftp://files.example/',
    'not an address',
  ])('refuses %s', async (address) => {
    const answer = await createHttp({ clock: systemClock }).get(address)
    expect(answer).toEqual({ outcome: 'forbidden-address' })
  })

  it('refuses a name that has a private address among its public ones, and asks for it once only', async () => {
    let asked = 0
    const resolve = async () => {
      asked++
      return [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]
    }
    const http = createHttp({ clock: systemClock, resolve })
    expect(await http.get('http://rebinding.example/')).toEqual({ outcome: 'forbidden-address' })
    expect(asked).toBe(1)
  })

  it('opens the one port that was named with an address', async () => {
    const [named, other] = [
      await aSite((_, response) => response.end('a')),
      await aSite((_, response) => response.end('b')),
    ]
    const http = createHttp({ clock: systemClock, allowed: [new URL(named).host] })
    expect(await http.get(named)).toMatchObject({ outcome: 'answered' })
    expect(await http.get(other)).toEqual({ outcome: 'forbidden-address' })
    http.allow(new URL(other).host)
    expect(await http.get(other)).toMatchObject({ outcome: 'answered' })
  })

  it('connects to the addresses that were checked, whatever the name means a moment later', async () => {
    const site = await aSite((_, response) => response.end('inside'))
    const port = new URL(site).port
    const http = createHttp({
      clock: systemClock,
      allowed: ['wiki.example'],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    const answer = await http.get(`http://wiki.example:${port}/`)
    expect(answer).toMatchObject({ outcome: 'answered', status: 200 })
  })

  it('follows redirects to their end, refuses those that go on for ever or lead into a private network', async () => {
    const site = await aSite((request, response) => {
      const to: Record<string, string> = {
        '/a': '/b',
        '/round': '/about',
        '/about': '/round',
        '/inside': 'http://10.0.0.1/admin',
        '/metadata': 'http://169.254.169.254/',
        '/file': 'file:///etc/passwd',
      }
      const endless = /^\/on(\d+)$/.exec(request.url ?? '')
      const location = endless ? `/on${Number(endless[1]) + 1}` : to[request.url ?? '']
      response.writeHead(location ? 302 : 200, location ? { location } : {})
      response.end('here')
    })
    expect(await here().get(`${site}/a`)).toMatchObject({ outcome: 'answered', url: `${site}/b` })
    for (const path of ['/round', '/on1'])
      expect(await here().get(site + path)).toEqual({ outcome: 'too-many-redirects' })
    for (const path of ['/inside', '/metadata', '/file'])
      expect(await here().get(site + path)).toEqual({ outcome: 'forbidden-address' })
  })

  it('takes no more than it was allowed, however it is packed', async () => {
    const site = await aSite((request, response) => {
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000_000)))
      else if (request.url === '/told')
        response.writeHead(200, { 'content-length': '3000000' }).end(Buffer.alloc(3_000_000))
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('好'))
    })
    for (const path of ['/packed', '/told'])
      expect(await here().get(site + path, { mostBytes: 1_000_000 })).toEqual({ outcome: 'too-large' })
    const answer = await here().get(`${site}/small`)
    expect(answer.outcome === 'answered' && Buffer.from(answer.bytes).toString()).toBe('好')
  })

  it('gives up on who never finishes, and on who breaks off', async () => {
    const site = await aSite((request, response) => {
      if (request.url === '/slow') response.writeHead(200).write('a')
      else response.writeHead(200, { 'content-length': '100' }).end('short', () => response.destroy())
    })
    expect(await here().get(`${site}/slow`, { within: 100 })).toEqual({ outcome: 'takes-too-long' })
    expect(await here().get(`${site}/cut`)).toEqual({ outcome: 'unreachable' })
    expect(await here().get('http://127.0.0.1:1/')).toEqual({ outcome: 'unreachable' })
  })

  it('tries again when a server is busy, after the pause it asks for', async () => {
    let asked = 0
    const site = await aSite((_, response) => {
      asked++
      if (asked === 1) response.writeHead(503, { 'retry-after': '0' }).end()
      else response.end('now')
    })
    expect(await here().get(site, { retries: 1 })).toMatchObject({ outcome: 'answered', status: 200 })
    expect(asked).toBe(2)
  })

  it('sends in any way, follows no redirect, and knows whether something may have arrived', async () => {
    const heard: string[] = []
    const site = await aSite(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      heard.push(`${request.method} ${request.headers['x-key']} ${body}`)
      if (request.url === '/cut') return void response.destroy()
      response.writeHead(request.url === '/moved' ? 302 : 200, { location: '/elsewhere' }).end('{}')
    })
    const sending = {
      method: 'PUT',
      headers: { 'x-key': 'k' },
      body: '{"a":1}',
      mostBytes: 1000,
      within: 5000,
    } as const
    expect(await here().send(`${site}/`, sending)).toMatchObject({ outcome: 'answered', status: 200, reached: true })
    expect(await here().send(`${site}/moved`, sending)).toMatchObject({ outcome: 'answered', status: 302 })
    expect(await here().send(`${site}/cut`, sending)).toEqual({ outcome: 'unreachable', reached: true })
    expect(heard).toEqual(Array.from({ length: 3 }, () => 'PUT k {"a":1}'))
    expect(await here().send('http://127.0.0.1:1/', sending)).toEqual({ outcome: 'unreachable', reached: false })
    expect(await createHttp({ clock: systemClock }).send(site, sending)).toEqual({
      outcome: 'forbidden-address',
      reached: false,
    })
  })

  it('paces what it asks of one host', async () => {
    const clock = createFakeClock()
    const http = createHttp({ clock })
    await http.pace('a.example', 2)
    let turn = false
    const second = http.pace('a.example', 2).then(() => (turn = true))
    await http.pace('b.example', 2)
    clock.move(499)
    await Promise.resolve()
    expect(turn).toBe(false)
    clock.move(1)
    await second
    expect(turn).toBe(true)
  })

  describe('as a fetch for libraries', () => {
    it('gives an answer as it comes, unpacked, and follows no redirect', async () => {
      const site = await aSite(({ url, method, headers }, response) => {
        if (url === '/moved') response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
        else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(`${method} ${headers['x-key']}`))
      })
      const { fetch } = here()
      const answer = await fetch(site, { method: 'POST', body: '{}', headers: { 'X-Key': 'abc' } }, 1_000)
      expect([answer.status, await answer.text()]).toEqual([200, 'POST abc'])
      expect((await fetch(`${site}/moved`, {}, 1_000)).status).toBe(302)
    })

    it('breaks off what is too large, also packed, and says that it was reached', async () => {
      const site = await aSite((_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
      )
      const answer = await here().fetch(site, {}, 1_000_000)
      await expect(answer.text()).rejects.toMatchObject({ reason: 'too-large', reached: true })
    })

    it('refuses private addresses, and says where nothing was reached', async () => {
      const refused = createHttp({ clock: systemClock }).fetch('http://10.0.0.1/', {}, 1)
      await expect(refused).rejects.toMatchObject({ reason: 'forbidden-address', reached: false })
      await expect(here().fetch('file:///etc/passwd', {}, 1)).rejects.toMatchObject({ reason: 'forbidden-address' })
      const nobody = here().fetch('http://127.0.0.1:1/', {}, 1)
      await expect(nobody).rejects.toMatchObject({ reason: 'unreachable', reached: false })
    })
  })
})
