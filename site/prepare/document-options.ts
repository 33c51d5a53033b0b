/** What to bring, by the way of applying: each way its own list, ways with the same list together. */
import type {Facts} from '../../parser/model/index.ts'

type Document = Facts['documents'][number]
type Remark = NonNullable<Facts['documentRemarks']>[number]

export interface DocumentCase {
  /** In the words of the act; null for what is brought in every case. */
  case: string | null
  documents: Document[]
}

export interface DocumentOption {
  /** The ways of applying that ask for these documents; empty where the act makes no difference. */
  channels: string[]
  remarks: Remark[]
  cases: DocumentCase[]
}

/**
 * The lists of documents. What the act asks for without naming a way goes into every list; a text that a list has twice
 * stands there once.
 */
export function documentOptions({documents, documentRemarks = []}: Pick<Facts, 'documents' | 'documentRemarks'>): DocumentOption[] {
  if (documents.length === 0) return []
  const named = [...documents, ...documentRemarks].flatMap(({channel}) => channelsOf(channel))
  const asked = new Set(documents.flatMap(({channel}) => channelsOf(channel)))
  // One way has documents of its own, and others stand under none: then there is another way, which the act does not name.
  const unnamed = asked.size === 1 && documents.some(({channel}) => channel === null)
  const channels: (string | null)[] = [...(unnamed || named.length === 0 ? [null] : []), ...new Set(named)]
  const options = new Map<string, DocumentOption>()
  for (const channel of channels) {
    const own = documents.filter((document) => serves(document.channel, channel))
    if (own.length === 0) continue
    const remarks = documentRemarks.filter((remark) => serves(remark.channel, channel))
    const key = JSON.stringify([own, remarks])
    const option = options.get(key)
    if (option) option.channels.push(...channelsOf(channel))
    else options.set(key, {channels: channelsOf(channel), remarks, cases: byCase(own)})
  }
  return [...options.values()]
}

function channelsOf(channel: string | null): string[] {
  return channel === null ? [] : channel.split(', ')
}

/** Whether words under a heading of ways («competent-authority, service-centre») hold for one way. */
function serves(heading: string | null, channel: string | null): boolean {
  return heading === null || (channel !== null && channelsOf(heading).includes(channel))
}

function byCase(documents: readonly Document[]): DocumentCase[] {
  const cases = new Map<string | null, DocumentCase>()
  for (const document of documents) {
    const one = cases.get(document.case) ?? {case: document.case, documents: []}
    if (!one.documents.some(({text}) => text === document.text)) one.documents.push(document)
    cases.set(document.case, one)
  }
  return [...cases.values()]
}
