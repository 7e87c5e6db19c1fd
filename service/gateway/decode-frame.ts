import { Compile } from 'typebox/compile';
import type { RawData } from 'ws';
import { limits } from '../../shared/limits.js';
import type { FrameOf, FrameSchemas } from '../../shared/protocol/frame-schema.js';
import { ServiceError } from '../errors.js';
import { tokenOf, type FrameSubject } from './frame-subject.js';
import { messageReader } from './message-reader.js';

/** Why a frame is refused. */
export class InvalidFrame {
  readonly error: ServiceError;
  /** The frame's message, if known. */
  readonly about: FrameSubject;

  constructor(error: ServiceError, about: FrameSubject) {
    this.error = error;
    this.about = about;
  }
}

/** Decodes the text of a frame. */
export type DecodeFrame<Frame> = (text: string) => Frame | InvalidFrame;

/** The text of a frame, unless it is binary or too large. */
export function textOfFrame(data: RawData, isBinary: boolean): string | InvalidFrame {
  if (isBinary) return bad('FRAME_NOT_JSON');
  return byteLength(data) > limits.frameBytes ? bad('FRAME_TOO_LARGE') : textOf(data);
}

/** Creates the decoder of one edge. Schemas are compiled once, by frame type. */
export function createFrameDecoder<Schemas extends FrameSchemas>(
  schemas: Schemas,
): DecodeFrame<FrameOf<Schemas>> {
  const checks = new Map(Object.entries(schemas).map(([type, schema]) => [type, Compile(schema)]));
  const readMessage = messageReader(schemas);

  return (text) => (readMessage(text) as FrameOf<Schemas> | null) ?? checked(parse(text));

  function checked(frame: Record<string, unknown> | null): FrameOf<Schemas> | InvalidFrame {
    if (frame === null) return bad('FRAME_NOT_JSON');
    const about = tokenOf(frame);
    const check = typeof frame.type === 'string' ? checks.get(frame.type) : undefined;
    if (!check) return bad('FRAME_TYPE_UNKNOWN', { about, pointer: '/type' });
    if (check.Check(frame)) return frame as FrameOf<Schemas>;
    const [first] = check.Errors(frame);
    const pointer = first?.instancePath ?? '';
    return bad('FRAME_INVALID', { about, pointer, message: `${pointer || 'The frame'} ${first?.message}.` });
  }
}

interface Details {
  about?: FrameSubject;
  pointer?: string;
  message?: string;
}

const bad = (
  code: 'FRAME_NOT_JSON' | 'FRAME_TOO_LARGE' | 'FRAME_TYPE_UNKNOWN' | 'FRAME_INVALID',
  { about = {}, ...details }: Details = {},
): InvalidFrame => new InvalidFrame(new ServiceError(code, details), about);

const byteLength = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, part) => sum + part.byteLength, 0) : data.byteLength;

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
