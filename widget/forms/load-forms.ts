/** Loads the forms, which a widget that asks nothing never needs. Resolves once they can be filled in, or can't be had. */
export const loadForms = (): Promise<unknown> => import('./define.js').catch(() => undefined);
