import type { ReactiveControllerHost } from 'lit';
import { asRefusal, type ServiceRefusal } from '../request/service-request.js';
import { refused, submitted, untouchedForm, type FieldErrors, type FormState } from './form-state.js';

type Host = Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> & {
  readonly renderRoot: ParentNode;
};

export interface FormOptions<Field extends string> {
  /** The field that a refusal is about, if it is one of the form's. */
  fieldOf?: (refusal: ServiceRefusal) => Field | undefined;
  /** What gets the focus where a refusal is about no field; left out, the focus stays. */
  focusOnProblem?: string;
}

/** One attempt to send a form. */
export interface Attempt<Field extends string> {
  /** What is wrong before the service is asked; it is asked only where nothing is. */
  errors: FieldErrors<Field>;
  /** Asks the service. Rejects with what it refused. */
  send: () => Promise<void>;
}

/** Sends a form once at a time, says what is wrong with it, and puts the focus onto the first wrong field. */
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

  /** Forgets what was wrong. */
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
