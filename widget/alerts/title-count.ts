/** Shows the number of unread messages before the page's title. */
export class TitleCount {
  /** The page's own title, while it is prefixed. */
  #title: { own: string; shown: string } | undefined;

  /** Shows a number; 0 restores the page's title. */
  show(unread: number): void {
    const { title } = document;
    // The page may have changed its title meanwhile.
    const own = this.#title && title === this.#title.shown ? this.#title.own : title;
    const shown = unread > 0 ? `(${unread}) ${own}` : own;
    this.#title = unread > 0 ? { own, shown } : undefined;
    if (shown !== title) document.title = shown;
  }

  destroy(): void {
    if (this.#title) this.show(0);
  }
}
