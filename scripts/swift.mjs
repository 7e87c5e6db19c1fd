import { join } from 'node:path';
import { apt, isRunnable, mayInstall } from './browser.mjs';

const folder = '/usr/bin';
const programs = [...['account', 'container', 'object', 'proxy'].map((each) => `swift-${each}-server`)];
const packages = ['swift', 'swift-account', 'swift-container', 'swift-object', 'swift-proxy'];

/** Whether Debian's OpenStack Swift is installed: the S3-compatible store that the tests start for themselves. */
export const hasSwift = () => programs.every((name) => isRunnable(join(folder, name)));

/** The same, installed from Debian's packages first where that is needed and possible. */
export function ensureSwift() {
  if (hasSwift()) return true;
  if (!mayInstall()) return false;
  console.log('No S3-compatible store found: installing OpenStack Swift with apt-get …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  return hasSwift();
}

/** What a run without Swift says. */
export const swiftMissing = `OpenStack Swift was not found, and it could not be installed (that needs root and apt-get): install Debian's packages ${packages.join(', ')}.`;
