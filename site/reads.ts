/**
 * What a page has read of the data, noted while it is made: a page whose readings are what they were need not be made again.
 *
 * A reading has a name, `<kind>|<id>|<property>`: «office|almaty-archive-ile|phones», «list|offices|members». Data are handed
 * out as views that note the readings of their properties; what lies below a property is plain data and belongs to it. Work
 * that serves several pages keeps its own readings, a frame, which every page that uses the result takes over
 * (prepare/once.ts).
 *
 * The compiled pages hold a copy of this module, the build that renders them has another (scripts/lib/pages/renderer.ts): what
 * is noted is one for both.
 */
import {createHash} from 'node:crypto'

/** Readings of a page, or of work that several pages share: numbers of their names, and the shared work used. */
export interface Frame {
  readonly reads: number[]
  readonly frames: Set<Frame>
}

const SEPARATOR = '|'
/** Letters of a checksum that are kept: 120 bits, enough for no two to meet by chance. */
const LETTERS = 20

interface Noted {
  /** Names of readings by number. */
  names: string[]
  numbers: Map<string, number>
  /** The frame that last noted a reading, by its number: most are made many times by one page. */
  by: (Frame | null)[]
  sources: Map<string, (id: string, property: string) => unknown>
  lists: Map<string, {load: () => readonly unknown[]; content: () => unknown}>
  viewNames: WeakMap<object, string>
  described: WeakMap<object, string>
  current: Frame | null
  /** Set by the first `begin`. A plain `astro build`, which makes every page, notes nothing. */
  strict: boolean
}

const READS = Symbol.for('qyzmet.reads')

const noted = ((globalThis as {[READS]?: Noted})[READS] ??= {
  names: [],
  numbers: new Map(),
  by: [],
  sources: new Map(),
  lists: new Map(),
  viewNames: new WeakMap(),
  described: new WeakMap(),
  current: null,
  strict: false,
})

/**
 * Says where readings of a kind come from.
 *
 * @param read gives what a page would get now; plain data
 */
export function source(kind: string, read: (id: string, property: string) => unknown): void {
  noted.sources.set(kind, read)
}

/** The number that a reading is noted by. */
export function readingOf(kind: string, id: string, property: string): number {
  const name = [kind, id, property].join(SEPARATOR)
  const known = noted.numbers.get(name)
  if (known !== undefined) return known
  noted.numbers.set(name, noted.names.length)
  noted.by.push(null)
  return noted.names.push(name) - 1
}

/**
 * Notes a reading.
 *
 * @throws Error where no page is being made: what a module reads when it is loaded would be missing from every page
 */
export function note(reading: number): void {
  if (noted.current === null) {
    if (noted.strict) throw outside(noted.names[reading] ?? '')
    return
  }
  if (noted.by[reading] === noted.current) return
  noted.by[reading] = noted.current
  noted.current.reads.push(reading)
}

/** Does work that several pages share, and gives its readings beside its result. */
export function framed<Result>(work: () => Result): {result: Result; frame: Frame} {
  const outer = noted.current
  if (noted.strict && outer === null) throw outside('what pages share')
  const frame = newFrame()
  noted.current = frame
  try {
    return {result: work(), frame}
  } finally {
    noted.current = outer
  }
}

/** Notes that the page uses shared work. */
export function use(frame: Frame): void {
  if (noted.current === null && noted.strict) throw outside('what pages share')
  noted.current?.frames.add(frame)
}

/**
 * An object of the data that notes which of its properties are read.
 *
 * @param load gives the object, whenever something is read of it, or as much of it as holds the property: it need not stay in memory
 * @param part what stands for a property that has views of its own below it
 */
