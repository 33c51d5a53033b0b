/** The code knows no particular act: its fixes are mechanisms, and other resolutions will come. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, inject, it} from 'vitest'
import {Catalogue, Resolution} from '../../parser/model/index.ts'

const data = join(inject('dist'), 'data')
const catalogue = Catalogue.parse(JSON.parse(readFileSync(join(data, 'index.json'), 'utf8')))
const resolutions = catalogue.resolutions.map((id) =>
  Resolution.parse(JSON.parse(readFileSync(join(data, 'resolutions', `${id}.json`), 'utf8'))),
)
const files = ['parser', 'templates', 'site', 'scripts']
  .flatMap((folder) => readdirSync(folder, {recursive: true, withFileTypes: true}))
  .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro|hbs|css|json)$/u.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))

it('names no act, standard or title of the sources', () => {
  expect(files.length).toBeGreaterThan(100)
  const names = [
    ...catalogue.resolutions,
    ...catalogue.standards.map(({id}) => id),
    ...catalogue.standards.map(({title}) => title),
    ...resolutions.map(({title}) => title),
    ...resolutions.map(({number}) => `№ ${number} `),
  ].filter((name) => name.length > 4)
  const found = files.flatMap((file) => {
    // Sample lines in comments show what a pattern matches; what runs must not know them.
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    return names.filter((name) => code.includes(name)).map((name) => `${file}: ${name}`)
  })
  expect(found).toEqual([])
})
