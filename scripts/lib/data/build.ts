/**
 * The first half of a build: sources → data, forms, reports, exports, indexes, as files in a folder.
 *
 *       lessons ─▶ readings ─▶ editions ─▶ register ─▶ standards, acts, editions, search, comparisons ─▶ catalogue ─▶ index
 *                     └──────▶ forms, papers, reports
 *
 * Here is only what has to be known of all acts at once, in what order things are made, and what they depend on; the work is
 * in tasks (tasks.ts), which read what they need from the shelf and write what they make.
 */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SourceInput} from '../../../parser/index.ts'
import {joinTables, knowledgeOf, teachesTables, type Knowledge} from '../../../parser/knowledge.ts'
import type {ComparisonEntry, Resolution} from '../../../parser/model/index.ts'
import {fileNames} from '../../../templates/exports/akn/index.ts'
import {dcatCatalogue, type LaterFile} from '../../../templates/exports/dcat.ts'
import {tableFiles} from '../../../templates/exports/tables/index.ts'
import {siteAddress} from '../../../site/address.ts'
import {dataUrl, feedUrl, LOCALES, localize} from '../../../site/urls.ts'
import {keyOf, programVersion} from '../cache.ts'
import {InputError} from '../command.ts'
import {byAge, byIds, editionPairs, standardPair, type Published, type ShelvedEdition} from './comparisons.ts'
import type {DataOrder, DataSummary} from './stage.ts'
import type {TaskName, Tasks} from './tasks.ts'
import {isError, isReadingDoubt, located} from '../diagnostics.ts'
import {writtenKnowledge} from './taught.ts'
import {
  byId,
  byStandard,
  collect,
  derivedEdition,
  diagnosticsOf,
  editionOf,
  factsOf,
  registerOptions,
  type Collection,
  type Reading,
} from '../sources/collection.ts'
import {Pool, WORTH_THREADS} from './pool.ts'
import {productNames} from './product-names.ts'
import type {Steps} from '../progress.ts'
import {counts, dataFile, indexFile, schemaFiles, sourceEpoch} from './publish.ts'
import {shelvedExtra, type StandardExtra} from './standard-extra.ts'
import {keptLesson, keptReading, shelveStandards, wordsOf, type Shelf, type ShelvedLesson} from './reading-store.ts'
import {keptRegister, type Registered} from './register-store.ts'
import type {Finished, Shelved} from './shelved.ts'
import {readSources} from '../sources/sources.ts'
import {joined, storeOf, taken, writeJoined, writeOut, type Made, type Note, type Ref, type Workshop} from './workshop.ts'

/** What there is, with checksums, for portals of open data. */
const CATALOGUE_FILE = 'data/catalogue.jsonld'
/** Names every other file with its checksum, the catalogue too: it is made last. */
const INDEX_FILE = 'data/index.json'
/** Folders whose files decide what is made. */
const PROGRAM = ['parser', 'templates', 'site', 'scripts']

/** What all steps of one build share. */
interface Build {
  steps: Steps
  pool: Pool
  shop: Workshop
  reused: DataSummary['reused']
}

/**
 * Makes the data.
 *
 * @throws InputError where the sources have errors; nothing of use is written then
 * @throws UsageError where the environment is wrong
 */
export async function buildData(order: DataOrder, env: Record<string, string | undefined>, steps: Steps): Promise<DataSummary> {
  const {sources, out, scratch, cache, jobs} = order
  mkdirSync(scratch, {recursive: true})
  const pool = new Pool(jobs)
  const build: Build = {steps, pool, shop: {out, scratch, cache, version: cache === null ? '' : programVersion(PROGRAM)}, reused: {}}
  try {
    return await make(build, sources, env)
  } finally {
    await pool.close()
    rmSync(scratch, {recursive: true, force: true})
  }
}

