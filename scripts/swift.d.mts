export function hasSwift(): boolean;
export function ensureSwift(): boolean;
export const swiftMissing: string;
