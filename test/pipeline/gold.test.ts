/**
 * The published data against hand-verified answer keys (test/gold, with a README of its own).
 * The floors are what was reached; they only ever rise.
 */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, inject, it} from 'vitest'

interface Score {
  right: number
  asked: number
}

const floors: Record<string, number> = {
  'resolution facts': 1,
  'standards found': 1,
  sections: 1,
  'points found': 1,
  'point texts': 1,
  'amendments found': 1,
  'amendment texts': 1,
  'no invented amendments': 1,
  'annexes found': 1,
  'annex titles': 1,
  'rows exact': 0.995,
  'cells exact': 0.998,
  'row counts': 1,
  'group headings and counts': 1,
  indicators: 1,
  'form fields found': 0.95,
  'form field types': 0.95,
  'no invented fields': 1,
  'facts: form': 1,
  'facts: fee': 1,
  'facts: deadlines': 0.98,
  'facts: websites': 0.98,
  'facts: phones': 0.98,
  'facts: legal basis': 0.97,
}

describe('scores on the answer keys', () => {
  const run = spawnSync(process.execPath, ['test/gold/score.mjs', join(inject('dist'), 'data'), 'test/gold/keys', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const scores = JSON.parse(run.stdout || '{}') as Record<string, Score>

  it.each(Object.entries(floors))('%s: at least %d', (measure, floor) => {
    const score = scores[measure]
    expect(score, `${measure} was not measured: ${run.stderr}`).toBeDefined()
    expect(score!.asked).toBeGreaterThan(0)
    expect(score!.right / score!.asked).toBeGreaterThanOrEqual(floor)
  })
})
