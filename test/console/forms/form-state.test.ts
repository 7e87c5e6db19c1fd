import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { refused, submitted, untouchedForm } from '../../../console/forms/form-state.js';

const field = fc.constantFrom('username', 'password');
const errors = fc.dictionary(field, fc.string());

describe('the state of a form', () => {
  it('has no errors at first', () => {
    expect(untouchedForm).to.deep.equal({ errors: {}, problem: '', isBusy: false });
  });

  it('is busy only if no field is invalid', () => {
    fc.assert(
      fc.property(errors, (wrong) => {
        expect(submitted(wrong).isBusy).to.equal(Object.values(wrong).every((text) => text === ''));
      }),
    );
  });

  it('shows a refusal once: beside its field, else above the form', () => {
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
