/** Placeholder until the pipeline is assembled. */
export * from './model/index.ts'
