/** Who a call is from: what is added to a request by the secret of its tool, and how it is shown without it. */
import { createHmac } from 'node:crypto'
import type { HttpAuthentication } from '@lingxi/contract/http-tool'
import { coverAll, covered } from '../mask-in.ts'
import type { WrittenRequest } from './write-request.ts'

type Signing = {
  authentication: HttpAuthentication
  secret: string | undefined
  method: string
  /** Since 1970. */
  seconds: number
}

export const needsSecret = ({ kind }: HttpAuthentication) => kind !== 'none'

/** The request as it goes out. */
export function authenticate(request: WrittenRequest, signing: Signing): WrittenRequest {
  const { authentication, secret = '', method, seconds } = signing
  const withHeader = (name: string, value: string) => ({
    ...request,
    headers: { ...request.headers, [name.toLowerCase()]: value },
  })
  switch (authentication.kind) {
    case 'none':
      return request
    case 'bearer':
      return withHeader('authorization', `Bearer ${secret}`)
    case 'basic':
      return withHeader('authorization', `Basic ${pairOf(authentication.user, secret)}`)
    case 'key': {
      if (authentication.in === 'header') return withHeader(authentication.name, secret)
      const url = new URL(request.url)
      url.searchParams.set(authentication.name, secret)
      return { ...request, url }
    }
    case 'hmac': {
      const { pathname, search } = request.url
      const signed = [seconds, method, pathname + search, request.body ?? ''].join('.')
      const mac = createHmac('sha256', secret).update(signed).digest('hex')
      return withHeader(authentication.header, `t=${seconds},v1=${mac}`)
    }
  }
}

/** The same request as it may be shown: whatever stands where the secret would is covered. */
export const authenticateCovered = (request: WrittenRequest, authentication: HttpAuthentication): WrittenRequest => {
  if (authentication.kind === 'none') return request
  const shown = authenticate(request, { authentication, secret: covered, method: '', seconds: 0 })
  const name = authentication.kind === 'hmac' ? authentication.header.toLowerCase() : 'authorization'
  if (authentication.kind === 'key' || authentication.kind === 'bearer') return shown
  return { ...shown, headers: { ...shown.headers, [name]: covered } }
}

const pairOf = (user: string, secret: string) => Buffer.from(`${user}:${secret}`).toString('base64')

/** Covers a secret that the other side says back, also as it was encoded. */
export function coverOf(authentication: HttpAuthentication, secret: string | undefined) {
  if (!secret) return (text: string) => text
  const said = [secret, encodeURIComponent(secret)]
  if (authentication.kind === 'basic') said.push(pairOf(authentication.user, secret))
  return coverAll(said)
}
