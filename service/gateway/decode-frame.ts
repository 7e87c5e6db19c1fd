import { Compile } from 'typebox/compile';
import type { RawData } from 'ws';
import { limits } from '../../shared/limits.js';
import type { FrameOf, FrameSchemas } from '../../shared/protocol/frame-schema.js';
import { ServiceError } from '../errors.js';

/** A decoded frame, or why it is invalid; `about` names its message or contact, if known. */
export type Decoded<Frame> =
  | { ok: true; frame: Frame; about: { clientToken?: string } }
  | { ok: false; error: ServiceError; about: { clientToken?: string } };

export type DecodeFrame<Frame> = (data: RawData, isBinary: boolean) => Decoded<Frame>;

/** Creates the decoder of one edge. Schemas are compiled once, by frame type. */
export function createFrameDecoder<Schemas extends FrameSchemas>(
  schemas: Schemas,
): DecodeFrame<FrameOf<Schemas>> {
  const checks = new Map(Object.entries(schemas).map(([type, schema]) => [type, Compile(schema)]));

  return (data, isBinary) => {
    if (isBinary) return bad('FRAME_NOT_JSON');
    if (byteLength(data) > limits.frameBytes) return bad('FRAME_TOO_LARGE');
    const frame = parse(data);
    if (frame === null) return bad('FRAME_NOT_JSON');
    const about = typeof frame.clientToken === 'string' ? { clientToken: frame.clientToken } : {};
    const check = typeof frame.type === 'string' ? checks.get(frame.type) : undefined;
    if (!check) return bad('FRAME_TYPE_UNKNOWN', { about, pointer: '/type' });
    if (check.Check(frame)) return { ok: true, frame: frame as FrameOf<Schemas>, about };
    const [first] = check.Errors(frame);
    const pointer = first?.instancePath ?? '';
    return bad('FRAME_INVALID', { about, pointer, message: `${pointer || 'The frame'} ${first?.message}.` });
  };
}

interface Details {
  about?: { clientToken?: string };
  pointer?: string;
  message?: string;
}

const bad = (
  code: 'FRAME_NOT_JSON' | 'FRAME_TOO_LARGE' | 'FRAME_TYPE_UNKNOWN' | 'FRAME_INVALID',
  { about = {}, ...details }: Details = {},
): Decoded<never> => ({ ok: false, error: new ServiceError(code, details), about });

const byteLength = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, part) => sum + part.byteLength, 0) : data.byteLength;

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

function parse(data: RawData): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(textOf(data));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
