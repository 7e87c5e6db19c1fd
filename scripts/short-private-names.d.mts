/** TypeScript's text with each private name as a property's; throws where that could change what it does. */
export function withoutPrivateNames(code: string): string;
