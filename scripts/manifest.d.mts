/** What editors know of the element: texts by the names of the files that they belong into. */
export function manifestFiles(): Promise<
  Record<'custom-elements.json' | 'vscode.html-custom-data.json', string>
>;
