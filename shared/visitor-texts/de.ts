import type { VisitorTexts } from './visitor-texts.js';

export const de: VisitorTexts = {
  title: 'Chatten Sie mit uns',
  welcome: 'Hallo! Wie können wir helfen?',
  launcher: 'Chat starten',
  greeting: 'Danke für Ihre Nachricht!',
  connecting: 'Wir verbinden Sie gleich mit jemandem.',
  requeued: 'Wir verbinden Sie mit jemand anderem.',
  transferred: 'Wir leiten Sie an jemanden weiter, der Ihnen helfen kann.',
  nobodyAvailable:
    'Gerade ist niemand verfügbar. Hinterlassen Sie eine Nachricht, und wir antworten, sobald wir wieder da sind.',
  apology: 'Leider ist bei uns etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.',
  idleWarning: 'Sind Sie noch da? Wenn wir nichts von Ihnen hören, endet dieser Chat in {minutes} Minuten.',
  idleEnd:
    'Wir haben diesen Chat beendet, weil wir nichts mehr von Ihnen gehört haben. Sie können jederzeit einen neuen beginnen.',
};
