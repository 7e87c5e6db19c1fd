import { createLocalOffers } from '../../../../service/backend/memory/offers.js';
import { offersContract } from '../offers-contract.js';

offersContract('memory', async () => {
  const offers = createLocalOffers();
  return { processes: [offers, offers], close: () => Promise.resolve() };
});
