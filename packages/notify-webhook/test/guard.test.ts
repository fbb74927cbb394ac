import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { forbidden, guarded, mayReach, type Resolve } from "../src/guard.ts"

const refused = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "239.255.255.250",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:a9fe:a9fe",
  "::7f00:1",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::1",
  "3fff::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "not an address",
  "1.2.3",
  ""
]
const allowed = ["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "223.255.255.255"]
const allowed6 = ["2400:3200::1", "2606:4700:4700::1111", "2001:4860:4860::8888", "3ffe::1"]

// An address as a number, and the networks nobody on the internet has, by their first and last number.
const number = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0)
const networks = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["168.63.129.16", "168.63.129.16"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "255.255.255.255"]
] as const
const oracle = (address: string): boolean =>
  !networks.some(([from, to]) => number(from) <= number(address) && number(address) <= number(to))

const near = fc
  .constantFrom(...networks)
  .chain(([from, to]) =>
    fc.tuple(fc.constantFrom(number(from), number(to)), fc.integer({ min: -2, max: 2 })).map(([at, by]) => at + by)
  )
const address = fc
  .oneof(near, fc.nat(2 ** 32 - 1))
  .map((at) => Math.min(Math.max(at, 0), 2 ** 32 - 1))
  .map((at) => [at >>> 24, (at >>> 16) & 255, (at >>> 8) & 255, at & 255].join("."))

const ask = (addresses: ReadonlyArray<string>, all: boolean): Promise<string | ReadonlyArray<string>> =>
  new Promise((resolve) => {
    const given: Resolve = (_, answer) =>
      answer(
        null,
        addresses.map((one) => ({ address: one, family: one.includes(":") ? 6 : 4 }))
      )
    guarded("public", given)("hooks.example.com", { all }, (problem, found) => {
      if (problem !== null) resolve(problem.code ?? "")
      else resolve(typeof found === "string" ? found : found.map((one) => one.address))
    })
  })

describe("the guard before a connection", () => {
  it.each(refused)("refuses %s", (one) => expect(mayReach(one, "public")).toBe(false))
  it.each([...allowed, ...allowed6])("lets %s pass", (one) => expect(mayReach(one, "public")).toBe(true))

  it("agrees with the plain comparison of numbers at every edge and anywhere else", () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(mayReach(one, "public")).toBe(oracle(one))
        expect(mayReach(`::ffff:${one}`, "public")).toBe(false)
      }),
      { numRuns: 2_000 }
    )
  })

  it("lets this machine be reached where that was asked for, and no other private address", () => {
    for (const one of ["127.0.0.1", "127.8.8.8", "::1"]) expect(mayReach(one, "loopback")).toBe(true)
    for (const one of ["10.0.0.1", "169.254.169.254", "fe80::1", "::ffff:127.0.0.1"]) {
      expect(mayReach(one, "loopback")).toBe(false)
    }
  })

  it("gives the socket the addresses it checked, one or all of them", async () => {
    expect(await ask(["1.1.1.1", "2606:4700::1"], true)).toEqual(["1.1.1.1", "2606:4700::1"])
    expect(await ask(["1.1.1.1", "2606:4700::1"], false)).toBe("1.1.1.1")
  })

  it("refuses a name when one of its addresses is forbidden, wherever it stands", async () => {
    expect(await ask(["1.1.1.1", "10.0.0.1"], true)).toBe(forbidden)
    expect(await ask(["1.1.1.1", "10.0.0.1"], false)).toBe(forbidden)
    expect(await ask(["::1", "1.1.1.1"], true)).toBe(forbidden)
  })

  it("does not find a name without addresses", async () => {
    expect(await ask([], true)).toBe("ENOTFOUND")
  })
})
