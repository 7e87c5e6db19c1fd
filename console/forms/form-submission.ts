import type { ReactiveControllerHost } from 'lit';
import { asRefusal, type ServiceRefusal } from '../request/service-request.js';
import { refused, submitted, untouchedForm, type FieldErrors, type FormState } from './form-state.js';

type Host = Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> & {
  readonly renderRoot: ParentNode;
};

export interface FormOptions<Field extends string> {
  /** Returns the form's field that a refusal concerns, if any. */
  fieldOf?: (refusal: ServiceRefusal) => Field | undefined;
  /** The selector of the element to focus when a refusal concerns no field; by default the focus stays. */
  focusOnProblem?: string;
}

/** An attempt to send a form. */
export interface Attempt<Field extends string> {
  /** Errors found without the service. The form is sent only if there are none. */
  errors: FieldErrors<Field>;
  /** Sends the form. Rejects with the refusal. */
  send: () => Promise<void>;
}

/** Sends a form, one attempt at a time. It shows errors, and focuses the first invalid field. */
export class FormSubmission<Field extends string> {
  readonly #host: Host;
  readonly #options: FormOptions<Field>;
  #state: FormState<Field> = untouchedForm;

  constructor(host: Host, options: FormOptions<Field> = {}) {
    this.#host = host;
    this.#options = options;
  }

  get state(): FormState<Field> {
    return this.#state;
  }

  /** Clears all errors. */
  clear(): void {
    this.#set(untouchedForm);
  }

  async submit({ errors, send }: Attempt<Field>): Promise<void> {
    if (this.#state.isBusy) return;
    this.#set(submitted(errors));
    if (!this.#state.isBusy) return this.#focusWrong();
    try {
      await send();
      this.clear();
    } catch (reason) {
      const refusal = asRefusal(reason);
      this.#set(refused(refusal, this.#options.fieldOf?.(refusal)));
      await this.#focusWrong();
    }
  }

  #set(state: FormState<Field>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  async #focusWrong(): Promise<void> {
    await this.#host.updateComplete;
    const { focusOnProblem } = this.#options;
    const selector = this.#state.problem && focusOnProblem ? focusOnProblem : '[aria-invalid="true"]';
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
