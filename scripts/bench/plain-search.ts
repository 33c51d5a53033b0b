/**
 * MiniSearch as it comes, over the texts that our own index is made of: standards, points, blanks, offices, a document each. What the
 * Kazakh module adds is the difference.
 */
import MiniSearch from 'minisearch'
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'

/** A document, and what it stands for as published. */
export interface PlainDocument {
  id: number
  kind: 'standard' | 'point' | 'form' | 'office'
  published: string
  title: string
  text: string
  context: string
}

export interface PlainSearch {
  search(query: string): PlainDocument[]
  /** The index as JSON. */
  json(): string
}

export interface PlainData {
  standards: readonly Standard[]
  resolutions: readonly Resolution[]
  offices: readonly Office[]
}

/** As its own documentation begins: every word a prefix, one letter in five may be wrong, titles count double. */
const OPTIONS = {prefix: true, fuzzy: 0.2, boost: {title: 2}}

export function plainSearch(data: PlainData): PlainSearch {
  const documents = documentsOf(data).map((document, id): PlainDocument => ({...document, id}))
  const index = new MiniSearch<PlainDocument>({fields: ['title', 'text', 'context'], storeFields: ['title'], searchOptions: OPTIONS})
  index.addAll(documents)
  return {
    search: (query) => index.search(query).flatMap(({id}) => documents[Number(id)] ?? []),
    json: () => JSON.stringify(index),
  }
}

function documentsOf({standards, resolutions, offices}: PlainData): Omit<PlainDocument, 'id'>[] {
  const actOf = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  return [
    ...standards.flatMap(({id, title, resolution, facts, points, annexes}) => {
      const {provider, recipients, result} = facts
      const act = actOf.get(resolution)
      return [
        {
          kind: 'standard' as const,
          published: id,
          title,
          text: [provider, recipients, ...result].join('\n'),
          context: `${act?.number ?? ''} ${act?.title ?? ''}`,
        },
        ...points.map(({number, text}) => ({kind: 'point' as const, published: `${id}#${number}`, title: '', text, context: title})),
        ...annexes
          .filter(({kind}) => kind === 'form' || kind === 'certificate')
          .map((annex) => ({
            kind: 'form' as const,
            published: `${id}/${String(annex.number)}`,
            title: annex.title ?? '',
            text: annex.text,
            context: title,
          })),
      ]
    }),
    ...offices.map(({id, name, address, region, district, locality}) => ({
      kind: 'office' as const,
      published: id,
      title: name,
      text: address,
      context: [region, district, locality].filter((part) => part !== null).join(' '),
    })),
  ]
}
