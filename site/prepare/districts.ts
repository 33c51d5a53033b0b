/**
 * Offices of a region by district or town. The lists write one district in several ways («Мартук ауданы», «Мәртөк ауданы»),
 * and leave it out where they name the place («Щучинск қаласы»): such offices go where others of the same place are.
 */
import {distance, likeness, skeleton} from '../../parser/register/skeleton.ts'
import type {Office} from '../../parser/model/index.ts'
import {compareText} from './lists.ts'
import {oncePer} from './once.ts'

export interface District {
  /** As most of its offices have it; null where the lists tell no place at all. */
  name: string | null
  offices: Office[]
}

/** «Ақкөл ауданы», «Атбасар қаласы», «Тасқала ауылы» */
const TYPED = /^(?<stem>.+?) (?<type>аудан|қала|ауыл|кент|станция)(?:ы|сы|і)$/iu
/** «М. Жұмабаев атындағы ауданы», «Мағжан Жұмабаев ауданы»: the surname tells. */
const NAMED_AFTER = / атындағы$/u
const FIRST_NAME = /^(?:\p{Lu}\.\s*|\p{Lu}\p{Ll}+ (?=\p{Lu}))/u
/** A town with more offices than this is no mere variant of the district of its name. */
const STRAYS = 2
const FAR = 9

interface Place {
  name: string
  stem: string
  /** The stem without a first name. */
  surname: string
  type: string | null
  offices: Office[]
}

/** Offices of a region by district or town, by the alphabet; those without either come last. */
export const byDistrict = oncePer(groupByDistrict)

function groupByDistrict(offices: readonly Office[]): District[] {
  const districtOf = districtsOfLocalities(offices)
  const groups = Map.groupBy(
    offices,
    ({district, locality}) => district ?? (locality === null ? null : (districtOf.get(locality) ?? locality)),
  )
  const places: Place[] = []
  const named = [...groups].flatMap(([name, list]) => (name === null ? [] : [toPlace(name, list)]))
  // The most frequent way of writing first: it gives its name to the others.
  for (const place of named.sort((a, b) => b.offices.length - a.offices.length || compareText(a.name, b.name))) {
    const [same] = places.filter((other) => isSame(other, place)).sort((a, b) => unlikeness(a, place) - unlikeness(b, place))
    if (!same) {
      places.push(place)
      continue
    }
    same.offices.push(...place.offices)
    if (isDistrictOrTown(place) && !isDistrictOrTown(same)) Object.assign(same, {name: place.name, type: place.type})
  }
  const unplaced = groups.get(null)
  return [
    ...places.map(({name, offices: list}) => ({name, offices: list})).sort((a, b) => compareText(a.name, b.name)),
    ...(unplaced ? [{name: null, offices: unplaced}] : []),
  ]
}

function toPlace(name: string, offices: Office[]): Place {
  const {stem = name, type = null} = TYPED.exec(name)?.groups ?? {}
  const plain = stem.replace(NAMED_AFTER, '')
  return {
    name,
    stem: skeleton(plain),
    surname: skeleton(plain.replace(FIRST_NAME, '')),
    type: type?.toLowerCase() ?? null,
    offices: [...offices],
  }
}

function isSame(known: Place, place: Place): boolean {
  const alike = likeness(known.stem, place.stem) !== 'different' || known.surname === place.surname
  if (!alike || known.type === place.type) return alike
  // «Хромтау кенті» is the centre of «Хромтау ауданы»; «Қостанай қаласы» is not in «Қостанай ауданы».
  const smaller = known.offices.length < place.offices.length ? known : place
  return smaller.offices.length <= STRAYS || !isDistrictOrTown(smaller)
}

const isDistrictOrTown = ({type}: Place): boolean => type === 'аудан' || type === 'қала'

/** «Жангелді ауданы» is nearer to «Жангелдин ауданы» than to «Амангелді ауданы». */
function unlikeness(a: Place, b: Place): number {
  return (a.surname === b.surname ? 0 : 1 + distance(a.stem, b.stem, FAR)) + (a.type === b.type ? 0 : FAR)
}

/** The district most offices of a town or village name. */
function districtsOfLocalities(offices: readonly Office[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  const alone = new Map<string, number>()
  for (const {district, locality} of offices) {
    if (locality === null) continue
    if (district === null) {
      alone.set(locality, (alone.get(locality) ?? 0) + 1)
      continue
    }
    const districts = counts.get(locality) ?? new Map<string, number>()
    counts.set(locality, districts.set(district, (districts.get(district) ?? 0) + 1))
  }
  const found = new Map<string, string>()
  for (const [locality, districts] of counts) {
    const [best] = [...districts].sort((a, b) => b[1] - a[1])
    // A region's centre stands in few rows with a district: its own offices outnumber them.
    if (best && best[1] >= (alone.get(locality) ?? 0)) found.set(locality, best[0])
  }
  return found
}
