/** Search: how often the right answer comes, how long it takes, how much is fetched; against plain MiniSearch and against Pagefind. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Office} from '../../../parser/model/index.ts'
import {buildSearchIndexes} from '../../../site/search/build.ts'
import {createSearcher, type ReadIndex} from '../../../site/search/searcher.ts'
import queries from '../../../test/search/queries.json' with {type: 'json'}
import type {Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {inTurns, percentile, timed} from '../measure.ts'
import {runPagefind, type PagefindAnswer, type PagefindResult, type PagefindRun} from '../pagefind.ts'
import {plainSearch} from '../plain-search.ts'

const SHOWN = 5
/** A query that the services answer, and one that needs the offices. */
const FIRST = ['апостиль', 'Өскемен']
/** The pages that hold what our own index holds. */
const PAGES = '{standards,forms,offices,resolutions}/**/*.html'
const [MINISEARCH, PAGEFIND] = ['plain MiniSearch', 'Pagefind']
/** The groups of which the issues ask for so much; everyday queries came later. */
const LEAST = 0.97
/** Each word is understood in up to four ways, what is found is marked and counted: for twice the time of looking words up. */
const PLAIN = 2

interface Expected {
  kind: string
  id?: string
  text?: string
}
type Query = (typeof queries)[number]

export const search: Subject = {
  title: 'Search, against plain MiniSearch over the same documents and Pagefind over the same pages',
  async measure(bench) {
    const dist = bench.dist()
    const {standards, resolutions} = await bench.published()
    const offices = JSON.parse(readFileSync(join(dist, 'data', 'offices.json'), 'utf8')) as Office[]
    const data = {standards, resolutions, offices}
    bench.say('indexes')
    const indexing = await inTurns(Math.min(bench.rounds, 3), {
      ours: () => buildSearchIndexes(data),
      plain: () => plainSearch(data),
    })
    const files = buildSearchIndexes(data)
    const searcher = createSearcher(readFrom(files))
    const plain = plainSearch(data)
    bench.say('queries')
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round <= bench.rounds; round++) {
      for (const {query} of queries) {
        const ourTime = await timed(() => searcher.search(query))
        const theirTime = await timed(() => plain.search(query))
        if (round === 0) continue
        ours.push(ourTime)
        theirs.push(theirTime)
      }
    }
    bench.say('Pagefind')
    const pagefind = await pagefindOver(dist, bench.newFolder(), bench.rounds)
    const run = typeof pagefind === 'string' ? null : pagefind
    const pagefindTimes = run?.rounds.flat().map(({milliseconds}) => milliseconds) ?? []
    const whole = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0)
    const scripts = scriptsOf(dist, 'search/index.html').reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0)
    const byPagefind = new Map(run?.rounds[0]?.map((answer, at): [Query | undefined, PagefindAnswer] => [queries[at], answer]))
    const shareOf = (all: readonly Query[], isRight: (query: Query) => boolean) => all.filter(isRight).length / all.length
    const right = {
      ours: ({query, expect}: Query) =>
        searcher
          .search(query)
          .results.slice(0, SHOWN)
          .some((one) => (expect as Expected[]).some((wanted) => fits(one.kind, one.id, `${one.title} ${one.snippet.text}`, wanted))),
      plain: ({query, expect}: Query) =>
        plain
          .search(query)
          .slice(0, SHOWN)
          .some(({kind, published, title, text}) =>
            (expect as Expected[]).some((wanted) => fits(kind, published, `${title} ${text}`, wanted)),
          ),
      pagefind: (query: Query) =>
        byPagefind.get(query)?.results.some((result) => (query.expect as Expected[]).some((wanted) => fitsPage(result, wanted))) ?? false,
    }
    const groups = Map.groupBy(queries, ({group}) => group)
    const quality = (id: string, what: string, all: readonly Query[], target: boolean): Figure => ({
      id,
      what,
      unit: 'share',
      value: shareOf(all, right.ours),
      compared: 'fixed',
      ...(target ? {target: {least: LEAST}} : {more: true}),
      others: {[MINISEARCH]: shareOf(all, right.plain), [PAGEFIND]: run ? shareOf(all, right.pagefind) : null},
    })
    const time = (id: string, what: string, share: number): Figure => ({
      id,
      what,
      unit: 'milliseconds',
      value: percentile(ours, share),
      others: {[MINISEARCH]: percentile(theirs, share), [PAGEFIND]: run ? percentile(pagefindTimes, share) : null},
    })
    const half = {ours: percentile(ours, 0.5), plain: percentile(theirs, 0.5), pagefind: percentile(pagefindTimes, 0.5)}
    const plainBytes = gzipSync(plain.json()).length
    return [
      ...[...groups].map(([group, all]) =>
        quality(
          `search/right/${group}`,
          `right one among the first five: ${group}, ${String(all.length)} queries`,
          all,
          group !== 'everyday',
        ),
      ),
      {
        ...quality('search/right', `the same, all ${String(queries.length)}`, queries, false),
        note: run ? 'with Pagefind a page counts for every point on it' : String(pagefind),
      },
      time('search/p50', 'an answer in Node, half of them', 0.5),
      {
        ...time('search/p95', 'an answer in Node, 95 of 100', 0.95),
        target: {most: 10},
        note: 'the files of Pagefind come from disk, not over a network',
      },
      {
        id: 'search/time-minisearch',
        what: 'median time against plain MiniSearch',
        unit: 'ratio',
        value: half.ours / half.plain,
        target: {most: PLAIN},
        compared: 'ratio',
        note: 'which does not understand the words, marks nothing, counts nothing',
      },
      {
        id: 'search/time-pagefind',
        what: 'median time against Pagefind',
        unit: 'ratio',
        value: run ? half.ours / half.pagefind : null,
        target: {most: 1},
        compared: 'ratio',
      },
      {
        id: 'search/index',
        what: 'index, whole, gzipped',
        unit: 'bytes',
        value: whole,
        compared: 'fixed',
        others: {[MINISEARCH]: plainBytes},
        note: `${MINISEARCH} without the texts that are shown`,
      },
      ...FIRST.map((query, at): Figure => ({
        id: `search/first-answer/${at === 0 ? 'services' : 'offices'}`,
        what: `fetched for a first answer, «${query}»: index and scripts, gzipped`,
        unit: 'bytes',
        value: fetchedFor(files, query) + scripts,
        target: {most: 400 * 1024},
        compared: 'fixed',
        others: {[PAGEFIND]: run?.firstAnswer[at] ?? null},
      })),
      {
        id: 'search/indexing',
        what: 'index made',
        unit: 'milliseconds',
        value: indexing.ours,
        others: {[MINISEARCH]: indexing.plain, [PAGEFIND]: run?.indexing ?? null},
        ...(run ? {note: `${PAGEFIND} reads ${String(run.pages)} pages`} : {}),
      },
    ]
  },
}

