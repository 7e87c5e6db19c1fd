import { css } from 'lit';

/** Styles of {@link OfferList}. */
export const offerListStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  section {
    padding: 14px 12px 12px;
    border-bottom: 1px solid var(--line);
    background: var(--good-soft);
  }

  h2 {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 0 2px 8px;
    font-size: 13px;
    color: var(--good);
  }

  .total {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--good);
    color: var(--on-good);
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }

  ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  @media (max-width: 760px) {
    :host([compact]) section {
      padding: 0;
    }

    :host([compact]) h2 {
      margin: 0;
      padding: 6px 12px;
    }

    :host([compact]) ul {
      gap: 0;
    }
  }
`;
