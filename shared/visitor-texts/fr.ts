import type { VisitorTexts } from './visitor-texts.js';

export const fr: VisitorTexts = {
  title: 'Discutez avec nous',
  welcome: 'Bonjour ! Comment pouvons-nous vous aider ?',
  launcher: 'Démarrer la discussion',
  greeting: 'Merci de nous avoir contactés !',
  connecting: 'Nous cherchons quelqu’un pour vous répondre.',
  requeued: 'Nous vous mettons en relation avec quelqu’un d’autre.',
  transferred: 'Nous vous transférons à quelqu’un qui peut vous aider.',
  nobodyAvailable:
    'Personne n’est disponible pour le moment. Laissez-nous un message et nous vous répondrons dès notre retour.',
  apology: 'Désolé, un problème est survenu de notre côté. Veuillez réessayer plus tard.',
  idleWarning:
    'Êtes-vous toujours là ? Sans réponse de votre part, ce chat se terminera dans {minutes} minutes.',
  idleEnd:
    'Nous avons mis fin à ce chat, car nous n’avions plus de nouvelles de vous. Vous pouvez en démarrer un nouveau à tout moment.',
};
