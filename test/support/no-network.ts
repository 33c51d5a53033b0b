/**
 * Loaded before anything else (`node --import`, setup file of the tests): whatever asks for another host fails and is written
 * into the file that QYZMET_NETWORK_LOG names, one attempt a line. This machine itself may be asked.
 */
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import {appendFileSync} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import net from 'node:net'
import {basename} from 'node:path'

/** «localhost», «127.0.0.1», «::1» */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/iu
/** Programs that fetch. */
const FETCHERS = /^(?:curl|wget|git|ssh|scp|rsync|npm|npx|nc|ncat)(?:\.exe|\.cmd)?$/iu

function refuse(what: string): never {
  const file = process.env['QYZMET_NETWORK_LOG']
  if (file !== undefined) appendFileSync(file, `${what}\n`)
  throw new Error(`no network here: ${what}`)
}

/** Host of a call of `connect`; null for a pipe and for this machine. */
function foreignHost(args: readonly unknown[]): string | null {
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as unknown[]
  const {path, host} = typeof first === 'object' && first !== null ? (first as {path?: unknown; host?: unknown}) : {}
  if (typeof path === 'string' || (typeof first === 'string' && !/^\d+$/u.test(first))) return null
  const name = typeof host === 'string' ? host : typeof first !== 'object' && typeof args[1] === 'string' ? args[1] : 'localhost'
  return LOOPBACK.test(name) ? null : name
}

/** Puts a check before a function. */
function guard(object: object, name: string, check: (args: readonly unknown[]) => void): void {
  const methods = object as Record<string, unknown>
  const original = methods[name]
  if (typeof original !== 'function') return
  methods[name] = function (this: unknown, ...args: unknown[]): unknown {
    check(args)
    return Reflect.apply(original, this, args)
  }
}

// http, https, tls, fetch and undici all end here.
guard(net.Socket.prototype, 'connect', (args) => {
  const host = foreignHost(args)
  if (host !== null) refuse(`connect ${host}`)
})
for (const name of ['send', 'connect']) {
  guard(dgram.Socket.prototype, name, (args) => {
    const host = args.slice(name === 'send' ? 1 : 0).find((arg) => typeof arg === 'string' && !LOOPBACK.test(arg))
    if (host !== undefined) refuse(`datagram ${String(host)}`)
  })
}
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver).filter((method) => /^(?:lookup|resolve|reverse)/u.test(method))) {
    guard(resolver, name, ([host]) => {
      if (typeof host === 'string' && !LOOPBACK.test(host)) refuse(`${name} ${host}`)
    })
  }
}
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync']) {
  guard(childProcess, name, ([program]) => {
    if (typeof program === 'string' && FETCHERS.test(basename(program)) && process.env['QYZMET_NETWORK_LOG'] !== undefined)
      refuse(`run ${program}`)
  })
}
for (const name of ['exec', 'execSync']) {
  guard(childProcess, name, ([line]) => {
    const program = typeof line === 'string' ? (line.trim().split(/\s+/u)[0] ?? '') : ''
    if (FETCHERS.test(basename(program)) && process.env['QYZMET_NETWORK_LOG'] !== undefined) refuse(`run ${program}`)
  })
}
syncBuiltinESMExports()
