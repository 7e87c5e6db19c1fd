import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { Transcript } from '../../client/transcript.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';

const item = (seq: number) => ({ seq, id: `k.${seq}` }) as TranscriptItem;

describe('Transcript', () => {
  it('holds each number once, in order, however items come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 })), (numbers) => {
        const transcript = new Transcript();
        const isNew = numbers.map((seq) => transcript.add(item(seq)));
        const expected = [...new Set(numbers)].sort((a, b) => a - b);
        expect(transcript.items.map(({ seq }) => seq)).to.deep.equal(expected);
        expect(isNew.filter(Boolean)).to.have.length(expected.length);
        expect(transcript.lastSeq).to.equal(expected[expected.length - 1] ?? 0);
      }),
    );
  });
});