async function make(build: Build, folder: string, env: Record<string, string | undefined>): Promise<DataSummary> {
  const {steps, shop} = build
  const collection = await gather(build, folder)
  const found = located(diagnosticsOf(collection, []), folder)
  const errors = [...collection.problems, ...found].filter(isError)
  const warnings = [...collection.problems.filter((problem) => !isError(problem)), ...found.filter(isReadingDoubt)]
  if (errors.length > 0) throw new InputError([...errors, ...warnings])

  const facts = factsOf(collection)
  const epoch = sourceEpoch(facts, env)
  const date = new Date(epoch * 1000).toISOString().slice(0, 10)
  const site = env['QYZMET_SITE']
  const address = siteAddress(site)
  const resolutionOf = byIds(facts.resolutions)
  const own = collection.published.flatMap(({result}) => result.standards)
  const editions = editionsOf(collection, shop)

  steps.begin('register')
  const registering = started(register(build, collection, own, editions))
  const nameOf = productNames()
  const ordered = [...own].sort(byStandard)
  const names = new Map(ordered.map((standard) => [standard, standard.annexes.map(({id}) => nameOf(id))]))
  // What others wait for is begun first; what is not waited for is done while the rest goes on.
  const choosing = started(choose(build, byAge(ordered, facts.resolutions)))
  const drawing = started(
    obtain(
      build,
      'draw',
      'drawn',
      ordered.flatMap((standard) => {
        const resolution = resolutionOf.get(standard.resolution)
        return resolution ? [{text: standard.text, names: names.get(standard)!, resolution: drawnAct(resolution), date, site}] : []
      }),
      ({names: [first]}) => first ?? '',
    ),
  )
  const registered = await registering
  const standards = published(own, names, registered)
  const earlier = withOffices(editions, registered)
  const standardsOf = Map.groupBy(standards, ({resolution}) => resolution)

  const tables = tableFiles(date)
  const ofOffices = new Set(['offices', 'discrepancies'])
  const offices = started(
    obtain(build, 'offices', 'offices', [
      {
        offices: registered.offices,
        heads: Object.fromEntries(tables.flatMap(({name, head}) => (ofOffices.has(name) ? [[name, head]] : []))),
      },
    ]),
  )
  const xml = xmlNames(facts.resolutions, standards)
  const amendmentsBy = Map.groupBy(facts.amendments, ({by}) => by)
  const headsOf = byStandardId(registered)
  const makingStandards = started(
    obtain(
      build,
      'standard',
      'standard',
      standards.flatMap((standard) => {
        const resolution = resolutionOf.get(standard.resolution)
        if (!resolution) return []
        const siblings = (standardsOf.get(resolution.id) ?? []).map(({notes}) => ({notes}))
        const amendments = amendmentsBy.get(resolution.id) ?? []
        const around = {resolution: actHead(resolution), siblings, amendments, register: headsOf.get(standard.id) ?? []}
        return [{...finishedOf(standard), ...around, xml: xml.get(standard.id) ?? null, date, site}]
      }),
    ),
  )
  const searching = started(
    obtain(build, 'search', 'search', [
      {
        acts: facts.resolutions.map(({source: _source, ...resolution}) => ({
          resolution,
          standards: (standardsOf.get(resolution.id) ?? []).map(({prose}) => prose),
        })),
        offices: registered.offices,
      },
    ]),
  )
  const makingActs = started(
    obtain(
      build,
      'act',
      'act',
      facts.resolutions.map((resolution) => ({
        resolution,
        standards: listed(resolution, standardsOf).map(finishedOf),
        amendments: amendmentsBy.get(resolution.id) ?? [],
        xml: xml.get(resolution.id)!,
        date,
      })),
    ),
  )
  const makingEditions = started(
    obtain(
      build,
      'edition',
      'edition',
      earlier.map(({standards: texts, ...edition}) => ({
        edition,
        standards: texts.map(({text, offices: rows}) => ({text, offices: rows})),
      })),
    ),
  )
  const comparing = started(choosing.then((pairs) => compareAll(build, {...facts, standards, earlier}, pairs)))

  steps.begin('forms')
  const drawn = await drawing

  steps.begin('data')
  const ofStandards = await makingStandards
  const makingServices = started(
    obtain(build, 'catalogue', 'catalogue', [
      {
        services: joined(
          shop,
          'services',
          ofStandards.map(({extra}) => extra.service),
        ),
        offices: registered.offices,
        date,
        site,
      },
    ]),
  )
  const ofActs = await makingActs
  const ofEditions = await makingEditions
  const ofOfficesFiles = (await offices).flatMap(({files}) => files)

  steps.begin('compare')
  const {comparisons, files: ofComparisons} = await comparing

  steps.begin('search')
  const ofSearch = (await searching).flatMap(({files}) => files)

  steps.begin('services')
  const ofServices = await makingServices

  steps.begin('catalogue')
  const diagnostics = diagnosticsOf(collection, registered.diagnostics)
  const write = (path: string, content: string): Note => writeOut(shop, [path, content])
  const byPath = new Map(ofOfficesFiles.map((file) => [file.path, file]))
  const drawnFiles = drawn.flatMap(({files}) => files)
  const under = (start: string) => drawnFiles.filter(({path}) => path.startsWith(start))
  const filesOf = new Map([
    ...ofActs.map(({files}, at) => [facts.resolutions[at]!.id, files] as const),
    ...ofStandards.map(({files}, at) => [standards[at]!.id, files] as const),
  ])
  const [DATA, XML, LD] = [/^data\//u, /^akn\//u, /^jsonld\//u]
  const pick = (files: readonly Note[], pattern: RegExp) => files.filter(({path}) => pattern.test(path))
  // In the order in which the catalogue lists them.
  const files: Note[] = [
    ...ofActs.flatMap((one) => pick(one.files, DATA)),
    ...ofStandards.flatMap((one) => pick(one.files, DATA)),
    ...ofEditions.flatMap((one) => one.files),
    byPath.get('data/offices.json')!,
    write('data/amendments.json', dataFile('amendments', facts.amendments)),
    write('data/diagnostics.json', dataFile('diagnostics', diagnostics)),
    write('data/coverage.json', dataFile('coverage', facts.coverage)),
    ...schemaFiles().map(([path, content]) => writeOut(shop, [path, content])),
    ...under('forms/'),
    ...under('papers/'),
    ...under('reports/'),
    ...facts.resolutions.flatMap(({id, standards: ids}) => [id, ...ids].flatMap((one) => pick(filesOf.get(one) ?? [], XML))),
    ...ofSearch,
    ...ofComparisons,
    write('data/comparisons.json', dataFile('comparisons', comparisons)),
    ...tables.flatMap(({name, head, metadata}) => {
      const path = `data/${name}.csv`
      const lines = () =>
        writeJoined(
          shop,
          path,
          head,
          ofStandards.flatMap(({extra}) => extra.lines[name] ?? []),
        )
      return [byPath.get(path) ?? lines(), write(`${path}-metadata.json`, metadata)]
    }),
    ...ofStandards.flatMap((one) => pick(one.files, LD)),
    ...ofServices.flatMap((one) => one.files),
  ]
  // Made after the catalogue: the index has the catalogue's checksum, the feeds are made with the pages.
  const later: LaterFile[] = [{path: INDEX_FILE}, ...LOCALES.map((language) => ({path: localize(feedUrl(), language).slice(1), language}))]
  const catalogue = dcatCatalogue([...files, ...later], address, address + dataUrl(), date)
  files.push(write(CATALOGUE_FILE, `${toJson(catalogue)}\n`))
  const numbers = counts(facts, standards, {papers: under('papers/').length, offices: registered.heads.length, diagnostics})
  const generated = new Date(epoch * 1000).toISOString()
  write(INDEX_FILE, indexFile({...facts, standards, counts: numbers}, files, generated))
  steps.end()
  return {counts: numbers, epoch, warnings, peakMemory: process.resourceUsage().maxRSS * 1024, reused: build.reused}
}

/** Reads a folder of sources. What they teach together is not kept. */
async function gather(build: Build, folder: string): Promise<Collection<Shelved>> {
  build.steps.begin('read')
  const sources = await readSources(folder)
  const {readings, knowledge} = await readAll(build, sources.inputs)
  return collect(readings, sources, knowledge, build.steps)
}

/** Reads all sources, each with what all of them teach. */
async function readAll(build: Build, inputs: readonly SourceInput[]): Promise<{readings: Reading<Shelved>[]; knowledge: () => Knowledge}> {
  const {steps, pool, shop} = build
  steps.begin('learn')
  const lessons: (ShelvedLesson | null)[] = inputs.map((input, at) => keptLesson(shop, at, input))
  const unlearned = new Set([...lessons.keys()].filter((at) => lessons[at] === null))
  const toLearn = [...unlearned].map((at) => ({shop, place: at, input: inputs[at]!}))
  // Little is learned here, while the threads load the program.
  const few = toLearn.length > 0 && toLearn.length < WORTH_THREADS
  if (few) pool.warm('reading')
  const learned = await (few ? pool.runHere('lesson', toLearn) : pool.run('lesson', toLearn))
  for (const [place, at] of [...unlearned].entries()) lessons[at] = learned[place]!
  // Given before the reading: it is done by the thread that is free now.
  if (few) pool.warm('making')
  note(build, 'learn', unlearned.size, inputs.length)
  const known = lessons.map((lesson) => lesson!)

  steps.begin('parse')
  const shelves: (Shelf | null)[] = inputs.map(() => null)
  let done = 0
  let read = 0
  /** Reads some of the sources with what is known by then. */
  const readSome = async (wanted: (lesson: ShelvedLesson) => boolean, knowledge: Knowledge, name: string): Promise<void> => {
    const places = [...inputs.keys()].filter((at) => wanted(known[at]!))
    const file = join(shop.scratch, name)
    const readNow = async (missing: readonly number[]): Promise<void> => {
      if (missing.length === 0) return
      read += missing.length
      if (!existsSync(file)) writeFileSync(file, JSON.stringify(writtenKnowledge(knowledge)))
      // The longest first, so that no thread waits for it in the end.
      const sorted = missing.toSorted((a, b) => inputs[b]!.bytes.length - inputs[a]!.bytes.length)
      const orders = sorted.map((at) => ({shop, place: at, input: inputs[at]!, knowledge: file}))
      const results = await pool.run('parse', orders, ({input}) => {
        steps.step(`${input.file} (${String(++done)} of ${String(inputs.length)})`)
      })
      for (const [at, shelf] of results.entries()) shelves[sorted[at]!] = shelf
    }
    // What was never seen before is read while the store is asked for the others.
    const [unseen, seen] = [places.filter((at) => unlearned.has(at)), places.filter((at) => !unlearned.has(at))]
    const reading = started(readNow(unseen))
    for (const at of seen) shelves[at] = keptReading(shop, at, inputs[at]!, knowledge)
    const missing = seen.filter((at) => shelves[at] === null)
    done += seen.length - missing.length
    await Promise.all([reading, readNow(missing)])
  }
  const untaught = knowledgeOf(wordsOf(known), [])
  await readSome(teachesTables, untaught, 'words.json')
  const tables = () =>
    joinTables(
      shelves.flatMap((shelf) => (shelf?.taught ? [{names: new Set(shelf.taught.names), addresses: new Set(shelf.taught.addresses)}] : [])),
    )
  await readSome((lesson) => !teachesTables(lesson), {...untaught, tables: tables()}, 'words-and-tables.json')
  note(build, 'parse', read, inputs.length)
  steps.end()
  return {
    readings: inputs.map((input, at) => ({input, result: shelves[at]!.result})),
    // Seldom wanted, and too much to be kept for that.
    knowledge: () => ({...knowledgeOf(wordsOf(known), []), tables: tables()}),
  }
}

/** Other editions than the published ones: earlier ones, and those that the program made. */
function editionsOf(
  collection: Collection<Shelved>,
  shop: Workshop,
): (Omit<ShelvedEdition, 'standards'> & {standards: readonly Shelved[]})[] {
  return [
    ...collection.earlier.flatMap((reading) => {
      const {resolution, standards} = reading.result
      const edition = editionOf(reading)
      return resolution ? [{id: `${resolution.id}@${edition}`, edition, resolution, standards}] : []
    }),
    ...collection.derivation.derived.flatMap((derived, at) => {
      const made = derivedEdition(derived)
      return made ? [{...made, standards: shelveStandards(shop, `derived-${String(at)}`, made.standards)}] : []
    }),
  ]
}

async function register(
  build: Build,
  collection: Collection<Shelved>,
  own: readonly Shelved[],
  editions: readonly {standards: readonly Shelved[]}[],
): Promise<Registered> {
  const {shop, pool} = build
  const options = registerOptions(collection)
  const order = {
    published: own.map(({lists}) => lists),
    editions: editions.flatMap(({standards}) => standards.map(({lists}) => lists)),
    dates: [...options.editions],
    files: [...options.files],
  }
  const key = keyFor(shop, 'register', order)
  const kept = keptRegister(shop, key)
  note(build, 'register', kept ? 0 : 1, 1)
  if (kept) return kept
  const [made] = await pool.run('register', [{...order, shop, key}])
  return made!
}

/** The published standards with their offices and names, in the order of the data. */
function published(own: readonly Shelved[], names: ReadonlyMap<Shelved, string[]>, {links}: Registered): Published[] {
  return own.map((standard, at): Published => ({...standard, offices: links.published[at]!, names: names.get(standard)!})).sort(byStandard)
}

function withOffices(
  editions: readonly (Omit<ShelvedEdition, 'standards'> & {standards: readonly Shelved[]})[],
  {links}: Registered,
): ShelvedEdition[] {
  let at = 0
  return editions
    .map((edition): ShelvedEdition => ({
      ...edition,
      standards: edition.standards.map((standard) => ({...standard, offices: links.editions[at++]!})),
    }))
    .sort(byId)
}

/** Pairs of standards that are worth a comparison: places in the list. */
async function choose({shop, pool}: Build, standards: readonly Shelved[]): Promise<[number, number][]> {
  const order = {standards: standards.map(({prose}) => prose)}
  const key = keyFor(shop, 'choose', order)
  const kept = storeOf(shop).read('choose', key)
  if (kept) return JSON.parse(kept.toString()) as [number, number][]
  const [pairs] = await pool.run('choose', [{...order, shop}])
  storeOf(shop).write('choose', key, JSON.stringify(pairs))
  return pairs!
}

/** Makes the comparisons: of every two editions, and of the pairs of standards. */
async function compareAll(
  build: Build,
  acts: Parameters<typeof editionPairs>[0],
  chosen: readonly [number, number][],
): Promise<{comparisons: ComparisonEntry[]; files: Note[]}> {
  const resolutionOf = byIds(acts.resolutions)
  const aged = byAge(acts.standards, acts.resolutions)
  const pairs = chosen.map(([a, b]) => standardPair(aged[a]!, aged[b]!, resolutionOf))
  const comparing = [...editionPairs(acts), ...pairs]
  const made = await obtain(
    build,
    'compare',
    'compare',
    comparing.map(({id, sides, date, oldLabel, newLabel}) => ({id, ...sides, date, oldLabel, newLabel})),
  )
  return {
    comparisons: comparing.map(({id, kind, old, new: now}, at): ComparisonEntry => ({id, kind, old, new: now, ...made[at]!.extra})),
    files: made.flatMap(({files}) => files),
  }
}

/** Tasks that make files under a key. */
type Making = {[Name in TaskName]: Awaited<ReturnType<Tasks[Name]>> extends Made<unknown> ? Name : never}[TaskName]
type Ordered<Name extends Making> = Omit<Parameters<Tasks[Name]>[0], 'shop' | 'key' | 'place'>

/** What orders ask for, in their order: from the store, or made now. */
async function obtain<Name extends Making>(
  build: Build,
  name: Name,
  stage: string,
  orders: readonly Ordered<Name>[],
  nameOf: (order: Ordered<Name>) => string = () => '',
): Promise<Awaited<ReturnType<Tasks[Name]>>[]> {
  type Result = Awaited<ReturnType<Tasks[Name]>>
  const {shop, pool, steps} = build
  const keyed = orders.map((order, place) => ({...order, shop, place, key: keyFor(shop, stage, order)}))
  const results = keyed.map((order) => takenFor(stage, order) as Result | null)
  const missing = [...results.keys()].filter((at) => results[at] === null)
  note(build, stage, missing.length, orders.length)
  let done = orders.length - missing.length
  const made = await pool.run(name, missing.map((at) => keyed[at]!) as unknown as Parameters<Tasks[Name]>[0][], (order) => {
    steps.step(`${nameOf(order)} (${String(++done)} of ${String(orders.length)})`.trimStart())
  })
  for (const [at, result] of made.entries()) results[missing[at]!] = result
  return results.map((result) => result!)
}

/** What an earlier build made; what is long of what others need of it goes to the shelf. */
function takenFor(stage: string, {shop, place, key}: {shop: Workshop; place: number; key: string}): Made<unknown> | null {
  if (stage !== 'standard') return taken(shop, stage, key)
  const made = taken<StandardExtra>(shop, stage, key)
  return made && shelvedExtra(shop, place, made)
}

/** The key of what is made of an order: contents count, not where they lie. */
function keyFor({cache, version}: Workshop, stage: string, order: object): string {
  if (cache === null) return ''
  return keyOf(
    version,
    stage,
    JSON.stringify(order, (_, value: unknown) => (isRef(value) ? value.sum : value)),
  )
}

const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && 'sum' in value && 'file' in value && 'from' in value

function note({reused}: Build, stage: string, made: number, all: number): void {
  reused[stage] = {made, reused: all - made}
}

/** A piece of work that is waited for later: its failure is told then. */
function started<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}

