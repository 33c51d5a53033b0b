/** The process that makes the data of a build: takes one order, says how it goes, ends. */
import {InputError, reason, UsageError} from './command.ts'
import {addComparisons} from './comparisons.ts'
import type {DataMessage, DataOrder, DataSummary} from './data-stage.ts'
import {isError, isReadingDoubt, located} from './diagnostics.ts'
import {writeFiles} from './output.ts'
import {addOpenData} from './open-data.ts'
import {readModel} from './pipeline.ts'
import {addProducts, withProducts} from './products.ts'
import type {Steps} from './progress.ts'
import {comparisonsFile, counts, dataFiles, indexFile, sourceEpoch} from './publish.ts'

const say = (message: DataMessage) => {
  process.send?.(message)
}

/** The last word: a long list of errors takes its time through the channel, which drops what is under way when it closes. */
const sayAndEnd = (message: DataMessage) => {
  process.send?.(message, () => {
    if (process.connected) process.disconnect()
  })
}

process.once('message', (order: DataOrder) => {
  let current = ''
  const steps = {
    get current() {
      return current
    },
    begin(stage: string) {
      say({kind: 'begin', stage: (current = stage)})
    },
    step(detail: string) {
      say({kind: 'step', detail})
    },
    end() {
      current = ''
      say({kind: 'end'})
    },
  }
  makeData(order, process.env, steps)
    .then((summary) => {
      sayAndEnd({kind: 'done', summary})
    })
    .catch((error: unknown) => {
      if (error instanceof InputError) sayAndEnd({kind: 'input', problems: [...error.problems]})
      else if (error instanceof UsageError) sayAndEnd({kind: 'usage', message: error.message})
      else
        sayAndEnd({
          kind: 'fault',
          message: process.env['DEBUG'] !== undefined && error instanceof Error ? (error.stack ?? error.message) : reason(error),
        })
    })
})

// The parent is gone: nobody wants the data any more.
process.once('disconnect', () => {
  process.exit()
})

/** @throws InputError where the sources have errors; nothing is written then */
async function makeData({sources, out}: DataOrder, env: Record<string, string | undefined>, steps: Steps): Promise<DataSummary> {
  const {model: parsed, problems} = await readModel(sources, steps)
  const found = located(parsed.diagnostics, sources)
  const errors = [...problems, ...found].filter(isError)
  const warnings = [...problems.filter((problem) => !isError(problem)), ...found.filter(isReadingDoubt)]
  if (errors.length > 0) throw new InputError([...errors, ...warnings])
  const epoch = sourceEpoch(parsed, env)
  const model = withProducts(parsed)
  steps.begin('data')
  const files = dataFiles(model)
  await addProducts(files, model, epoch, steps)
  files.set('data/comparisons.json', comparisonsFile(await addComparisons(files, model, steps)))
  addOpenData(files, model, epoch, env['QYZMET_SITE'], steps)
  steps.begin('write')
  files.set('data/index.json', indexFile(model, files, new Date(epoch * 1000).toISOString()))
  await writeFiles(out, files)
  steps.end()
  return {counts: counts(model), epoch, warnings, peakMemory: process.resourceUsage().maxRSS * 1024}
}
