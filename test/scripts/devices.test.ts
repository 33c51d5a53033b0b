/** `--out` names what is no file: it is written into, never replaced. */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {writeOne} from '../../scripts/lib/forms/output.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-devices-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

const hasDevices = existsSync('/dev/full') && existsSync('/dev/null')

test.skipIf(!hasDevices)('a full disk is said in words', async () => {
  await expect(writeOne('/dev/full', new Uint8Array(10))).rejects.toThrow(
    /^can't write to \/dev\/full: no space is left on the disk \(ENOSPC/u,
  )
  expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
})

test.skipIf(!hasDevices)('a device stays a device', async () => {
  await writeOne('/dev/null', new Uint8Array(10))
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})

test.skipIf(process.platform === 'win32')('a pipe gets the bytes and stays a pipe', async () => {
  const pipe = join(folder, 'pipe')
  spawnSync('mkfifo', [pipe])
  const reader = spawn('cat', [pipe])
  const read = text(reader.stdout)
  await writeOne(pipe, Buffer.from('құжат'))
  expect(await read).toBe('құжат')
  expect(readdirSync(folder)).toEqual(['pipe'])
})

test('a path below a file, and a folder', async () => {
  await writeOne(join(folder, 'a'), new Uint8Array(1))
  await expect(writeOne(join(folder, 'a', 'b'), new Uint8Array(1))).rejects.toThrow("can't write to")
  await expect(writeOne(folder, new Uint8Array(1))).rejects.toThrow('is a folder')
  expect(readdirSync(folder)).toEqual(['a'])
})
