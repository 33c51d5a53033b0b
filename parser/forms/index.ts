export function readBlank(_b: unknown, _c: unknown): {fields: never[]; layout: never[]} { return {fields: [], layout: []} }
