import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { refused, submitted, untouchedForm } from '../../../console/forms/form-state.js';

const field = fc.constantFrom('username', 'password');
const errors = fc.dictionary(field, fc.string());

describe('the state of a form', () => {
  it('begins with nothing wrong', () => {
    expect(untouchedForm).to.deep.equal({ errors: {}, problem: '', isBusy: false });
  });

  it('asks the service only where nothing is wrong', () => {
    fc.assert(
      fc.property(errors, (wrong) => {
        expect(submitted(wrong).isBusy).to.equal(Object.values(wrong).every((text) => text === ''));
      }),
    );
  });

  it('says a refusal once: beside the field that it is about, else on top', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(field, { nil: undefined }), (message, about) => {
        const { errors: wrong, problem, isBusy } = refused({ message }, about);
        expect(isBusy).to.equal(false);
        expect(wrong).to.deep.equal(about === undefined ? {} : { [about]: message });
        expect(problem).to.equal(about === undefined ? message : '');
      }),
    );
  });
});
