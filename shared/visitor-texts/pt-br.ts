import type { VisitorTexts } from './visitor-texts.js';

export const ptBr: VisitorTexts = {
  title: 'Fale com a gente',
  welcome: 'Olá! Como podemos ajudar?',
  launcher: 'Iniciar conversa',
  greeting: 'Obrigado por entrar em contato!',
  connecting: 'Estamos procurando alguém para atender você.',
  requeued: 'Estamos conectando você com outra pessoa.',
  transferred: 'Estamos transferindo você para alguém que pode ajudar.',
  nobodyAvailable:
    'Não há ninguém disponível no momento. Deixe uma mensagem e responderemos assim que voltarmos.',
  apology: 'Desculpe, algo deu errado do nosso lado. Tente novamente mais tarde.',
  idleWarning: 'Você ainda está aí? Se não tivermos resposta, este chat será encerrado em {minutes} minutos.',
  idleEnd: 'Encerramos este chat porque não tivemos resposta. Você pode iniciar outro quando quiser.',
};