const finishedOf = ({text, offices, names}: Published): Finished => ({text, offices, names})
const drawnAct = ({id, number, date, status, repealedBy, notes}: Resolution) => ({id, number, date, status, repealedBy, notes})
const actHead = (resolution: Resolution) => ({...drawnAct(resolution), title: resolution.title, kind: resolution.kind})

/** The standards of an act that it names. */
function listed({id, standards: ids}: Resolution, standardsOf: ReadonlyMap<string, readonly Published[]>): Published[] {
  const own = byIds(standardsOf.get(id) ?? [])
  return ids.flatMap((one) => own.get(one) ?? [])
}

/** Names of the files in Akoma Ntoso, by identifier. */
function xmlNames(resolutions: readonly Resolution[], standards: readonly Published[]): Map<string, string> {
  const nameOf = fileNames()
  const known = new Set(standards.map(({id}) => id))
  return new Map(
    resolutions.flatMap(({id, standards: ids}) => [id, ...ids.filter((one) => known.has(one))].map((one) => [one, nameOf(one)] as const)),
  )
}

/** Offices whose lists belong to a standard, in the order of the register. */
function byStandardId({heads}: Registered): Map<string, {id: string; name: string; kind: string}[]> {
  const found = new Map<string, {id: string; name: string; kind: string}[]>()
  for (const {id, name, kind, standards} of heads) {
    for (const standard of standards) {
      const list = found.get(standard)
      if (list) list.push({id, name, kind})
      else found.set(standard, [{id, name, kind}])
    }
  }
  return found
}
