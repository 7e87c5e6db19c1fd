import type { VisitorTexts } from './visitor-texts.js';

export const es: VisitorTexts = {
  title: 'Chatea con nosotros',
  welcome: '¡Hola! ¿En qué podemos ayudarte?',
  launcher: 'Iniciar chat',
  greeting: '¡Gracias por escribirnos!',
  connecting: 'Estamos buscando a alguien que te atienda.',
  requeued: 'Te ponemos en contacto con otra persona.',
  transferred: 'Te pasamos con alguien que puede ayudarte.',
  nobodyAvailable:
    'Ahora mismo no hay nadie disponible. Déjanos un mensaje y te responderemos en cuanto volvamos.',
  apology: 'Lo sentimos, ha habido un problema por nuestra parte. Inténtalo de nuevo más tarde.',
  idleWarning: '¿Sigues ahí? Si no recibimos respuesta, este chat terminará en {minutes} minutos.',
  idleEnd: 'Hemos terminado este chat porque no recibimos respuesta. Puedes iniciar otro cuando quieras.',
};
