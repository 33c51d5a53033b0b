/**
 * What a person is given for the documents handed in.
 *
 *     2) орталыққа өтініш бергенде:⏎сұраудың нөмірі мен қабылдаған күні;⏎… көрсетілген тиісті құжаттарды қабылдау туралы қолхат беріледі.
 *     {kind: 'confirmation', text: 'орталыққа өтініш бергенде … тиісті құжаттарды қабылдау туралы қолхат беріледі', states: ['сұраудың нөмірі мен қабылдаған күні', …]}
 */
import type {Point, Step} from '../model/index.ts'
import {channelOpening, channelsOf} from './channel.ts'
import {bare, paragraphs} from './paragraphs.ts'

/** «қолхат», «талоны», «хабарлама-есеп», «хабарлама – есеп» */
const RECEIPT = /(?<!\p{L})(?:қолхат|талон|хабарлама\s*[-–—]?\s*есеп)/iu
/** «… телефонын көрсете отырып, тиісті құжаттардың қабылданғаны туралы қолхат беріледі»: the last detail and what is given. */
const DETAIL_AND_RECEIPT =
  /^(?<detail>.*?)[,\s]+(?:көрсете\s+отырып|көрсетіле\s+отырып|көрсетілген)[,\s]+(?<given>.{0,600}?(?:қолхат|талон|хабарлама).*)$/iu
/** «уәкілетті органда немесе орталықта: сауалдың нөмірі және қабылданған күні; сұрау салынған мемлекеттік қызметтің түрі; …» */
const LEAD_AND_DETAILS = /^(?<lead>[^:;]{3,90}):\s+(?<details>[^;]+;\s.*)$/u
/** «мыналарды:», «мыналар көрсетіле отырып» say that a list follows. */
const FOLLOWS = /(?<![\s,])[\s,]*(?:мыналар(?:ды)?)?\s*:$/iu
const LETTERED_LEAD = /^\p{Lu}/u

/** Each receipt: the words that give it, and what it states. Registers that the office keeps for itself are none. */
export function readConfirmation(point: Point | null): Step[] {
  if (!point) return []
  const steps: Step[] = []
  let outer: string | null = null
  let inner: string | null = null
  let details: string[] = []
  /** A receipt whose details follow it: «… қолхат беріледі:⏎1) …». */
  let open: Step | null = null
  const push = (lead: string | null, text: string, states: string[]): Step => {
    const step: Step = {
      kind: 'confirmation',
      lead,
      text,
      channel: channelOpening(text) ?? channelsOf(`${lead ?? ''} ${text}`),
      states,
      point: point.number,
    }
    steps.push(step)
    return step
  }
  for (const {text, folded, marker, opensList} of paragraphs(point)) {
    if (opensList) {
      open = RECEIPT.test(folded) ? push(null, bare(text), []) : null
      if (open) inner = outer = null
      else if (marker === null && LETTERED_LEAD.test(text)) [outer, inner] = [text, null]
      else inner = text
      details = []
      continue
    }
    if (!RECEIPT.test(folded)) {
      const both = LEAD_AND_DETAILS.exec(text)
      if (open) open.states.push(bare(text))
      else if (both) {
        inner = `${both.groups!['lead']!}:`
        details = both
          .groups!['details']!.split(';')
          .map(bare)
          .filter((detail) => detail !== '')
      } else if (marker !== null || (inner ?? outer) !== null) details.push(bare(text))
      continue
    }
    open = null
    const ending = details.length > 0 ? DETAIL_AND_RECEIPT.exec(bare(text)) : null
    if (ending) {
      const lead = inner ?? outer
      const given = ending.groups!['given']!
      const words = lead === null ? given : `${lead.replace(FOLLOWS, '')} … ${given}`
      push(inner === null ? null : outer, words, [...details, bare(ending.groups!['detail']!)])
    } else {
      push(marker === null ? null : outer, bare(text), [])
    }
    inner = null
    details = []
  }
  return steps
}
