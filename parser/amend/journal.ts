/** Changes that can be taken back: an instruction is carried out as a whole or not at all. */
export class Journal {
  private steps: (() => void)[] = []

  /** To be called before a property of `target` changes. */
  touch<T extends object>(target: T): T {
    const copy = {...target}
    this.steps.push(() => {
      Object.assign(target, copy)
    })
    return target
  }

  /** To be called before entries of `list` come or go. */
  list<T>(list: T[]): T[] {
    const copy = [...list]
    this.steps.push(() => {
      list.splice(0, list.length, ...copy)
    })
    return list
  }

  rollBack(): void {
    for (const undo of this.steps.reverse()) undo()
    this.steps = []
  }
}
