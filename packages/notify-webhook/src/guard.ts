import { lookup as lookUp } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

/** Where an endpoint may be: on the internet, or, for tests, on this machine. */
export type Reach = "public" | "loopback"

type Family = "ipv4" | "ipv6"

const list = (family: Family, subnets: ReadonlyArray<string>): BlockList => {
  const made = new BlockList()
  for (const subnet of subnets) {
    const [network = "", bits = ""] = subnet.split("/")
    made.addSubnet(network, Number(bits), family)
  }
  return made
}

// Special-purpose addresses, registries of IANA; 168.63.129.16 is where one vendor's machines ask for their own keys.
const special4 = list("ipv4", [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4"
])
// All but global unicast is refused, so IPv4 written as IPv6 is, in each of its forms; tunnels and examples besides.
const global6 = list("ipv6", ["2000::/3"])
const special6 = list("ipv6", ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])
const loopback4 = list("ipv4", ["127.0.0.0/8"])
const loopback6 = list("ipv6", ["::1/128"])

/** Whether an IP address may be connected to. */
export const mayReach = (address: string, reach: Reach): boolean => {
  const family = isIP(address)
  if (family === 4) {
    return !special4.check(address, "ipv4") || (reach === "loopback" && loopback4.check(address, "ipv4"))
  }
  if (family !== 6 || address.includes("%")) return false
  return (
    (global6.check(address, "ipv6") && !special6.check(address, "ipv6")) ||
    (reach === "loopback" && loopback6.check(address, "ipv6"))
  )
}

/** The code of the error for an address that must not be connected to. */
export const forbidden = "EFORBIDDEN"

const error = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code })

/** Looks up the addresses of a name. */
export type Resolve = (
  name: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: ReadonlyArray<{ address: string; family: number }>) => void
) => void

/** As the machine resolves names. */
export const resolve: Resolve = (name, answer) => lookUp(name, { all: true }, answer)

/**
 * A look-up for sockets that gives only addresses that may be connected to.
 *
 * Shape: the socket connects to what was checked, so that a name cannot mean something else a moment later. A name of
 * which one address is forbidden is forbidden.
 */
export const guarded =
  (reach: Reach, resolveName: Resolve): LookupFunction =>
  (name, options, callback) =>
    resolveName(name, (failure, addresses) => {
      const [first] = addresses
      const problem =
        failure ??
        (first === undefined ? error("ENOTFOUND") : undefined) ??
        (addresses.every(({ address }) => mayReach(address, reach)) ? undefined : error(forbidden))
      if (problem !== undefined || first === undefined) callback(problem ?? null, "", 4)
      else if (options.all === true) callback(null, [...addresses])
      else callback(null, first.address, first.family)
    })
