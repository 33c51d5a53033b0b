/**
 * Files that open without a password but are encrypted all the same: «no changes but to the form» (ISO 32000-1, 7.6; ISO 32000-2 for
 * AES-256). Their key follows from the empty user password. A file that asks for a password stays closed.
 */
import {createDecipheriv, createHash, createCipheriv} from 'node:crypto'
import {isDictionary, isName, isReference, isStream, isString} from './objects.ts'
import type {Dictionary, PdfObject} from './objects.ts'

type Method = 'rc4' | 'aes-128' | 'aes-256' | 'none'

/** Algorithm 2: what a password is filled up with to 32 bytes. */
const PADDING = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e,
  0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
])

/** «sAlT», which algorithm 1 adds to the key of an AES object. */
const AES_SALT = Uint8Array.from([0x73, 0x41, 0x6c, 0x54])

export class Decryptor {
  private readonly key: Uint8Array
  private readonly forStrings: Method
  private readonly forStreams: Method

  private constructor(key: Uint8Array, forStrings: Method, forStreams: Method) {
    this.key = key
    this.forStrings = forStrings
    this.forStreams = forStreams
  }

  /**
   * @param encrypt the trailer's `Encrypt`, resolved one level deep
   * @param id the first of the file's two identifiers
   * @returns null where the empty password doesn't open the file, or the encryption is of another kind
   */
  static open(encrypt: Dictionary, id: Uint8Array): Decryptor | null {
    const filter = encrypt.get('Filter')
    if (!isName(filter) || filter.name !== 'Standard') return null
    const [version, revision] = [numberOf(encrypt.get('V'), 0), numberOf(encrypt.get('R'), 0)]
    const [owner, user] = [encrypt.get('O'), encrypt.get('U')]
    if (!isString(owner) || !isString(user)) return null
    if (version === 5) {
      const key = key256(encrypt, user, revision)
      return key && new Decryptor(key, methodOf(encrypt, 'StrF'), methodOf(encrypt, 'StmF'))
    }
    if (version !== 1 && version !== 2 && version !== 4) return null
    const length = version === 1 ? 5 : Math.min(16, Math.max(5, numberOf(encrypt.get('Length'), version === 4 ? 128 : 40) >> 3))
    const key = keyOf(encrypt, owner, id, revision, length)
    if (!opens(key, user, id, revision)) return null
    return version === 4 ? new Decryptor(key, methodOf(encrypt, 'StrF'), methodOf(encrypt, 'StmF')) : new Decryptor(key, 'rc4', 'rc4')
  }

  /** The object with its strings decrypted. */
  strings(object: PdfObject, number: number, generation: number): PdfObject {
    if (isString(object)) return this.decrypt(object, this.forStrings, number, generation)
    if (Array.isArray(object)) return object.map((item) => this.strings(item, number, generation))
    if (isDictionary(object)) return new Map([...object].map(([key, value]) => [key, this.strings(value, number, generation)]))
    if (isStream(object)) return {dictionary: this.strings(object.dictionary, number, generation) as Dictionary, start: object.start}
    return isReference(object) ? object : object
  }

  stream(bytes: Uint8Array, number: number, generation: number): Uint8Array {
    return this.decrypt(bytes, this.forStreams, number, generation)
  }

  private decrypt(bytes: Uint8Array, method: Method, number: number, generation: number): Uint8Array {
    if (method === 'none') return bytes
    if (method === 'aes-256') return aes('aes-256-cbc', this.key, bytes)
    const place = Uint8Array.from([number, number >> 8, number >> 16, generation, generation >> 8])
    const key = md5(this.key, place, method === 'aes-128' ? AES_SALT : new Uint8Array()).subarray(0, Math.min(16, this.key.length + 5))
    return method === 'rc4' ? rc4(key, bytes) : aes('aes-128-cbc', key, bytes)
  }
}

/** Algorithm 2. */
function keyOf(encrypt: Dictionary, owner: Uint8Array, id: Uint8Array, revision: number, length: number): Uint8Array {
  const permissions = numberOf(encrypt.get('P'), 0)
  const flags = Uint8Array.from([permissions, permissions >> 8, permissions >> 16, permissions >> 24])
  const open = revision >= 4 && encrypt.get('EncryptMetadata') === false ? Uint8Array.from([255, 255, 255, 255]) : new Uint8Array()
  let key = md5(PADDING, owner.subarray(0, 32), flags, id, open)
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, length))
  return key.subarray(0, length)
}

/** Algorithms 4 and 5: the key is right where it gives the stored entry U. */
function opens(key: Uint8Array, user: Uint8Array, id: Uint8Array, revision: number): boolean {
  if (revision === 2) return equal(rc4(key, PADDING), user.subarray(0, 32))
  let hash = rc4(key, md5(PADDING, id))
  for (let i = 1; i < 20; i++) {
    hash = rc4(
      key.map((byte) => byte ^ i),
      hash,
    )
  }
  return equal(hash, user.subarray(0, 16))
}

/** Algorithm 2.A for the empty password. */
function key256(encrypt: Dictionary, user: Uint8Array, revision: number): Uint8Array | null {
  const sealed = encrypt.get('UE')
  if (!isString(sealed) || sealed.length < 32 || user.length < 48) return null
  const hash = (salt: Uint8Array): Uint8Array => (revision >= 6 ? hardened(salt) : sha(256, salt))
  if (!equal(hash(user.subarray(32, 40)), user.subarray(0, 32))) return null
  const cipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), new Uint8Array(16)).setAutoPadding(false)
  return cipher.update(sealed.subarray(0, 32))
}

/** Algorithm 2.B for the empty password. */
function hardened(salt: Uint8Array): Uint8Array {
  let key: Uint8Array = sha(256, salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat(Array.from({length: 64}, () => key))
    const encrypted = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false).update(block)
    const rest = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = sha(rest === 0 ? 256 : rest === 1 ? 384 : 512, encrypted)
    last = encrypted.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

function methodOf(encrypt: Dictionary, use: 'StrF' | 'StmF'): Method {
  const name = encrypt.get(use)
  const filters = encrypt.get('CF')
  if (!isName(name) || name.name === 'Identity' || !isDictionary(filters)) return 'none'
  const filter = filters.get(name.name)
  const method = isDictionary(filter) ? filter.get('CFM') : null
  if (!isName(method)) return 'none'
  return method.name === 'V2' ? 'rc4' : method.name === 'AESV2' ? 'aes-128' : method.name === 'AESV3' ? 'aes-256' : 'none'
}

/** The first sixteen bytes are the initial vector; what isn't whole blocks is left as it is. */
function aes(kind: string, key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < 32 || bytes.length % 16 !== 0) return bytes.subarray(0, 0)
  const cipher = createDecipheriv(kind, key, bytes.subarray(0, 16)).setAutoPadding(false)
  const plain = cipher.update(bytes.subarray(16))
  const padding = plain.at(-1) ?? 0
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({length: 256}, (_, i) => i)
  const at = (i: number): number => state[i & 255] ?? 0
  const swap = (i: number, j: number): void => {
    const kept = at(i)
    state[i] = at(j)
    state[j] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return bytes.map((byte) => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return byte ^ at(at(i) + at(j))
  })
}

function md5(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function sha(bits: 256 | 384 | 512, bytes: Uint8Array): Uint8Array {
  return createHash(`sha${String(bits)}`)
    .update(bytes)
    .digest()
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

function numberOf(object: PdfObject | undefined, otherwise: number): number {
  return typeof object === 'number' ? object : otherwise
}
