export default {
  semi: false,
  singleQuote: true,
  bracketSpacing: false,
  printWidth: 140,
  trailingComma: 'all',
  plugins: ['prettier-plugin-astro'],
  overrides: [{files: '*.astro', options: {parser: 'astro'}}],
}