export function view<Type extends object>(
  kind: string,
  id: string,
  load: (property: string) => Type,
  part: (property: string, value: unknown) => unknown = (_, value) => value,
): Type {
  const readings = new Map<string, number>()
  const read = (property: string) => {
    let reading = readings.get(property)
    if (reading === undefined) readings.set(property, (reading = readingOf(kind, id, property)))
    note(reading)
    return part(property, (load(property) as Record<string, unknown>)[property])
  }
  const made = new Proxy({} as Type, {
    get: (_, property) => (typeof property === 'string' ? read(property) : undefined),
    has: (_, property) => typeof property === 'string' && read(property) !== undefined,
    ownKeys() {
      note(readingOf(kind, id, KEYS))
      return Object.keys(load(KEYS))
    },
    getOwnPropertyDescriptor(_, property) {
      if (typeof property !== 'string' || !Object.hasOwn(load(property), property)) return undefined
      return {value: read(property), enumerable: true, configurable: true, writable: true}
    },
    set: () => false,
    deleteProperty: () => false,
    defineProperty: () => false,
  })
  noted.viewNames.set(made, kind + SEPARATOR + id)
  return made
}

/** Stands for the names of all properties. */
export const KEYS = '(keys)'

/** What a view's reading of a property yields. */
export const propertyOf = (object: object | undefined, property: string): unknown =>
  object && (property === KEYS ? Object.keys(object) : (object as Record<string, unknown>)[property])

/** What a reading of a list is called beside its length. */
const MEMBERS = 'members'

/**
 * A list of the data that notes that it was looked through.
 *
 * @param load gives its members, views or plain data, once
 * @param content what the list is told apart by: ids of views, or plain data themselves
 */
export function list<Type>(name: string, load: () => Type[], content: () => unknown): Type[] {
  const members = readingOf('list', name, MEMBERS)
  const length = readingOf('list', name, 'length')
  noted.lists.set(name, {load, content})
  const made = new Proxy([] as Type[], {
    get(_, property) {
      note(property === 'length' ? length : members)
      const loaded = load()
      const value = Reflect.get(loaded, property) as unknown
      // On the list itself: going through the view for each member would take ten times as long.
      return typeof value === 'function' ? (value.bind(loaded) as unknown) : value
    },
    has(_, property) {
      note(members)
      return Reflect.has(load(), property)
    },
    ownKeys() {
      throw new TypeError('a list of the data has members, no keys')
    },
    set: () => false,
    deleteProperty: () => false,
    defineProperty: () => false,
  })
  noted.viewNames.set(made, `list${SEPARATOR}${name}`)
  return made
}

source('list', (name, property) => {
  const known = noted.lists.get(name)
  return property === 'length' ? known?.load().length : known?.content()
})

const outside = (what: string) =>
  new Error(`${what} is read while no page is being made: read data in functions that pages call, not when a module is loaded`)

const newFrame = (): Frame => ({reads: [], frames: new Set()})

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, LETTERS)

/** Text that tells apart any two values that pages can tell apart; views stand by their names. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  if (typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('what a page is given must be data')
    return typeof value === 'bigint' ? `${String(value)}n` : JSON.stringify(value)
  }
  const name = noted.viewNames.get(value)
  if (name !== undefined) return `@${JSON.stringify(name)}`
  const known = noted.described.get(value)
  if (known !== undefined) return known
  const sum = `#${digest(described_(value))}`
  noted.described.set(value, sum)
  return sum
}

function described_(value: object): string {
  if (Array.isArray(value)) return `[${value.map(describe).join()}]`
  if (value instanceof Map) return `Map${describe([...(value as Map<unknown, unknown>)])}`
  if (value instanceof Set) return `Set${describe([...(value as Set<unknown>)])}`
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('what a page is given must be plain data')
  return `{${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}:${describe(one)}`)
    .join()}}`
}

/** From now on every reading must belong to a page, or to the paths of the pages. */
export function begin(): void {
  noted.strict = true
  noted.current = newFrame()
}

/** What was read since `begin`. */
export function end(): Frame {
  const frame = noted.current
  if (frame === null) throw new Error('no page was begun')
  noted.current = null
  return frame
}

/** Names of readings by number. */
export const readingNames: readonly string[] = noted.names

/** Checksum of what a reading yields now. */
export function checksumOf(name: string): string {
  const [kind = '', ...rest] = name.split(SEPARATOR)
  const property = rest.pop() ?? ''
  const read = noted.sources.get(kind)
  if (!read) return ''
  const value = read(rest.join(SEPARATOR), property)
  return value === undefined ? '-' : digest(JSON.stringify(value))
}
