/** `qyzmet form`: one application form as a PDF, blank or filled. */
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {loadAssets} from '../templates/assets.ts'
import {isForm, renderForm} from '../templates/forms/index.ts'
import type {FormValues} from '../templates/forms/index.ts'
import {z} from 'zod'
import {COMMON_OPTIONS, EXIT_OK, InputError, reason, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {readPublished} from './lib/published.ts'
import {suggest} from './lib/suggest.ts'

const Values = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.array(z.string()))]))

export const command: Command = {
  name: 'form',
  summary: 'Writes a fillable PDF application form, filled with your data if you give some.',
  operands: 'ID',
  arity: [1, 1],
  options: {
    data: {value: 'FILE', help: 'JSON with the values by field name'},
    out: {value: 'PATH', default: '-', help: 'the PDF; - is standard output'},
    dist: {value: 'DIR', default: COMMON_OPTIONS.out.default, help: 'the finished build that holds the form'},
    json: {help: 'print the fields of the form in place of the PDF'},
  },
  notes: 'ID is the id of an annex, STANDARD/NUMBER, as qyzmet search shows it.',
  async run(args, io) {
    const [id = ''] = args.positionals
    const data = await readPublished(args.option('dist') ?? 'dist')
    const standard = data.standards.find(({annexes}) => annexes.some((annex) => annex.id === id))
    const annex = standard?.annexes.find((one) => one.id === id)
    const resolution = data.resolutions.find((one) => one.id === standard?.resolution)
    const forms = data.standards.flatMap(({annexes}) => annexes.filter(isForm).map((one) => one.id))
    if (!annex || !standard || !resolution) throw new UsageError(`there is no annex «${id}»${suggest(id, forms)}`)
    if (!isForm(annex)) throw new UsageError(`annex «${id}» is no form; those of its standard: ${formsOf(standard.annexes) || 'none'}`)
    if (args.has('json')) {
      io.stdout.write(`${JSON.stringify(annex.fields ?? [], null, 2)}\n`)
      return EXIT_OK
    }
    const file = args.option('data')
    const values = file === undefined ? {} : await readValues(file)
    for (const name of Object.keys(values)) {
      const known = (annex.fields ?? []).map((field) => field.name)
      if (!known.includes(name)) io.stderr.write(`${String(file)}: the form has no field «${name}»${suggest(name, known)}; left out\n`)
    }
    const date = data.catalogue.generated.slice(0, 10)
    const pdf = await renderForm({annex, standard, resolution}, {assets: loadAssets(), date, values})
    const out = args.option('out') ?? '-'
    if (out === '-') io.stdout.write(pdf)
    else await replaceFile(out, pdf)
    return EXIT_OK
  },
}

function formsOf(annexes: readonly Parameters<typeof isForm>[0][]): string {
  return annexes
    .filter(isForm)
    .map(({id}) => id)
    .join(', ')
}

async function readValues(file: string): Promise<FormValues> {
  const fail = (message: string) => new InputError([{file, line: null, rule: 'form/data', severity: 'error', message}])
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw fail(`can't be read as JSON: ${reason(error)}`)
  }
  const values = Values.safeParse(value)
  if (!values.success) throw fail('must be an object of texts, ticks (true, false) and tables (lists of rows), by field name')
  return values.data
}

/** Writes beside the target and renames: no half-written file is left. */
async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${String(process.pid)}.part`
  try {
    await writeFile(temporary, content)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}
