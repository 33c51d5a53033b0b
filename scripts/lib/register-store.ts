/** The register of offices as one stage leaves it to the others, and to later builds. */
import type {Diagnostic, Office} from '../../parser/model/index.ts'
import type {OfficeHead} from '../../templates/exports/cpsv/index.ts'
import {packBundle, unpackBundle} from './bundle.ts'
import {shelve, storeOf, type Ref, type Workshop} from './workshop.ts'

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
const SHELF = 'offices'

/** What an earlier build made; null where there is none. */
export function keptRegister(shop: Workshop, key: string): Registered | null {
  const piece = storeOf(shop).read(STAGE, key)
  return piece && placed(shop, piece)
}

/** @param offices as JSON, each with the end of its line */
export function keepRegister(shop: Workshop, key: string, kept: KeptRegister, offices: readonly Buffer[]): Registered {
  const piece = packBundle(kept, [Buffer.concat(offices)])
  storeOf(shop).write(STAGE, key, piece)
  return placed(shop, piece)
}

function placed(shop: Workshop, piece: Buffer): Registered {
  const {header, contents} = unpackBundle<KeptRegister>(piece)
  return {...header, offices: shelve(shop, SHELF, contents)[0]!}
}
