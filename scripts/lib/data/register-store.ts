/** The register of offices as one stage leaves it to the others, and to later builds. */
import type {Diagnostic, Office} from '../../../parser/model/index.ts'
import type {OfficeHead} from '../../../templates/exports/cpsv/index.ts'
import {keyOf} from '../cache.ts'
import {shelfFile, storeOf, type Ref, type Workshop} from './workshop.ts'

/** Offices of the rows of each standard. */
export type Links = (string | null)[][]

export interface Registered {
  /** One office a line, as JSON, in the order of their identifiers. */
  offices: Ref
  /** What others say of them. */
  heads: (OfficeHead & Pick<Office, 'standards'>)[]
  links: {published: Links; editions: Links}
  diagnostics: Diagnostic[]
}

/** The same, as it is kept. */
export type KeptRegister = Omit<Registered, 'offices'>

const STAGE = 'register'
/** Offices are kept in parts of so many characters: all of a country are too long for one entry. */
const PART = 1 << 24

interface Entry {
  kept: KeptRegister
  parts: number
}

const partKey = (key: string, part: number): string => keyOf(key, String(part))

const SHELF = 'offices'

/** What an earlier build made; null where there is none. */
export function keptRegister(shop: Workshop, key: string): Registered | null {
  const store = storeOf(shop)
  const entry = store.read(STAGE, key)
  if (entry === null) return null
  const {kept, parts} = JSON.parse(entry.toString()) as Entry
  const shelf = shelfFile(shop, SHELF)
  for (let part = 0; part < parts; part++) {
    const content = store.read(STAGE, partKey(key, part))
    if (content === null) {
      shelf.close()
      return null
    }
    shelf.write(content)
  }
  return {...kept, offices: shelf.close()}
}

/** Puts offices on the shelf, and keeps them for later builds. */
export class RegisterKeeper {
  private readonly shop: Workshop
  private readonly key: string
  private readonly shelf: ReturnType<typeof shelfFile>
  private waiting: string[] = []
  private length = 0
  private parts = 0

  constructor(shop: Workshop, key: string) {
    this.shop = shop
    this.key = key
    this.shelf = shelfFile(shop, SHELF)
  }

  /** @param office as JSON */
  add(office: string): void {
    this.waiting.push(office, '\n')
    this.length += office.length
    if (this.length > PART) this.flush()
  }

  finish(kept: KeptRegister): Registered {
    this.flush()
    const entry: Entry = {kept, parts: this.parts}
    if (this.shop.cache !== null) storeOf(this.shop).write(STAGE, this.key, JSON.stringify(entry))
    return {...kept, offices: this.shelf.close()}
  }

  private flush(): void {
    const content = Buffer.from(this.waiting.join(''))
    this.waiting = []
    this.length = 0
    this.shelf.write(content)
    if (this.shop.cache !== null) storeOf(this.shop).write(STAGE, partKey(this.key, this.parts), content)
    this.parts++
  }
}
