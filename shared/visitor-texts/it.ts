import type { VisitorTexts } from './visitor-texts.js';

export const it: VisitorTexts = {
  title: 'Chatta con noi',
  welcome: 'Ciao! Come possiamo aiutarti?',
  launcher: 'Avvia chat',
  greeting: 'Grazie per averci scritto!',
  connecting: 'Stiamo cercando qualcuno che possa aiutarti.',
  requeued: 'Ti mettiamo in contatto con un’altra persona.',
  transferred: 'Ti stiamo trasferendo a qualcuno che può aiutarti.',
  nobodyAvailable:
    'Al momento non è disponibile nessuno. Lascia un messaggio e ti risponderemo appena torniamo.',
  apology: 'Spiacenti, si è verificato un problema da parte nostra. Riprova più tardi.',
  idleWarning: 'Sei ancora lì? Se non riceviamo risposta, questa chat terminerà tra {minutes} minuti.',
  idleEnd:
    'Abbiamo chiuso questa chat perché non abbiamo ricevuto risposta. Puoi iniziarne una nuova quando vuoi.',
};
