/** Which addresses may be reached: those of the public internet, and what the operator has named. */
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

export type Address = { address: string; family: number }
export type Resolve = (host: string) => Promise<Address[]>

export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS'
}

const resolveBySystem: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** `allowed`: hosts, addresses and ranges, open at every port; `host:port` and `address:port`, open at this one. */
export function createAddressGuard(allowed: readonly string[], resolve: Resolve = resolveBySystem) {
  const doors = new Set(allowed.map((each) => each.toLowerCase()))
  const names = new Set(allowed.map((each) => each.toLowerCase()))
  const ranges = allowed.flatMap((each) => {
    if (ipaddr.isValidCIDR(each)) return [ipaddr.parseCIDR(each)]
    return ipaddr.isValid(each) ? [ipaddr.parseCIDR(`${each}/${each.includes(':') ? 128 : 32}`)] : []
  })

  /** IPv4 within IPv6 is judged as the IPv4 it is; other ways of wrapping (6to4, Teredo, NAT64) are no unicast. */
  function isAllowed(address: string): boolean {
    if (!ipaddr.isValid(address)) return false
    const judged = ipaddr.process(address)
    if (ranges.some(([range, bits]) => range.kind() === judged.kind() && judged.match(range as ipaddr.IPv4, bits)))
      return true
    return judged.range() === 'unicast'
  }

  /**
   * The addresses of a host, all of them allowed: one forbidden among them is the mark of a name that is made to change.
   * Throws `ForbiddenAddress`, or what the resolver throws.
   */
  async function addressesOf({ hostname, port, protocol }: URL): Promise<Address[]> {
    const host = hostname
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, '')
      .toLowerCase()
    const literal = ipaddr.isValid(host)
    const addresses = literal ? [{ address: host, family: host.includes(':') ? 6 : 4 }] : await resolve(host)
    if (names.has(host) && !literal) return addresses
    if (doors.has(`${host}:${port || (protocol === 'https:' ? 443 : 80)}`)) return addresses
    if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address))) throw new ForbiddenAddress()
    return addresses
  }

  return {
    addressesOf,
    /** Opens one port of a host: `127.0.0.1:8081`. */
    allow: (door: string) => void doors.add(door.toLowerCase()),
  }
}
export type AddressGuard = ReturnType<typeof createAddressGuard>['addressesOf']
