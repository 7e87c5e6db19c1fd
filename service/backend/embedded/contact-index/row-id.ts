import type { Started } from '../../contact-query.js';

/** Row ids have the start time in their upper bits, and the beginning of the contact's id in the others. */
const tieBits = 20n;
const tieDigits = /^[0-9a-f]{5}/;

/** The row id of a contact, if it is free; otherwise the contact gets one of the next ids. */
export const rowIdOf = ({ startedAt, contactId }: Started): bigint =>
  (BigInt(Math.max(0, Math.floor(startedAt))) << tieBits) | tieOf(contactId);

export const startedAtOf = (rowId: bigint): number => Number(rowId >> tieBits);

/** The first row id of a time. */
export const firstRowId = (startedAt: number): bigint => BigInt(Math.max(0, Math.ceil(startedAt))) << tieBits;

/** Random ids of contacts differ in their first digits; others get neighbouring rows. */
const tieOf = (contactId: string): bigint => BigInt(`0x${tieDigits.exec(contactId)?.[0] ?? '0'}`);
