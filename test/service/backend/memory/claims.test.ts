import { createLocalClaims } from '../../../../service/backend/memory/claims.js';
import { claimsContract } from '../claims-contract.js';

claimsContract('memory', async () => {
  const claims = createLocalClaims();
  return { processes: [claims, claims], close: () => Promise.resolve() };
});