function readFrom(files: ReadonlyMap<string, string>, onRead: (text: string) => void = () => undefined): ReadIndex {
  return (path) => {
    const text = files.get(path)
    if (text === undefined) throw new Error(`the index has no file ${path}`)
    onRead(text)
    return JSON.parse(text)
  }
}

/** Bytes of the index that a first answer is read out of, gzipped: those of the services, and of the offices where it needs them. */
function fetchedFor(files: ReadonlyMap<string, string>, query: string): number {
  const read = new Set<string>()
  const log = (text: string) => read.add(text)
  const services = createSearcher(readFrom(files, log), false)
  services.search(query)
  if (services.needsOffices(query)) createSearcher(readFrom(files, log)).search(query)
  return [...read].reduce((sum, text) => sum + gzipSync(text).length, 0)
}

/** The run, or why there was none. */
async function pagefindOver(site: string, folder: string, rounds: number): Promise<PagefindRun | string> {
  const all = queries.map(({query}) => query)
  try {
    return await runPagefind({site, glob: PAGES, folder}, all, FIRST, rounds)
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error)
  }
}

const fits = (kind: string, id: string, words: string, wanted: Expected): boolean =>
  kind === wanted.kind && (wanted.id === undefined || id === wanted.id) && (wanted.text === undefined || words.includes(wanted.text))

/** Whether a page is the one that was wanted, or holds what was. */
function fitsPage({url, title, content}: PagefindResult, {kind, id, text}: Expected): boolean {
  const holds = text === undefined || `${title} ${content}`.includes(text)
  const [standard = '', part = ''] = (id ?? '').split(/[#/]/u)
  switch (kind) {
    case 'office':
      return url.startsWith('/offices/') && holds
    case 'form':
      return url === `/forms/${standard}-${part}/` || url === `/standards/${standard}/annex-${part}/`
    default:
      return (id === undefined ? url.startsWith('/standards/') : url === `/standards/${standard}/`) && holds
  }
}

/** «/assets/client.DV_J7tuQ.js», «./client.DV_J7tuQ.js» */
const SCRIPT = /["'](?:\.|\/assets)\/([\w.-]+\.js)["']/gu

/** Every script that a page can come to fetch, paths under the site. */
function scriptsOf(dist: string, page: string): string[] {
  const found = new Set<string>()
  const follow = (file: string): void => {
    for (const [, name = ''] of readFileSync(join(dist, file), 'utf8').matchAll(SCRIPT)) {
      const path = `assets/${name}`
      if (found.has(path)) continue
      found.add(path)
      follow(path)
    }
  }
  follow(page)
  return [...found]
}
