/** The first half of a build, for tests that look at what is published. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buildData} from '../../scripts/lib/data/build.ts'
import type {DataSummary} from '../../scripts/lib/data/stage.ts'

const steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}

/**
 * Publishes the data of a sources folder; neither threads nor what earlier builds made are used, if not asked for.
 *
 * @throws InputError where the sources have errors
 */
export async function publishData(
  sources: string,
  out: string,
  {cache = null, jobs = 1, env = {}}: {cache?: string | null; jobs?: number; env?: Record<string, string>} = {},
): Promise<DataSummary> {
  const scratch = mkdtempSync(join(tmpdir(), 'qyzmet-scratch-'))
  try {
    return await buildData({sources, out, scratch, cache, jobs}, env, steps)
  } finally {
    rmSync(scratch, {recursive: true, force: true})
  }
}
