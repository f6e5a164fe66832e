// Says each step of the tour and how it went.
export class Teller {
  #failed = 0;
  #told = 0;

  get failed(): number {
    return this.#failed;
  }

  /** Runs one step. What it answers is its outcome in words; a step that fails is told, and the tour goes on. */
  async step(what: string, act: () => Promise<string>): Promise<void> {
    this.#told += 1;
    console.log(`\n${this.#told}. ${what}`);
    try {
      console.log(`   ${await act()}`);
    } catch (error) {
      this.#failed += 1;
      const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
      console.log(`   FAILED: ${first}`);
    }
  }
}
