/** Milliseconds for which somebody counts as writing after the last sign of it. */
const typingShown = 6_000;

/** Who is writing: the last to give a sign of it, until it is too long ago. */
export class WhoTypes {
  /** Empty for nobody. */
  name = '';
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  show(name: string): void {
    this.destroy();
    this.name = name;
    if (name) this.#timer = setTimeout(() => this.show(''), typingShown);
    this.#changed();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }
}
