/**
 * Which office a report is from, and in which region it lies: by the register of offices where there is one, otherwise by what the report
 * says of itself.
 */
import {foldKey} from '../../../parser/language/alphabet.ts'
import {regionIn, REGIONS} from '../../../parser/register/region.ts'

/** An office that should report. */
export interface ExpectedOffice {
  id: string
  name: string
  region: string | null
  /** Standards it gives; null where the list doesn't say. */
  standards: readonly string[] | null
}

export interface Identity {
  /** Tells offices apart. */
  key: string
  /** In the register; null where it isn't, or there is none. */
  id: string | null
  name: string
  region: string
  /** Several offices of the register bear this name. */
  ambiguous: boolean
}

/** Region names without their last word, by which they are often called; «Алматы» is both a region and a city. */
const SHORT_NAMES = new Map<string, string | null>()
for (const region of REGIONS) {
  const short = foldKey(region.replace(/ \S+$/u, ''))
  SHORT_NAMES.set(short, SHORT_NAMES.has(short) ? null : region)
}

/** Letters, digits and lost letters only: «"Мәдениет" басқармасы» ММ → мәдениет басқармасы мм */
const officeKey = (name: string): string =>
  foldKey(name)
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim()

/** «м?дениет бас?армасы»: the one of the texts that differs in lost letters only; null for none, or several. */
function withLetters(text: string, candidates: Iterable<string>): string | null {
  if (!text.includes('?')) return null
  const pattern = new RegExp(`^${text.replaceAll(/[.*+^${}()|[\]\\]/gu, '\\$&').replaceAll('?', '\\p{L}')}$`, 'u')
  const found = [...candidates].filter((candidate) => pattern.test(candidate))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The region a text names: one of the regions, or what is written. */
export function regionOf(text: string): string {
  const written = text.replace(/[\s\u00a0]+/gu, ' ').trim()
  return regionIn(written) ?? SHORT_NAMES.get(foldKey(written)) ?? written
}

export class Offices {
  readonly expected: readonly ExpectedOffice[]
  private readonly byId = new Map<string, ExpectedOffice>()
  private readonly byName = new Map<string, ExpectedOffice[]>()

  /** @param expected the register; empty where there is none */
  constructor(expected: readonly ExpectedOffice[]) {
    this.expected = expected
    for (const office of expected) {
      this.byId.set(office.id, office)
      const key = officeKey(office.name)
      const same = this.byName.get(key)
      if (same) same.push(office)
      else this.byName.set(key, [office])
    }
  }

  /**
   * @param said name and region as the report gives them
   * @param folder path of the file, whose folders may be named after regions
   * @param lettersLost «?» may stand for a letter
   */
  identify(said: {office: string; region: string}, folder: string, lettersLost: boolean): Identity {
    const named = lettersLost ? (withLetters(said.region, REGIONS) ?? said.region) : said.region
    const written = named === '' ? '' : regionOf(named)
    const region = written || (regionIn(said.office) ?? regionIn(folder) ?? '')
    const found = this.find(said.office, region, lettersLost)
    const [only] = found
    if (only && found.length === 1) {
      const own = only.region === null ? region : regionOf(only.region)
      return {key: `id ${only.id}`, id: only.id, name: only.name, region: own, ambiguous: false}
    }
    return {key: `${officeKey(said.office)}\n${foldKey(region)}`, id: null, name: said.office, region, ambiguous: found.length > 1}
  }

  private find(name: string, region: string, lettersLost: boolean): readonly ExpectedOffice[] {
    const byId = this.byId.get(name.trim())
    if (byId) return [byId]
    const key = officeKey(name)
    const named = this.byName.get(lettersLost ? (withLetters(key, this.byName.keys()) ?? key) : key) ?? []
    const near = named.filter((office) => office.region !== null && regionOf(office.region) === region)
    return near.length > 0 ? near : named
  }

  /**
   * An office whose letters were lost, found among those that reported with all of theirs; itself where there is none.
   *
   * @param others by key
   */
  static restore(office: Identity, others: ReadonlyMap<string, Identity>): Identity {
    const key = withLetters(office.key, others.keys())
    return (key === null ? undefined : others.get(key)) ?? office
  }
}

/** Regions as they are listed: the sixteen in their order, then others by name, those unknown last. */
export function compareRegions(a: string, b: string): number {
  const place = (region: string): number => {
    const index = (REGIONS as readonly string[]).indexOf(region)
    return index >= 0 ? index : region === '' ? REGIONS.length + 1 : REGIONS.length
  }
  return place(a) - place(b) || compareText(a, b)
}

/** By code points: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
