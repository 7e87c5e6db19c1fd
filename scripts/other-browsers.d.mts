export interface OtherBrowsers {
  'Chromium 85': string | null;
  Firefox: string | null;
  WebKit: { driver: string; display: string; browser: string } | null;
}
export function findOtherBrowsers(): OtherBrowsers;
export function ensureOtherBrowsers(): Promise<string[]>;
